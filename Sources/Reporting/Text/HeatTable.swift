import Tables

/// A month-by-hour table drawn with shades, one line a month and one sign an hour.
///
///     month  hour 0     6     12    18      sum
///     Jan         ····░░▒▒▓▓██▓▓▒▒░░····
public struct HeatTable: Sendable {
  /// The shades from nothing to the most, each for one more fifth of the largest value.
  private static let shades: [Character] = [" ", "·", "░", "▒", "▓", "█"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The sums by month, 12 rows, and hour of the day, 24 columns.
  private let cells: [[Double]]

  /// A table of 12 rows by month with 24 values by hour of the day, none below 0.
  public init(cells: [[Double]]) {
    precondition(cells.count == 12 && cells.allSatisfy { $0.count == 24 }, "12 months, 24 hours")
    self.cells = cells
  }

  /// The share of the largest cell that each shade begins above.
  public static var legend: String { "· > 0   ░ > 20 %   ▒ > 40 %   ▓ > 60 %   █ > 80 %" }

  /// The lines of the months in which there is a value, with their sums told by a function.
  public func lines(indent: Int = 2, sum: (Double) -> String) -> [String] {
    let largest = cells.joined().max() ?? 0
    guard largest > 0 else { return [] }
    let margin = String(repeating: " ", count: indent)
    var lines = [margin + "hour 0     6     12    18"]
    for (month, row) in cells.enumerated() {
      let total = row.reduce(0, +)
      guard total > 0 else { continue }
      let signs = String(row.map { Self.shade($0 / largest) })
      lines.append("\(margin)\(Self.months[month])  \(signs)  \(sum(total))")
    }
    return lines
  }

  private static func shade(_ share: Double) -> Character {
    guard share > 0 else { return shades[0] }
    return shades[1 + WholeNumber.nearest(share * 5, .down, in: 0...shades.count - 2)]
  }
}
