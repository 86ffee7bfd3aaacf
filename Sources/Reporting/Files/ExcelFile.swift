import GridFormulation
import Hourly
import Tables

/// A CSV file of hourly series as Excel opens it by a double click: marked as UTF-8, with real dates.
enum ExcelFile {
  /// The name of the file of a quantity, in the language of its headings.
  static func name(
    of quantity: ResultQuantity,
    _ language: Language,
    currency: String
  ) -> String {
    switch language {
    case .english: return quantity.stem + ".csv"
    case .chinese:
      let unit = quantity.unitText(in: currency).replacing("/", with: "每")
      return "\(quantity.chinese.replacing("/", with: "、"))_\(unit).csv"
    }
  }

  /// The bytes of the file: a first row with what it is, then a column a name, one row an hour.
  static func bytes(
    of quantity: ResultQuantity,
    _ horizon: Horizon,
    columns: [(name: String, values: [Double])],
    _ language: Language,
    currency: String
  ) -> [UInt8] {
    let isChinese = language == .chinese
    let what = isChinese ? quantity.chinese : quantity.name.replacing("_", with: " ")
    let unit = quantity.unitText(in: currency)
    let heading = isChinese ? "时间 / \(what)(\(unit))" : "time / \(what) (\(unit))"
    return [0xEF, 0xBB, 0xBF]
      + HourlyFile.bytes(
        of: horizon,
        columns: columns,
        heading: heading,
        lineEnd: "\r\n",
        label: label
      )
  }

  /// A time as `2030/1/31 8:00`, which Excel takes for a date in every Chinese setting.
  private static func label(_ time: TimeStamp) -> String {
    let date = time.date
    let minute = time.minute % 60
    return "\(date.year)/\(date.month)/\(date.day) \(time.hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
