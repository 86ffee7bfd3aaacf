import Hourly
package import Tables

/// A rule between parameters that a row breaks; the reader adds the place.
package struct Complaint: Sendable, Hashable {
  package let field: String
  package let rule: String
  package let fix: String
  package let severity: Issue.Severity

  package init(
    _ field: String,
    _ rule: String,
    fix: String,
    severity: Issue.Severity = .error
  ) {
    self.field = field
    self.rule = rule
    self.fix = fix
    self.severity = severity
  }
}
