import LinearProgramming

/// Hours of 2, 4 and 6 from a plant whose size costs 100 a unit and each unit it gives 1.
///
/// All hours together need a size of 6. Columns are the size, then the output of each hour; rows are the hours' limits,
/// then their demands.
struct SizedProgram {
  var hours: Int

  func program() -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.beginColumns("size")
    let size = builder.addColumn(cost: 100, upper: 50, stage: Int(LinearProgram.global))
    builder.beginColumns("output")
    for hour in 0..<hours { builder.addColumn(cost: 1, upper: 90, stage: hour) }
    builder.beginRows("size of output")
    for hour in 0..<hours {
      let row = builder.addRow(lower: -.infinity, upper: 0, stage: hour)
      builder.add(1, column: 1 + hour, row: row)
      builder.add(-1, column: size, row: row)
    }
    builder.beginRows("demand")
    for hour in 0..<hours {
      let row = builder.addRow(lower: Double(2 + 2 * (hour % 3)), upper: .infinity, stage: hour)
      builder.add(1, column: 1 + hour, row: row)
    }
    return builder.build()
  }
}
