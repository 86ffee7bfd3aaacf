import Arguments
import Comparison
import Tables

/// `gridflex compare`: holds results against a base, by certified intervals and tolerances.
enum CompareCommand {
  static let command = Command(
    "compare",
    summary: "Tell what differs between results: in their models, costs, goals and energies.",
    arguments: [
      ("BASE", "A result folder, a baseline, or a folder of either."),
      ("OTHER...", "Results to hold against it, or folders of them; those of one name are paired."),
    ],
    options: [
      .init(tolerance), .init(format), .init(assets), .init(hours), .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let tolerance = Option.text(
    "tolerance",
    "FILE",
    defaultText: "that of the baseline, else of 'gridflex describe tolerance'",
    help: "A YAML file of tolerances."
  )
  private static let format = Option.choice(
    "format",
    ComparisonReport.Format.allCases.map(\.rawValue),
    defaultText: "text",
    help: "What to print: tables, data, or a report for a pipeline."
  )
  private static let assets = Option.flag(
    "assets",
    help: "Judge plants of a kind one by one, though ties may leave them free."
  )
  private static let hours = Option.flag("hourly", help: "Judge single hours of the series too.")

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let paths = line.arguments
    do throws(InputError) {
      let given = try line[tolerance].map { file throws(InputError) in
        try ToleranceSet.read(path: file)
      }
      var pairs: [ComparedPair] = []
      var (missing, added): ([String], [String]) = ([], [])
      for other in paths.dropFirst() {
        let found = ResultPairs(paths[0], other)
        missing += found.missing
        added += found.added
        for pair in found.pairs {
          pairs.append(try compared(pair.base, pair.other, given, line))
        }
      }
      let report = ComparisonReport(pairs, missing: missing, added: added)
      let form = line[format].flatMap(ComparisonReport.Format.init) ?? .text
      return Console.finish(report.rendered(as: form), with: code(of: report.answer))
    } catch {
      IssueText.tell(error.issues, of: "gridflex compare")
      return error.exitCode
    }
  }

  private static func compared(
    _ base: String,
    _ other: String,
    _ given: ToleranceSet?,
    _ line: Command.Line
  ) throws(InputError) -> ComparedPair {
    let sides = (try ComparedResult.read(base), try ComparedResult.read(other))
    for note in [sides.0.versionNote, sides.1.versionNote].compactMap(\.self) {
      Console.message("gridflex: \(note)\n")
    }
    var tolerances = given ?? sides.0.tolerances ?? sides.1.tolerances ?? .standard
    if line[assets] { tolerances.judgesAssets = true }
    if line[hours] { tolerances.judgesHours = true }
    return ComparedPair(sides.0, sides.1, tolerances: tolerances)
  }

  private static func code(of answer: ComparedPair.Answer) -> Int32 {
    switch answer {
    case .same: ExitCode.success
    case .different: ExitCode.different
    case .notComparable: ExitCode.notComparable
    }
  }
}
