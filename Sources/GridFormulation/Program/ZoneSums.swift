/// What the assets of a zone add up to, before the zone's balances are stated.
package struct ZoneSums: Sendable {
  package let zone: String
  /// Net injection of all assets, lines apart, MW.
  package var injection = HourlySum()
  /// Net injection of all lines and transformers, MW.
  package var lines = HourlySum()
  /// Upward reserve offered, MW.
  package var reserveUp = HourlySum()
  /// Downward reserve offered, MW.
  package var reserveDown = HourlySum()
  /// Synchronous capacity online, MW.
  package var synchronous = HourlySum()
  /// Wind and PV delivered, MW.
  package var windAndSolar = HourlySum()
  /// Flexible load taken off the grid, what is made up for deducted, MW.
  package var takenOffGrid = HourlySum()
  /// The largest single unit that could fail, MW.
  package var largestUnit = 0.0

  package init(zone: String) { self.zone = zone }

  /// Adds what the assets of another zone of the same area add up to; injections stay apart.
  package mutating func add(_ other: ZoneSums) {
    reserveUp += other.reserveUp
    reserveDown += other.reserveDown
    synchronous += other.synchronous
    windAndSolar += other.windAndSolar
    takenOffGrid += other.takenOffGrid
    largestUnit = max(largestUnit, other.largestUnit)
  }
}
