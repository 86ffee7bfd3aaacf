import LinearProgramming

/// A random staged program: demand, sources with ramps and unit states, stores, and yearly rows.
///
/// Every number is drawn from the seed. Unserved demand keeps it feasible unless `starved` asks for
/// a yearly row that cannot be met.
struct StagedProgram {
  var stages = 192
  var seed: UInt64 = 1
  /// Asks more of a yearly row than all stages can give.
  var starved = false

  func program() -> LinearProgram {
    var random = SeededGenerator(seed: seed)
    var builder = LinearProgramBuilder()
    var balance: [[(column: Int, value: Double)]] = Array(repeating: [], count: stages)

    func columns(_ name: String, cost: (Int) -> Double, upper: (Int) -> Double) -> [Int] {
      builder.beginColumns(name)
      return (0..<stages).map { builder.addColumn(cost: cost($0), upper: upper($0), stage: $0) }
    }
    func give(_ columns: [Int], _ sign: Double = 1) {
      for stage in 0..<stages { balance[stage].append((columns[stage], sign)) }
    }

    var sources: [[Int]] = []
    for source in 0..<(2 + Int(random.unit() * 2)) {
      let price = 10 + 90 * random.unit()
      let size = 20 + 60 * random.unit()
      let output = columns("output\(source)", cost: { _ in price }, upper: { _ in size })
      sources.append(output)
      give(output)
      let ramp = size * (0.15 + 0.5 * random.unit())
      builder.beginRows("ramp\(source)")
      for stage in 1..<stages {
        let row = builder.addRow(lower: -ramp, upper: ramp, stage: stage)
        builder.add(1, column: output[stage], row: row)
        builder.add(-1, column: output[stage - 1], row: row)
      }
      guard random.unit() < 0.5 else { continue }
      let online = columns("online\(source)", cost: { _ in price / 5 }, upper: { _ in size })
      let start = columns("start\(source)", cost: { _ in 3 * price }, upper: { _ in size })
      builder.beginRows("state\(source)")
      for stage in 0..<stages {
        let limit = builder.addRow(lower: -.infinity, upper: 0, stage: stage)
        builder.add(1, column: output[stage], row: limit)
        builder.add(-1, column: online[stage], row: limit)
        guard stage > 0 else { continue }
        let begun = builder.addRow(lower: -.infinity, upper: 0, stage: stage)
        builder.add(1, column: online[stage], row: begun)
        builder.add(-1, column: online[stage - 1], row: begun)
        builder.add(-1, column: start[stage], row: begun)
        let up = builder.addRow(lower: -.infinity, upper: 0, stage: stage)
        for earlier in max(0, stage - 3)...stage { builder.add(1, column: start[earlier], row: up) }
        builder.add(-1, column: online[stage], row: up)
      }
    }
    for store in 0..<(1 + Int(random.unit() * 2)) {
      let power = 10 + 30 * random.unit()
      let energy = power * [2.0, 6, 40][Int(random.unit() * 3)]
      let efficiency = 0.75 + 0.2 * random.unit()
      let level = columns("level\(store)", cost: { _ in 0 }, upper: { _ in energy })
      let into = columns("into\(store)", cost: { _ in 0.5 }, upper: { _ in power })
      let out = columns("out\(store)", cost: { _ in 0.5 }, upper: { _ in power })
      builder.beginRows("store\(store)")
      for stage in 0..<stages {
        let before = stage == 0 ? energy / 2 : 0
        let row = builder.addRow(lower: before, upper: before, stage: stage)
        builder.add(1, column: level[stage], row: row)
        if stage > 0 { builder.add(-1, column: level[stage - 1], row: row) }
        builder.add(-efficiency, column: into[stage], row: row)
        builder.add(1, column: out[stage], row: row)
      }
      let end = builder.addRow(lower: energy / 2, upper: .infinity, stage: stages - 1)
      builder.add(1, column: level[stages - 1], row: end)
      give(out)
      give(into, -1)
    }
    var gust = 0.5
    give(
      columns("free", cost: { _ in 0 }) { _ in
        gust = min(1, max(0, gust + 0.3 * (random.unit() - 0.5)))
        return 80 * gust
      }
    )
    give(columns("unserved", cost: { _ in 2_000 }, upper: { _ in 300 }))
    builder.beginRows("balance")
    for stage in 0..<stages {
      let demand = 70 + 40 * random.unit() + (stage % 24 > 16 ? 30 : 0)
      let row = builder.addRow(lower: demand, upper: .infinity, stage: stage)
      for term in balance[stage] { builder.add(term.value, column: term.column, row: row) }
    }
    let share = 0.1 + 0.5 * random.unit()
    builder.beginRows("year")
    let most = builder.addRow(lower: -.infinity, upper: share * 50 * Double(stages), stage: -1)
    for column in sources[0] { builder.add(1, column: column, row: most) }
    if starved {
      let least = builder.addRow(lower: 90 * Double(stages), upper: .infinity, stage: -1)
      for column in sources[1] { builder.add(1, column: column, row: least) }
    }
    return builder.build()
  }
}
