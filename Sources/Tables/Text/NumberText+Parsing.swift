/// Reading and writing numbers as plain decimal text.
package enum NumberText {
  /// Powers of ten that a `Double` holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads `-12.5e3`; nil for anything but a plain finite decimal number.
  package static func parse(_ text: String) -> Double? {
    var copy = text
    return copy.withUTF8 { parse($0, from: 0, to: $0.count) }
  }

  /// Reads the number in a range of bytes; the result is the nearest `Double`, as `strtod` gives.
  ///
  /// With a mantissa below 2^53 and a power of ten up to 22, both are exact, so one rounded
  /// product or quotient is the nearest value (W. D. Clinger, PLDI 1990).
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Double?
  {
    var position = from
    guard position < end else { return nil }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var significant = 0
    var exponent = 0
    func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    while position < end, isDigit(bytes[position]) {
      if significant < 19 { mantissa = mantissa * 10 + UInt64(bytes[position] - 48) }
      if mantissa > 0 { significant += 1 }
      digits += 1
      position += 1
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      while position < end, isDigit(bytes[position]) {
        if significant < 19 { mantissa = mantissa * 10 + UInt64(bytes[position] - 48) }
        if mantissa > 0 { significant += 1 }
        digits += 1
        exponent -= 1
        position += 1
      }
    }
    guard digits > 0 else { return nil }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard position < end else { return nil }
      let isSmall = bytes[position] == UInt8(ascii: "-")
      if isSmall || bytes[position] == UInt8(ascii: "+") { position += 1 }
      guard position < end else { return nil }
      var written = 0
      while position < end, isDigit(bytes[position]) {
        written = min(written * 10 + Int(bytes[position] - 48), 100_000)
        position += 1
      }
      exponent += isSmall ? -written : written
    }
    guard position == end else { return nil }
    if significant <= 19, mantissa <= 1 << 53, abs(exponent) <= 22 {
      let whole = Double(mantissa)
      let scale = powersOfTen[abs(exponent)]
      let value = exponent < 0 ? whole / scale : whole * scale
      return isNegative ? -value : value
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<end]), as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
