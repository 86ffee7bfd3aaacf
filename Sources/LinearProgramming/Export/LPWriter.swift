/// Writes a program as CPLEX LP text that HiGHS and GLPK both read.
///
/// Neither reads a constant in the objective or a row with two bounds from every dialect, so the
/// constant is the cost of a column fixed at 1, and such a row equals a column with its bounds.
public enum LPWriter {
  /// Streams the text of a program.
  public static func write(
    _ program: LinearProgram,
    to output: inout some TextOutputStream
  ) {
    let rows = ExportNames(program.rowFamilies, stage: program.rowStage, prefix: "r")
    let columns = ExportNames(program.columnFamilies, stage: program.columnStage, prefix: "c")
    output.write("Minimize\n cost:")
    var width = 0
    func term(_ coefficient: Double, _ name: String, to output: inout some TextOutputStream) {
      let sign = coefficient < 0 ? "-" : "+"
      output.write(" \(sign) \(abs(coefficient)) \(name)")
      width += 1
      if width % 5 == 0 { output.write("\n ") }
    }
    term(program.objectiveConstant, "one", to: &output)
    for column in 0..<program.columnCount where program.cost[column] != 0 {
      term(program.cost[column], columns[column], to: &output)
    }
    output.write("\nSubject To\n")
    for row in 0..<program.rowCount {
      let name = rows[row]
      output.write(" \(name):")
      width = 0
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        let column = columns[Int(program.rows.indices[entry])]
        term(program.rows.values[entry], column, to: &output)
      }
      if program.rows.starts[row] == program.rows.starts[row + 1] { output.write(" 0 one") }
      output.write(side(program, row, name))
    }
    writeBounds(program, rows, columns, to: &output)
    output.write("End\n")
  }

  private static func side(_ program: LinearProgram, _ row: Int, _ name: String) -> String {
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    if lower == upper { return " = \(lower)\n" }
    if lower.isFinite == upper.isFinite { return " - s_\(name) = 0\n" }
    return lower.isFinite ? " >= \(lower)\n" : " <= \(upper)\n"
  }

  private static func writeBounds(
    _ program: LinearProgram,
    _ rows: ExportNames,
    _ columns: ExportNames,
    to output: inout some TextOutputStream
  ) {
    output.write("Bounds\n one = 1\n")
    for column in 0..<program.columnCount {
      let bounds = (program.columnLower[column], program.columnUpper[column])
      output.write(bound(columns[column], bounds))
    }
    for row in 0..<program.rowCount {
      let bounds = (program.rowLower[row], program.rowUpper[row])
      guard bounds.0 != bounds.1, bounds.0.isFinite == bounds.1.isFinite else { continue }
      output.write(bound("s_" + rows[row], bounds))
    }
  }

  private static func bound(_ name: String, _ bounds: (lower: Double, upper: Double)) -> String {
    let (lower, upper) = bounds
    if lower == upper { return " \(name) = \(lower)\n" }
    if lower == 0, upper == .infinity { return "" }
    if lower == -.infinity, upper == .infinity { return " \(name) free\n" }
    if upper == .infinity { return " \(name) >= \(lower)\n" }
    return lower == -.infinity
      ? " -inf <= \(name) <= \(upper)\n" : " \(lower) <= \(name) <= \(upper)\n"
  }
}
