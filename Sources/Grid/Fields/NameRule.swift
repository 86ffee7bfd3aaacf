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
    if text.isEmpty { return FieldFault(rule: "must be a name", mend: "Write a name.") }
    if text.unicodeScalars.count > 120 {
      return FieldFault(rule: "must be a name of at most 120 characters", mend: "Shorten it.")
    }
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || "/=,\"\u{7F}".unicodeScalars.contains(scalar) {
        return FieldFault(
          rule: "must not contain `/`, `=`, commas, quotes or line breaks",
          mend: "Write a name of letters, digits, blanks, `-`, `_` and `.`."
        )
      }
    }
    return nil
  }

  /// What is wrong with the name of a series, nil if nothing: no number may be taken for it.
  package static func checkSeries(_ text: String) -> FieldFault? {
    if let fault = check(text) { return fault }
    if looksLikeName(text) { return nil }
    return FieldFault(
      rule: "the name of a series must begin with a letter",
      mend: "Write `load-2030`, say."
    )
  }
}
