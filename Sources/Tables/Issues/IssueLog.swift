/// Collects the issues of a whole folder, so that they are reported together.
package struct IssueLog: Sendable {
  private var issues: [Issue] = []
  private var errors = 0
  private var missing = 0
  private var origins: [String: SheetOrigin] = [:]

  /// How many errors there are.
  package var errorCount: Int { errors }

  /// Whether any issue is an error.
  package var hasErrors: Bool { errors > 0 }

  /// Whether an error is about a key or what stands below it, such as `zones`.
  package func hasErrors(below key: String) -> Bool {
    issues.contains { issue in
      guard issue.severity == .error, let field = issue.field else { return false }
      return field == key || field.hasPrefix(key + "/")
    }
  }

  /// An empty log.
  package init() {}

  /// Adds an issue.
  package mutating func append(_ issue: Issue) {
    issues.append(issue)
    if issue.severity == .error { errors += 1 }
  }

  /// Adds an error about a file or folder that is not there.
  package mutating func appendMissing(_ issue: Issue) {
    append(issue)
    missing += 1
  }

  /// Adds an error at a place.
  package mutating func error(
    at place: Place,
    field: String? = nil,
    value: String? = nil,
    rule: String,
    fix: String = ""
  ) {
    append(place.issue(.error, field: field, value: value, rule: rule, fix: fix))
  }

  /// Adds a warning at a place.
  package mutating func warning(
    at place: Place,
    field: String? = nil,
    value: String? = nil,
    rule: String,
    fix: String = ""
  ) {
    append(place.issue(.warning, field: field, value: value, rule: rule, fix: fix))
  }

  /// Adds a note at a place.
  package mutating func note(
    at place: Place,
    field: String? = nil,
    value: String? = nil,
    rule: String,
    fix: String = ""
  ) {
    append(place.issue(.note, field: field, value: value, rule: rule, fix: fix))
  }

  /// Adds how many more there are of a kind of which the first ones were told.
  package mutating func more(_ count: Int, _ what: String, at place: Place, field: String? = nil) {
    let rule = "\(count) more such \(what)"
    append(
      place.issue(.more, field: field, rule: rule, fix: "Fix the first ones and check again.")
    )
  }

  /// The issues of a file as a whole, told where the file is named.
  func moved(to mention: Mention) -> IssueLog {
    var moved = self
    moved.issues = issues.map { issue in
      var issue = issue
      issue.rule = "\(issue.file) " + issue.rule
      (issue.file, issue.line, issue.column) = (
        mention.place.file, mention.place.line, mention.place.column
      )
      (issue.field, issue.value) = (mention.field, mention.text)
      return issue
    }
    return moved
  }

  /// Has issues of files that were made of sheets told at the sheets.
  package mutating func tell(at origins: [String: SheetOrigin]) {
    self.origins.merge(origins) { first, _ in first }
  }

  /// Adds all issues of another log.
  package mutating func merge(_ other: IssueLog) {
    issues += other.issues
    errors += other.errors
    missing += other.missing
    tell(at: other.origins)
  }

  /// The issues by file, line and column, each once.
  package func sorted() -> [Issue] {
    var kept: [Issue] = []
    kept.reserveCapacity(issues.count)
    let placed = origins.isEmpty ? issues : issues.compactMap(placed)
    for issue in placed.sorted() where kept.last != issue { kept.append(issue) }
    return kept
  }

  /// An issue at the sheet its file was made of, which its words name as well.
  private func placed(_ issue: Issue) -> Issue? {
    let origin = origins[issue.file]
    guard var placed = origin.map({ $0.placed(issue) }) ?? issue else { return nil }
    // A path may begin with another: the longer one is meant.
    for (path, origin) in origins.sorted(by: { $0.key.utf8.count > $1.key.utf8.count })
    where placed.rule.contains(path) {
      placed.rule = placed.rule.replacing(path, with: "\(origin.workbook):\(origin.sheet)")
    }
    return placed
  }

  /// Throws all issues if one is an error; as missing if every error is about a missing file.
  package func throwIfErrors() throws(InputError) {
    guard hasErrors else { return }
    throw missing == errors ? .missing(sorted()) : .invalid(sorted())
  }
}
