package import Reporting
import Tables

/// Hourly values as a short text: rounded to a step, the differences as zigzag numbers of seven bits a byte, in base64.
package struct PackedSeries: Sendable {
  /// The step to which values are rounded, in their unit.
  package let quantum: Double
  /// The bytes in base64.
  package let text: String

  /// Packs the values of some ranges of hours.
  package init(_ values: [Double], kept: [Range<Int>], quantum: Double) {
    // Beyond what whole numbers tell apart the step grows.
    let most = values.reduce(0) { max($0, abs($1)) }
    var quantum = quantum
    while most / quantum > 1e15 { quantum *= 10 }
    self.quantum = quantum
    var bytes: [UInt8] = []
    var last = 0
    for range in kept {
      for value in values[range] {
        let whole = WholeNumber.nearest(value / quantum)
        let difference = whole - last
        last = whole
        var word = UInt(bitPattern: (difference << 1) ^ (difference >> (Int.bitWidth - 1)))
        while word > 127 {
          bytes.append(UInt8(word & 127) | 128)
          word >>= 7
        }
        bytes.append(UInt8(word))
      }
    }
    text = Self.base64(bytes)
  }

  /// The series as the page reads it.
  package var json: JSONValue { .object([("q", .number(quantum)), ("d", .text(text))]) }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  private static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var word = UInt32(bytes[index]) << 16
      if count > 1 { word |= UInt32(bytes[index + 1]) << 8 }
      if count > 2 { word |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        let digit = digits[Int(word >> (18 - 6 * UInt32(place))) & 63]
        text.append(place <= count ? digit : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}
