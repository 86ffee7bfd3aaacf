import Arguments
import GridFormulation
import Hourly
import Reporting
import Tables

/// `gridflex check`: reads and validates a model, lists every issue, shows what it read.
enum CheckCommand {
  static let command = Command(
    "check",
    summary: "Read a model, list every issue and show what was read; solve nothing.",
    arguments: [ModelArguments.model],
    options: [
      .init(ModelArguments.from), .init(ModelArguments.hours), .init(ModelArguments.changes),
      .init(ModelArguments.data), .init(format), .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let format = Option.choice(
    "format",
    ["text", "json"],
    defaultText: "text",
    help: "What to print: tables, or the same as data."
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let (input, code) = ModelArguments.read(line)
    guard let model = input?.model else { return code }
    let overview = ModelOverview(of: model)
    if line[format] == "json" {
      return Console.finish(overview.json.rendered(), with: ExitCode.success)
    }
    let hours = NumberText.grouped(Double(model.horizon.hours))
    let head =
      "\(model.name): \(hours) h from \(model.horizon.start), \(overview.assetCount) assets,"
      + " \(overview.goalCount) goals: \(IssueText.count(model.issues))\n"
    return Console.finish(head + "\n" + overview.text, with: ExitCode.success)
  }
}
