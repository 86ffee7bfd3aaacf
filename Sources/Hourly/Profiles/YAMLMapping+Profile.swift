package import Tables

extension YAMLMapping {
  /// The number or series name of a key, nil if absent or wrong.
  package func profile(
    _ key: String,
    in range: ClosedRange<Double>? = nil,
    required: Bool = false,
    log: inout IssueLog
  ) -> Profile? {
    guard let text = text(key, required: required, log: &log) else { return nil }
    if NameRule.looksLikeName(text) { return .series(text) }
    return number(key, in: range, log: &log).map { .constant($0) }
  }
}
