/// What may serve as the name of an asset, a zone or a series.
package enum NameRule {
  /// Whether a text reads as a name and not as a number that was meant.
  package static func looksLikeName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    let plain = text.lowercased()
    if ["nan", "inf", "infinity"].contains(plain) { return false }
    return !plain.hasSuffix("%")
  }

  /// What is wrong with a name, nil if nothing: it must do as a column name and in a `--set` path.
  package static func check(_ text: String) -> FieldFault? {
    if text.isEmpty { return FieldFault(rule: "must be a name", fix: "Write a name.") }
    if text.unicodeScalars.count > 120 {
      return FieldFault(
        rule: "must be a name of at most 120 characters",
        fix: "Write a shorter one."
      )
    }
    if let first = text.unicodeScalars.first, formulaSigns.contains(first) {
      return FieldFault(
        rule: "must not begin with `\(first)`: a spreadsheet takes such a heading for a formula",
        fix: "Begin with a letter or digit, as in `\(plain(text))`."
      )
    }
    if text.unicodeScalars.contains(where: isRefused) {
      return FieldFault(
        rule: "must not contain `/`, `=`, commas, quotes, line breaks or control characters",
        fix: "Write a name of letters, digits, blanks, `-`, `_` and `.`."
      )
    }
    return nil
  }

  /// A text made a name: what may not stand in one becomes `-`, what may not begin one goes.
  package static func plain(_ text: String) -> String {
    let rest = text.unicodeScalars.drop { formulaSigns.contains($0) || isRefused($0) || $0 == " " }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: rest.prefix(100).map { isRefused($0) ? "-" : $0 })
    return name.isEmpty ? "x" : String(name)
  }

  /// What a spreadsheet takes a cell for a formula by.
  private static let formulaSigns = "+-@".unicodeScalars

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || TerminalText.isObeyed(scalar)
      || "/=,\"\u{2028}\u{2029}".unicodeScalars.contains(scalar)
  }

  /// What is wrong with the name of a series, nil if nothing: no number may be taken for it.
  package static func checkSeries(_ text: String) -> FieldFault? {
    if let fault = check(text) { return fault }
    if looksLikeName(text) { return nil }
    return FieldFault(
      rule: "the name of a series must begin with a letter",
      fix: "Write `load-2030`, say."
    )
  }
}
