import Tables

/// Issues as they stand on stderr: one a line, then how many there are.
enum IssueText {
  /// Writes the issues of a model folder, if any.
  static func tell(_ issues: [Issue], of folder: String) {
    guard !issues.isEmpty else { return }
    Console.message(issues.map { $0.description + "\n" }.joined() + "\(folder): \(count(issues))\n")
  }

  /// How many issues there are of each severity, such as `2 errors, 1 warning`.
  static func count(_ issues: [Issue]) -> String {
    let counts: [(Issue.Severity, String)] = [
      (.error, "error"), (.warning, "warning"), (.note, "note"),
    ]
    let parts = counts.compactMap { severity, word -> String? in
      let count = issues.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no issues" : parts.joined(separator: ", ")
  }
}
