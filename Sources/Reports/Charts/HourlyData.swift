package import Hourly
package import Reporting

/// The hourly numbers of one result that its pictures share, each once.
package struct HourlyData: Sendable {
  /// The ranges of hours that the page gets; all of them unless the file would be too large.
  package let kept: [Range<Int>]
  private let horizon: Horizon
  private var names: [String] = []
  private var series: [String: PackedSeries] = [:]
  /// The bytes of the packed series so far.
  package private(set) var size = 0

  /// No numbers yet.
  package init(_ horizon: Horizon, kept: [Range<Int>]) {
    (self.horizon, self.kept) = (horizon, kept)
  }

  /// Whether every hour is kept.
  package var isWhole: Bool { kept == [horizon.steps] }

  /// Adds a series unless one of its name is there, and answers the name.
  package mutating func add(_ name: String, _ values: [Double], quantum: Double = 0.01) -> String {
    guard series[name] == nil else { return name }
    let packed = PackedSeries(values, kept: kept, quantum: quantum)
    names.append(name)
    series[name] = packed
    size += packed.text.utf8.count
    return name
  }

  /// The numbers as the page reads them.
  package var json: JSONValue {
    .object([
      ("start", .text(horizon.start.description)), ("hours", .integer(horizon.hours)),
      (
        "kept",
        .array(kept.map { .array([.integer($0.lowerBound), .integer($0.count)]) })
      ),
      ("series", .object(names.compactMap { name in series[name].map { (name, $0.json) } })),
    ])
  }
}
