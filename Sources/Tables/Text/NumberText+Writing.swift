extension NumberText {
  /// The shortest text that reads back as the same number: `0.35`, `1200`, `1e-09`.
  package static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  /// A number with so many decimals, 0…9, rounded half away from zero.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    appendFixed(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Ten to the power of 0…9.
  private static let scales: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// Appends a number with so many decimals, 0…9; never writes `-0`.
  package static func appendFixed(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
    precondition((0...9).contains(decimals), "a fixed number has 0 to 9 decimals")
    let scale = scales[decimals]
    let scaled = (abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else {
      bytes.append(contentsOf: shortest(value).utf8)
      return
    }
    let number = UInt64(scaled)
    if value < 0, number > 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = number.quotientAndRemainder(dividingBy: scale)
    appendInteger(whole, minimumDigits: 1, to: &bytes)
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    appendInteger(rest, minimumDigits: decimals, to: &bytes)
  }

  /// Appends a whole number, with leading zeros up to a number of digits.
  package static func appendInteger(
    _ value: UInt64,
    minimumDigits: Int = 1,
    to bytes: inout [UInt8]
  ) {
    var digits = 1
    var bound: UInt64 = 10
    while digits < 20, value >= bound {
      digits += 1
      bound = digits < 20 ? bound &* 10 : bound
    }
    digits = max(digits, minimumDigits)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(48, count: digits))
    var rest = value
    var index = start + digits - 1
    while rest > 0 {
      bytes[index] = UInt8(48 + rest % 10)
      rest /= 10
      index -= 1
    }
  }

  /// A whole number in groups of three digits, as people read it: `411,720`.
  package static func grouped(_ value: Double, decimals: Int = 0) -> String {
    let text = fixed(value, decimals: decimals)
    let whole = text.prefix { $0 != "." && $0 != "e" }
    guard !text.contains("e"), !text.contains("n") else { return text }
    var result = ""
    let digits = whole.filter { $0 != "-" }
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (whole.hasPrefix("-") ? "-" : "") + result + text.dropFirst(whole.count)
  }
}
