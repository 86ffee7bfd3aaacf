/// Makes the text of a cell from its bytes.
package enum CellText {
  /// The text without surrounding blanks, or what is wrong with the bytes.
  package static func read(
    _ range: CSVScanner.CellRange,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<String, FieldFault> {
    var start = range.start
    var end = range.end
    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    if start == end { return .success("") }
    let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
    for byte in content where byte < 32 && byte != 9 && byte != 10 && byte != 13 || byte == 127 {
      return .failure(
        FieldFault(
          rule: "must be text, without control characters (byte \(byte))",
          fix: "Save the table as CSV UTF-8."
        )
      )
    }
    guard var text = String(validating: content, as: UTF8.self) else {
      return .failure(
        FieldFault(rule: "must be valid UTF-8 text", fix: "Save the table as CSV UTF-8.")
      )
    }
    if range.hasDoubledQuotes { text = undoubled(text) }
    let isWide = content[0] > 127 || content[content.count - 1] > 127
    return .success(isWide ? trimmed(text) : text)
  }

  /// Makes one quote of two.
  private static func undoubled(_ text: String) -> String {
    var result = ""
    var isSecond = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        isSecond.toggle()
        if !isSecond { continue }
      } else {
        isSecond = false
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The text without the blanks of any script around it.
  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
