import GridFormulation

/// What the assets of a zone come to in each hour, added up by their checks.
struct ZoneTotals {
  /// The zone.
  let zone: Zone
  /// Load as the model gives it, MW.
  let load: [Double]
  /// Demand recomputed from load and network loss when all of it is served, MW.
  var demand: [Double]
  /// Net injection of all assets, lines apart, MW.
  var injection: [Double]
  /// What all lines and transformers bring, MW.
  var lines: [Double]
  /// Upward reserve held, MW.
  var reserveUp: [Double]
  /// Downward reserve held, MW.
  var reserveDown: [Double]
  /// Synchronous capacity online, MW.
  var synchronous: [Double]
  /// Wind and PV delivered, MW.
  var windAndSolar: [Double]
  /// The largest single unit, MW after own use.
  var largestUnit = 0.0

  init(zone: Zone, load: [Double]) {
    self.zone = zone
    self.load = load
    demand = load.map { $0 / (1 - zone.gridLoss) }
    let none = [Double](repeating: 0, count: load.count)
    injection = none
    lines = none
    reserveUp = none
    reserveDown = none
    synchronous = none
    windAndSolar = none
  }

  /// One plus the largest demand: what a breach in the zone is measured against.
  var size: Double { 1 + demand.reduce(0) { max($0, abs($1)) } }

  /// Adds another zone of the same area.
  mutating func add(_ other: ZoneTotals) {
    Self.add(other.demand, to: &demand)
    Self.add(other.reserveUp, to: &reserveUp)
    Self.add(other.reserveDown, to: &reserveDown)
    Self.add(other.synchronous, to: &synchronous)
    Self.add(other.windAndSolar, to: &windAndSolar)
    largestUnit = max(largestUnit, other.largestUnit)
  }

  /// Adds an asset's values to a total, hour by hour.
  static func add(_ values: [Double], to total: inout [Double]) {
    for step in values.indices { total[step] += values[step] }
  }
}
