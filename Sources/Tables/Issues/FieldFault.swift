/// What is wrong with a written value.
package struct FieldFault: Sendable, Hashable, Error {
  /// The rule that was broken.
  package var rule: String
  /// What to do about it.
  package var fix: String

  /// Makes a fault.
  package init(rule: String, fix: String) {
    self.rule = rule
    self.fix = fix
  }
}
