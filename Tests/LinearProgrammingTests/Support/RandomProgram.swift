import LinearProgramming

/// A small random program with finite column bounds that a known point satisfies.
struct RandomProgram {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func integer(_ range: ClosedRange<Int>) -> Double {
    Double(Int.random(in: range, using: &random))
  }

  mutating func make() -> LinearProgram {
    var builder = LinearProgramBuilder()
    let columns = Int.random(in: 1...7, using: &random)
    let rows = Int.random(in: 1...6, using: &random)
    var point: [Double] = []
    builder.beginColumns("x")
    for column in 0..<columns {
      let lower = integer(-4...2)
      let upper = lower + integer(0...6)
      builder.addColumn(cost: integer(-5...9), lower: lower, upper: upper, stage: column)
      point.append(lower + (upper - lower) * random.unit())
    }
    builder.beginRows("r")
    for _ in 0..<rows {
      var activity = 0.0
      var entries: [(Int, Double)] = []
      for column in 0..<columns where random.unit() < 0.6 {
        let value = integer(-3...3)
        entries.append((column, value))
        activity += value * point[column]
      }
      let kind = Int.random(in: 0...3, using: &random)
      let lower = kind == 1 ? -Double.infinity : kind == 0 ? activity : activity - integer(0...2)
      let upper = kind == 2 ? Double.infinity : kind == 0 ? activity : activity + integer(0...2)
      let row = builder.addRow(lower: lower, upper: upper, stage: columns - 1)
      for (column, value) in entries { builder.add(value, column: column, row: row) }
    }
    builder.addConstant(integer(-3...3))
    return builder.build()
  }
}
