extension LinearProgram {
  /// The program with only some of its columns; the others have given values, rows without entries go.
  package func restricted(to isKept: [Bool], others values: [Double]) -> LinearProgram {
    precondition(isKept.count == columnCount, "one flag a column")
    precondition(values.count == columnCount, "one value a column")
    var builder = LinearProgramBuilder()
    var position = [Int](repeating: -1, count: columnCount)
    for family in columnFamilies {
      builder.beginColumns(family.name)
      for column in family.range where isKept[column] {
        position[column] = builder.addColumn(
          cost: cost[column],
          lower: columnLower[column],
          upper: columnUpper[column],
          stage: Int(columnStage[column])
        )
        if !preference.isEmpty {
          builder.addPreference(preference[column], column: position[column])
        }
      }
    }
    for family in rowFamilies {
      builder.beginRows(family.name)
      for row in family.range {
        let entries = rows.starts[row]..<rows.starts[row + 1]
        guard entries.contains(where: { isKept[Int(rows.indices[$0])] }) else { continue }
        let given = entries.reduce(0) { sum, entry in
          let column = Int(rows.indices[entry])
          return isKept[column] ? sum : sum + rows.values[entry] * values[column]
        }
        let kept = builder.addRow(
          lower: rowLower[row] - given,
          upper: rowUpper[row] - given,
          stage: Int(rowStage[row])
        )
        for entry in entries where isKept[Int(rows.indices[entry])] {
          builder.add(
            rows.values[entry],
            column: position[Int(rows.indices[entry])],
            row: kept
          )
        }
      }
    }
    builder.addConstant(objectiveConstant)
    for exclusion in exclusions {
      for kept in exclusion.restricted(to: position) { builder.exclude(kept) }
    }
    return builder.build()
  }
}
