import LinearProgramming

/// A plant, unserved demand and a store without losses, hour by hour, small enough for hand work.
///
///     minimise   Σ 10·plant + 100·unserved
///     balance    plant + unserved + out − in = demand
///     store      level − level before − in + out = 0,  begins empty
///
/// Columns stand by families: plant, unserved, level, in, out; rows: balance, store, and a limit if there is one.
struct StoreProgram {
  var demand: [Double]
  var plant = 4.0
  var capacity = 5.0
  var power = 5.0
  /// The most that the store takes in an hour; as much as it gives where there is none.
  var intake: Double?
  /// The most that may go unserved in an hour.
  var unserved = 100.0
  /// The most that the plant may give over all hours.
  var limit: Double?

  var hours: Int { demand.count }

  func plant(_ hour: Int) -> Int { hour }
  func unserved(_ hour: Int) -> Int { hours + hour }
  func level(_ hour: Int) -> Int { 2 * hours + hour }
  func into(_ hour: Int) -> Int { 3 * hours + hour }
  func out(_ hour: Int) -> Int { 4 * hours + hour }
  func balance(_ hour: Int) -> Int { hour }
  func store(_ hour: Int) -> Int { hours + hour }
  var limitRow: Int { 2 * hours }

  func program() -> LinearProgram {
    var builder = LinearProgramBuilder()
    for (name, cost, upper) in [
      ("plant", 10.0, plant), ("unserved", 100, unserved), ("level", 0, capacity),
      ("in", 0, intake ?? power),
      ("out", 0, power),
    ] {
      builder.beginColumns(name)
      for hour in 0..<hours { builder.addColumn(cost: cost, upper: upper, stage: hour) }
    }
    builder.beginRows("balance")
    for hour in 0..<hours {
      let row = builder.addRow(lower: demand[hour], upper: demand[hour], stage: hour)
      for (column, sign) in [
        (plant(hour), 1.0), (unserved(hour), 1), (into(hour), -1), (out(hour), 1),
      ] {
        builder.add(sign, column: column, row: row)
      }
    }
    builder.beginRows("store")
    for hour in 0..<hours {
      let row = builder.addRow(lower: 0, upper: 0, stage: hour)
      for (column, sign) in [(level(hour), 1.0), (into(hour), -1), (out(hour), 1)] {
        builder.add(sign, column: column, row: row)
      }
      if hour > 0 { builder.add(-1, column: level(hour - 1), row: row) }
    }
    if let limit {
      builder.beginRows("limit")
      let row = builder.addRow(lower: -.infinity, upper: limit, stage: -1)
      for hour in 0..<hours { builder.add(1, column: plant(hour), row: row) }
    }
    return builder.build()
  }
}
