/// How the cells of a table are told apart, as its first line shows.
package struct CSVDialect {
  /// The byte between cells: a comma, a semicolon or a tab.
  var separator = UInt8(ascii: ",")
  /// Where the table begins: after a byte-order mark, and a line that names the separator.
  var start = 0
  /// The number of the line on which it begins.
  package var line = 1

  /// Whether a comma may stand in a number: it may not where it parts cells.
  package var mayHaveDecimalCommas: Bool { separator != UInt8(ascii: ",") }

  /// One separator in words.
  var word: String { "a " + name.dropLast() }

  /// The separators in words.
  package var name: String {
    switch separator {
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: "\t"): "tabs"
    default: "commas"
    }
  }

  /// Commas from the first byte on.
  package init() {}

  /// Finds the separator: the one of the first line, and of the second where that holds several.
  package init(of bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let mark = Array("sep=".utf8)
    if bytes[start...].starts(with: mark), start + 4 < bytes.count, bytes[start + 4] > 32 {
      separator = bytes[start + 4]
      start += 5
      while start < bytes.count, bytes[start] != 10 { start += 1 }
      start = min(start + 1, bytes.count)
      line = 2
      if Self.known.contains(separator) { return }
      separator = UInt8(ascii: ",")
    }
    let first = Self.counts(in: bytes, from: start)
    let present = Self.known.indices.filter { first.counts[$0] > 0 }
    if present.count == 1 { separator = Self.known[present[0]] }
    guard present.count > 1 else { return }
    let second = Self.counts(in: bytes, from: first.end)
    let same = present.filter { first.counts[$0] == second.counts[$0] }
    separator = Self.known[same.first ?? present[0]]
  }

  private static let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// How often each separator stands outside quotes on the first line with text, and where that ends.
  private static func counts(
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (counts: [Int], end: Int) {
    var counts = known.map { _ in 0 }
    var (index, isQuoted, hasText) = (start, false, false)
    let limit = min(bytes.count, start + CSVReader.cellLimit * 4)
    while index < limit {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 10 || byte == 13 {
        if hasText { break }
        continue
      }
      if byte > 32 { hasText = true }
      if !isQuoted, let place = known.firstIndex(of: byte) { counts[place] += 1 }
    }
    return (counts, index)
  }
}
