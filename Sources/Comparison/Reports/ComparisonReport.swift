import Reporting

/// All pairs of a command in one report.
public struct ComparisonReport: Sendable {
  /// A form that a report can have.
  public enum Format: String, Sendable, CaseIterable {
    case text, json, junit, markdown, github
  }

  /// The pairs in the order of the command line.
  public let pairs: [ComparedPair]
  /// Results of the base that have no like in the other folder.
  public let missing: [String]
  /// Results that stand in the other folder alone.
  public let added: [String]

  /// A report of pairs, and of what could not be paired.
  public init(_ pairs: [ComparedPair], missing: [String] = [], added: [String] = []) {
    (self.pairs, self.missing, self.added) = (pairs, missing, added)
  }

  /// The worst answer of all pairs; a result that is missing cannot be compared.
  public var answer: ComparedPair.Answer {
    let worst = pairs.map(\.answer).max() ?? .same
    return missing.isEmpty ? worst : .notComparable
  }

  /// The report in a form.
  public func rendered(as format: Format) -> String {
    switch format {
    case .text: text
    case .json: json.rendered()
    case .junit: JUnitReport.xml(of: self)
    case .markdown: MarkdownReport.text(of: self)
    case .github: GitHubAnnotations.text(of: self)
    }
  }

  /// What could not be paired, in sentences.
  var strays: [String] {
    missing.map { "\($0) has no like in the other folder" }
      + added.map { "\($0) stands in the other folder alone, and is not compared" }
  }

  /// The page of a pair; of several the pages of those that are not the same, and all answers at the end.
  private var text: String {
    guard pairs.count > 1 || !strays.isEmpty else { return pairs.map(\.text).joined() }
    var parts = pairs.filter { $0.answer != .same }.map(\.text)
    let answers = pairs.flatMap {
      WrappedText.lines("\($0.other.path): " + ComparisonSentences.answer($0), first: 2, rest: 4)
    }
    let lines = ["all"] + answers + strays.flatMap { WrappedText.lines($0, first: 2, rest: 4) }
    parts.append(lines.joined(separator: "\n") + "\n")
    return parts.joined(separator: "\n" + String(repeating: "─", count: 100) + "\n")
  }
}
