/// Writes a program as free MPS text, minimised, the objective's constant included.
///
/// The constant stands on the right-hand side of the objective row with the opposite sign, as the
/// format has it. Numbers are the shortest that read back as the same value.
public enum MPSWriter {
  /// Streams the text of a program.
  public static func write(
    _ program: LinearProgram,
    name: String = "gridflex",
    to output: inout some TextOutputStream
  ) {
    let rows = ExportNames(program.rowFamilies, stage: program.rowStage, prefix: "r")
    let columns = ExportNames(program.columnFamilies, stage: program.columnStage, prefix: "c")
    output.write("NAME \(ExportNames.escaped(name))\nROWS\n N cost\n")
    for row in 0..<program.rowCount {
      output.write(" \(sense(program, row)) \(rows[row])\n")
    }
    output.write("COLUMNS\n")
    for column in 0..<program.columnCount {
      let name = columns[column]
      let entries = program.columns.starts[column]..<program.columns.starts[column + 1]
      if program.cost[column] != 0 || entries.isEmpty {
        output.write(" \(name) cost \(program.cost[column])\n")
      }
      for entry in entries {
        let row = rows[Int(program.columns.indices[entry])]
        output.write(" \(name) \(row) \(program.columns.values[entry])\n")
      }
    }
    writeRightHandSides(program, rows, to: &output)
    writeBounds(program, columns, to: &output)
    output.write("ENDATA\n")
  }

  private static func sense(_ program: LinearProgram, _ row: Int) -> String {
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    if lower == upper { return "E" }
    if upper.isFinite { return "L" }
    return lower.isFinite ? "G" : "N"
  }

  private static func writeRightHandSides(
    _ program: LinearProgram,
    _ rows: ExportNames,
    to output: inout some TextOutputStream
  ) {
    output.write("RHS\n")
    if program.objectiveConstant != 0 {
      output.write(" rhs cost \(-program.objectiveConstant)\n")
    }
    for row in 0..<program.rowCount {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      let side = upper.isFinite ? upper : lower
      if side.isFinite, side != 0 { output.write(" rhs \(rows[row]) \(side)\n") }
    }
    var hasRanges = false
    for row in 0..<program.rowCount {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      guard lower.isFinite, upper.isFinite, lower < upper else { continue }
      if !hasRanges { output.write("RANGES\n") }
      hasRanges = true
      output.write(" rng \(rows[row]) \(upper - lower)\n")
    }
  }

  private static func writeBounds(
    _ program: LinearProgram,
    _ columns: ExportNames,
    to output: inout some TextOutputStream
  ) {
    output.write("BOUNDS\n")
    for column in 0..<program.columnCount {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      if lower == 0, upper == .infinity { continue }
      let name = columns[column]
      if lower == upper {
        output.write(" FX bnd \(name) \(lower)\n")
      } else if lower == -.infinity, upper == .infinity {
        output.write(" FR bnd \(name)\n")
      } else {
        if lower == -.infinity { output.write(" MI bnd \(name)\n") }
        if lower.isFinite, lower != 0 || upper < 0 { output.write(" LO bnd \(name) \(lower)\n") }
        if upper.isFinite { output.write(" UP bnd \(name) \(upper)\n") }
      }
    }
  }
}
