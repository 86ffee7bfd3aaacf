import GridFormulation
import Hourly
import Reporting

/// Makes the pictures of one result, and gathers the hourly numbers that they share.
package struct PictureMaker {
  let grid: ReportedGrid
  let words: Words
  let units: Units
  let place: Int
  let windows: NamedWindows
  package internal(set) var data: HourlyData

  /// A maker for a result at its place in the report; thinned, it keeps the hours of the named windows alone.
  package init(
    _ grid: ReportedGrid,
    at place: Int,
    _ capability: HourCapability,
    _ words: Words,
    _ units: Units,
    isThinned: Bool
  ) {
    (self.grid, self.place, self.words, self.units) = (grid, place, words, units)
    windows = NamedWindows(of: grid, capability)
    let all = [grid.horizon.steps]
    data = HourlyData(
      grid.horizon,
      kept: isThinned ? Self.union(of: (windows.weeks + windows.days).map(\.hours)) : all
    )
  }

  /// Ranges without overlaps, in order.
  static func union(of ranges: [Range<Int>]) -> [Range<Int>] {
    var union: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = union.last, range.lowerBound <= last.upperBound {
        union[union.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        union.append(range)
      }
    }
    return union
  }

  /// A picture of this result.
  func picture(
    _ name: String,
    _ title: String,
    _ note: String,
    _ kind: Picture.Kind,
    _ fields: [(key: String, value: JSONValue)]
  ) -> Picture {
    Picture(
      id: "r\(place + 1)-\(name)",
      title: title,
      note: note,
      kind: kind,
      result: place,
      fields: fields
    )
  }

  /// The unit of numbers that are no larger than the largest of some.
  func unit(_ measure: Measure, _ values: [Double], quantum: Double) -> JSONValue {
    let most = values.reduce(0) { max($0, abs($1)) }
    return units.unit(of: measure, upTo: most).json(quantum: quantum)
  }

  /// An entry of a legend with the name of its series.
  static func entry(_ name: String, _ colour: String, _ data: String, dash: String? = nil)
    -> JSONValue
  {
    .object([
      ("name", .text(name)), ("color", .text(colour)), ("data", .text(data)),
      ("dash", .text(dash)),
    ])
  }

  /// Numbers as the page reads them.
  static func numbers(_ values: [Double?]) -> JSONValue { .array(values.map { .number($0) }) }
}
