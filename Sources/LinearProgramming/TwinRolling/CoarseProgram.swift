/// A staged program over blocks of hours: columns constant over a block, rows summed over it.
///
/// Where a column is 0 in some hours of a block whatever happens, such as PV by night, it is constant over the others:
/// a row that only these have must not hold against the mean of all.
///
/// Much smaller, and solved whole, it prices what outlives a window: the dual of a block's row is
/// an estimate for each row in it, the value of a block's column for each column in it.
struct CoarseProgram {
  private var program: LinearProgram
  private var columnOf: [Int32]
  private var rowOf: [Int32]
  /// What each column is in its hour where its block's is 1.
  private var weightOf: [Double]

  init(_ original: LinearProgram, block: Int) {
    var builder = LinearProgramBuilder()
    columnOf = [Int32](repeating: -1, count: original.columnCount)
    rowOf = [Int32](repeating: -1, count: original.rowCount)
    var (lower, upper) = ([Double](), [Double]())
    var members: [Double] = []
    let isLevel = Self.levels(of: original)
    let columnGroups = Self.groups(original.columnFamilies, original.columnStage, block: block)
    weightOf = Self.weights(of: original, columnGroups, isLevel)
    for column in columnGroups.indices {
      let group = Int(columnGroups[column])
      if group == lower.count {
        let stage = Int(original.columnStage[column])
        builder.addColumn(upper: 0, stage: stage < 0 ? stage : stage / block)
        lower.append(0)
        upper.append(0)
        members.append(0)
      }
      columnOf[column] = columnGroups[column]
      builder.addCost(original.cost[column] * weightOf[column], column: group)
      if isLevel[column] {
        (lower[group], upper[group]) = (original.columnLower[column], original.columnUpper[column])
        members[group] = 1
      } else {
        lower[group] += original.columnLower[column]
        upper[group] += original.columnUpper[column]
        members[group] += 1
      }
    }
    for group in lower.indices {
      builder.setBounds(
        ofColumn: group,
        lower: lower[group] / members[group],
        upper: upper[group] / members[group]
      )
    }
    rowOf = Self.groups(original.rowFamilies, original.rowStage, block: block)
    var (rowLower, rowUpper) = ([Double](), [Double]())
    var rowStage: [Int] = []
    for row in rowOf.indices {
      if Int(rowOf[row]) == rowLower.count {
        rowLower.append(0)
        rowUpper.append(0)
        let stage = Int(original.rowStage[row])
        rowStage.append(stage < 0 ? stage : stage / block)
      }
      rowLower[Int(rowOf[row])] += original.rowLower[row]
      rowUpper[Int(rowOf[row])] += original.rowUpper[row]
    }
    for row in rowLower.indices {
      builder.addRow(lower: rowLower[row], upper: rowUpper[row], stage: rowStage[row])
    }
    program = LinearProgram()
    addEntries(of: original, to: &builder)
    program = builder.build()
  }

  /// Sums the entries of the rows of a block before they go to the builder.
  private func addEntries(of original: LinearProgram, to builder: inout LinearProgramBuilder) {
    var sum = [Double](repeating: 0, count: builder.columnCount)
    var touched: [Int] = []
    for row in 0..<original.rowCount {
      for entry in original.rows.starts[row]..<original.rows.starts[row + 1] {
        let member = Int(original.rows.indices[entry])
        guard weightOf[member] != 0 else { continue }
        let column = Int(columnOf[member])
        if sum[column] == 0 { touched.append(column) }
        sum[column] += original.rows.values[entry] * weightOf[member]
      }
      guard row + 1 == original.rowCount || rowOf[row + 1] != rowOf[row] else { continue }
      for column in touched {
        builder.add(sum[column], column: column, row: Int(rowOf[row]))
        sum[column] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// The program by blocks, which is no longer kept here.
  mutating func takeProgram() -> LinearProgram {
    defer { program = LinearProgram() }
    return program
  }

  /// The weight of each column in its block: 0 where it can be nothing but 0 and others of the block can, the same in
  /// the other hours, so that those of a block sum to its hours.
  private static func weights(
    of program: LinearProgram,
    _ groups: [Int32],
    _ isLevel: [Bool]
  ) -> [Double] {
    let count = Int(groups.max() ?? -1) + 1
    var (all, moving) = ([Int32](repeating: 0, count: count), [Int32](repeating: 0, count: count))
    func isNothing(_ column: Int) -> Bool {
      !isLevel[column] && program.columnLower[column] == 0 && program.columnUpper[column] == 0
    }
    for column in groups.indices {
      all[Int(groups[column])] += 1
      if !isNothing(column) { moving[Int(groups[column])] += 1 }
    }
    return groups.indices.map { column in
      let group = Int(groups[column])
      guard moving[group] > 0, moving[group] < all[group], !isLevel[column] else { return 1 }
      return isNothing(column) ? 0 : Double(all[group]) / Double(moving[group])
    }
  }

  /// For each column whether its family carries something from one stage to the next.
  ///
  /// A block's level stands for the level at its end, so the bounds of the last hour count, such as
  /// what a reservoir must hold at the end of the year. A flow has the mean of its bounds.
  private static func levels(of program: LinearProgram) -> [Bool] {
    var result = [Bool](repeating: false, count: program.columnCount)
    for family in program.columnFamilies {
      let carries = family.range.contains { column in
        let entries = program.columns.starts[column]..<program.columns.starts[column + 1]
        return program.columnStage[column] >= 0
          && entries.contains {
            program.rowStage[Int(program.columns.indices[$0])] > program.columnStage[column]
          }
      }
      for column in family.range { result[column] = carries }
    }
    return result
  }

  /// The block's index for each row or column: same family, same block, same number in its stage.
  private static func groups(
    _ families: [LinearProgram.Family],
    _ stage: [Int32],
    block: Int
  ) -> [Int32] {
    var result = [Int32](repeating: -1, count: stage.count)
    var next: Int32 = 0
    var family = 0
    var index = 0
    while index < stage.count {
      while family < families.count, families[family].range.upperBound <= index { family += 1 }
      guard family < families.count, families[family].range.contains(index), stage[index] >= 0
      else {
        (result[index], next, index) = (next, next + 1, index + 1)
        continue
      }
      let range = families[family].range
      var latest: [(block: Int, group: Int32)] = []
      var ordinal = 0
      while index < range.upperBound {
        guard stage[index] >= 0 else {
          (result[index], next, index) = (next, next + 1, index + 1)
          continue
        }
        let repeats = index > range.lowerBound && stage[index] == stage[index - 1]
        ordinal = repeats ? ordinal + 1 : 0
        let here = Int(stage[index]) / block
        if ordinal == latest.count { latest.append((-1, -1)) }
        if latest[ordinal].block != here {
          latest[ordinal] = (here, next)
          next += 1
        }
        result[index] = latest[ordinal].group
        index += 1
      }
    }
    return result
  }

  /// What a solution of the blocks says of the hours.
  func guidance(_ solution: Solution, for original: LinearProgram) -> Guidance {
    var guidance = Guidance(none: original)
    for row in rowOf.indices { guidance.rowDuals[row] = solution.rowDuals[Int(rowOf[row])] }
    for column in columnOf.indices {
      guidance.levels[column] = weightOf[column] * solution.values[Int(columnOf[column])]
    }
    return guidance
  }
}
