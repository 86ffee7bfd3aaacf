/// A report as workflow commands of GitHub: an error for each figure that differs, a notice where all is the same.
enum GitHubAnnotations {
  /// GitHub shows ten errors of a step; the last one then tells how many more there are.
  private static let limit = 10

  static func text(of report: ComparisonReport) -> String {
    var errors: [String] = []
    var notices: [String] = []
    for pair in report.pairs {
      let title = "gridflex compare: \(pair.other.record.model)"
      switch pair.answer {
      case .notComparable:
        errors += pair.obstacles.map {
          command("error", title, "\(pair.other.path): not comparable, \($0)")
        }
      case .same:
        let answer = ComparisonSentences.answer(pair)
        notices.append(command("notice", title, "\(pair.other.path): \(answer)"))
      case .different:
        errors += ComparisonSentences.entries(of: pair).filter(\.outcome.differs)
          .map { command("error", title, "\(pair.other.path): \($0.sentence)") }
      }
    }
    errors += report.missing.map {
      command("error", "gridflex compare", "\($0) has no like in the other folder")
    }
    notices += report.added.map {
      command("notice", "gridflex compare", "\($0) stands in the other folder alone")
    }
    if errors.count > limit {
      let rest = errors.count - limit + 1
      errors =
        errors.prefix(limit - 1) + [
          command("error", "gridflex compare", "\(rest) more differences; see the report as text")
        ]
    }
    return (errors + notices).map { $0 + "\n" }.joined()
  }

  /// A command; what would end its parts is escaped as GitHub asks.
  private static func command(_ kind: String, _ title: String, _ message: String) -> String {
    let text = data(message)
    let name = data(title).replacing(":", with: "%3A").replacing(",", with: "%2C")
    return "::\(kind) title=\(name)::\(text)"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }
}
