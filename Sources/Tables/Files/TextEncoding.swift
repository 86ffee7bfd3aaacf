import Glibc

/// The encodings in which spreadsheets save text, and the way from each to UTF-8.
package enum TextEncoding: String, Sendable {
  /// As it is wanted.
  case utf8 = "UTF-8"
  /// What a spreadsheet calls Unicode text.
  case utf16 = "UTF-16"
  /// The Chinese national encoding, with GB2312 and GBK as its parts.
  case gbk = "GBK"

  /// The bytes as UTF-8, with a note where they were saved otherwise.
  ///
  /// Bytes of no encoding known here stay as they are: the fault is told where it is met.
  package static func utf8(_ bytes: [UInt8], file: String, log: inout IssueLog) -> [UInt8] {
    guard let (encoding, text) = converted(bytes) else { return bytes }
    log.note(
      at: Place(file: file, line: 1),
      rule: "is saved as \(encoding.rawValue) and was converted",
      fix: "Save it as CSV UTF-8, so that every program reads it alike."
    )
    return text
  }

  /// The encoding and the text as UTF-8; nil for what is UTF-8 or of no known encoding.
  private static func converted(_ bytes: [UInt8]) -> (TextEncoding, [UInt8])? {
    if let text = fromUTF16(bytes) { return (.utf16, text) }
    let isPlain = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid($0) == nil }
    guard !isPlain, looksChinese(bytes), let text = fromGBK(bytes) else { return nil }
    return (.gbk, text)
  }

  /// The text of UTF-16, known by its byte-order mark or by the zeros of its first two letters.
  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let isLittle: Bool
    var start = 2
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xFF, 0xFE, _, _): isLittle = true
    case (0xFE, 0xFF, _, _): isLittle = false
    case (1..., 0, 1..., 0): (isLittle, start) = (true, 0)
    case (0, 1..., 0, 1...): (isLittle, start) = (false, 0)
    default: return nil
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: start, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// Whether most letters beyond ASCII are pairs of the first Chinese standard, GB2312.
  ///
  /// Text of other encodings has such pairs by chance only, seldom four in five.
  private static func looksChinese(_ bytes: [UInt8]) -> Bool {
    var (pairs, common, index) = (0, 0, 0)
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return false }
      pairs += 1
      if (0xA1...0xF7).contains(bytes[index]), bytes[index + 1] >= 0xA1 { common += 1 }
      index += 2
    }
    return pairs > 0 && 5 * common >= 4 * pairs
  }

  /// The text of GB18030; nil where some bytes are none of it, or the system cannot convert.
  private static func fromGBK(_ bytes: [UInt8]) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", "GB18030"),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // Two bytes become three at the most, four become four.
    let room = bytes.count * 2
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      input.withUnsafeMutableBufferPointer { source in
        buffer.withMemoryRebound(to: CChar.self) { target in
          var (from, to) = (source.baseAddress, target.baseAddress)
          var (left, free) = (source.count, target.count)
          isWhole = iconv(converter, &from, &left, &to, &free) == 0 && left == 0
          count = room - free
        }
      }
    }
    return isWhole ? output : nil
  }
}
