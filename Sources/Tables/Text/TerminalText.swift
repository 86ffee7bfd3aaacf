/// Text as a terminal may show it: control characters are written out, so that none is obeyed.
package enum TerminalText {
  /// A text with every control character but line feed and tab as `\u001B`, and marks of direction likewise.
  ///
  /// What a model or an argument holds may stand in any line that is printed; a title must not clear the
  /// screen, name the window or turn the order of letters around.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isObeyed(scalar) {
        shown += escape(scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Whether a terminal takes a character as an order.
  package static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E,
      0x2066...0x2069:
      true
    default: false
    }
  }

  /// A character as JSON and most languages write it: `\u001B`.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}
