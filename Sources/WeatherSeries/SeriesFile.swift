import Tables

/// The text of a committed series file: a time column, then one column a series.
public struct SeriesFile: Sendable {
  /// The columns' names in the file and the generated series they show.
  public let columns: [(name: String, series: GeneratedSeries)]
  /// The calendar year of the labels.
  public let year: Int
  /// The hours of the year that the file holds.
  public let hours: Range<Int>

  /// A file of some columns and hours of a year.
  public init(
    columns: [(name: String, series: GeneratedSeries)],
    year: Int,
    hours: Range<Int> = 0..<8760
  ) {
    self.columns = columns
    self.year = year
    self.hours = hours
  }

  /// The comma-separated text, one line an hour under a header.
  public var text: String {
    let calendar = GeneratorCalendar(year: year)
    var text = "time," + columns.map(\.name).joined(separator: ",") + "\n"
    for hour in hours {
      text += calendar.label(hour: hour)
      for column in columns {
        text += ","
        text += Self.number(column.series.values[hour], digits: column.series.unit == "C" ? 2 : 4)
      }
      text += "\n"
    }
    return text
  }

  /// A number with a fixed count of decimals, made from integers only.
  private static func number(_ value: Double, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = WholeNumber.nearest(value * Double(scale))
    let size = whole.magnitude
    let fraction = String(size % UInt(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return (whole < 0 ? "-" : "") + "\(size / UInt(scale))." + zeros + fraction
  }
}
