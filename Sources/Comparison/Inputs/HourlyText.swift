import Tables

/// A file of hourly series as bytes with its lines, so that equal lines need not be read.
package struct HourlyText {
  /// The names of the columns behind the first.
  package let names: [String]
  let bytes: [UInt8]
  /// Where each row begins, the header left out; the end of the file last.
  private let starts: [Int]

  /// How many rows there are.
  package var rows: Int { starts.count - 1 }

  /// The file at a path; nil where there is none.
  package init?(path: String) {
    var log = IssueLog()
    guard FileSource.isFile(path), let bytes = FileSource.bytes(of: path, log: &log) else {
      return nil
    }
    var starts: [Int] = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    guard let first = starts.first else { return nil }
    if starts.last != bytes.count { starts.append(bytes.count) }
    names = Self.names(in: bytes[..<(first - 1)])
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// The bytes of a row without the line feed.
  func line(_ row: Int) -> Range<Int> {
    let end = starts[row + 1]
    return starts[row]..<(bytes[end - 1] == UInt8(ascii: "\n") ? end - 1 : end)
  }

  /// The label of a row: its first cell.
  func label(_ row: Int) -> String {
    let line = line(row)
    let end = bytes[line].firstIndex(of: UInt8(ascii: ",")) ?? line.upperBound
    return String(decoding: bytes[line.lowerBound..<end], as: UTF8.self)
  }

  /// The values of a row behind its label; one that is no number counts as missing.
  package func values(_ row: Int, into values: inout [Double]) {
    values.removeAll(keepingCapacity: true)
    let line = line(row)
    bytes.withUnsafeBufferPointer { buffer in
      var start = line.lowerBound
      var isLabel = true
      for position in line.lowerBound...line.upperBound
      where position == line.upperBound || buffer[position] == UInt8(ascii: ",") {
        if !isLabel { values.append(NumberText.parse(buffer, from: start, to: position) ?? .nan) }
        isLabel = false
        start = position + 1
      }
    }
  }

  /// The names behind the first; one in quotes may hold commas.
  private static func names(in header: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var name: [UInt8] = []
    var isQuoted = false
    for byte in header where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        names.append(String(decoding: name, as: UTF8.self))
        name.removeAll()
      } else {
        name.append(byte)
      }
    }
    return Array((names + [String(decoding: name, as: UTF8.self)]).dropFirst())
  }
}
