public import Hourly
import Tables

/// A CSV file of hourly series: first column time, then one column a name, one row an hour.
public enum HourlyFile {
  /// The bytes of the file.
  ///
  /// Numbers have up to six decimals, so that sums over a hundred columns read back within 1e-4.
  ///
  /// - Parameters:
  ///   - horizon: The hours; each row is labelled with the start of its hour.
  ///   - columns: Names with a value for every hour.
  /// - Returns: The file as it is to be written, in UTF-8.
  public static func bytes(
    of horizon: Horizon,
    columns: [(name: String, values: [Double])]
  ) -> [UInt8] {
    bytes(of: horizon, columns: columns, heading: "time", lineEnd: "\n", label: \.description)
  }

  /// The same with another heading of the first column, end of lines and way to write times.
  static func bytes(
    of horizon: Horizon,
    columns: [(name: String, values: [Double])],
    heading: String,
    lineEnd: String,
    label: (TimeStamp) -> String
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(horizon.hours * (18 + 10 * columns.count) + 64 * columns.count)
    appendName(heading, to: &bytes)
    for column in columns {
      precondition(column.values.count == horizon.hours, "a series has one value an hour")
      bytes.append(UInt8(ascii: ","))
      appendName(TerminalText.shown(column.name), to: &bytes)
    }
    bytes += lineEnd.utf8
    for step in horizon.steps {
      bytes += label(horizon.time(of: step)).utf8
      for column in columns {
        bytes.append(UInt8(ascii: ","))
        append(column.values[step], to: &bytes)
      }
      bytes += lineEnd.utf8
    }
    return bytes
  }

  /// Appends a number with up to six decimals and no zeros at its end.
  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value != 0 else {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    let start = bytes.count
    NumberText.appendFixed(value, decimals: 6, to: &bytes)
    guard bytes[start...].contains(UInt8(ascii: ".")) else { return }
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  }

  /// Appends a name, quoted where it holds a comma, a quote or a line break.
  private static func appendName(_ name: String, to bytes: inout [UInt8]) {
    guard name.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else {
      bytes += name.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
