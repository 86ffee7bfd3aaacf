/// What is wrong with a written value.
package struct FieldFault: Sendable, Hashable, Error {
  /// The rule that was broken.
  package var rule: String
  /// What to do about it.
  package var mend: String

  /// Makes a fault.
  package init(rule: String, mend: String) {
    self.rule = rule
    self.mend = mend
  }
}
