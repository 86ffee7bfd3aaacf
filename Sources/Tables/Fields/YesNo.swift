/// Reads yes and no.
package enum YesNo {
  /// What is wrong with a text that is neither.
  package static let fault = FieldFault(rule: "must be yes or no", fix: "Write `yes` or `no`.")

  /// The claim a text makes: yes, true or 1, no, false or 0, in any case; nil for another text.
  package static func parse(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "1": true
    case "no", "false", "0": false
    default: nil
    }
  }
}
