package import Tables

extension YAMLMapping {
  /// The time of a key, nil if absent or wrong.
  package func time(_ key: String, required: Bool = false, log: inout IssueLog) -> TimeStamp? {
    guard let text = text(key, required: required, log: &log) else { return nil }
    if let value = TimeStamp(text) { return value }
    report(
      key,
      FieldFault(
        rule: "must be a time",
        fix: "Write YYYY-MM-DD or YYYY-MM-DDTHH:MM."
      ),
      &log
    )
    return nil
  }
}
