import Arguments
import Grid
import GridDispatch

/// `gridflex check`: reads and validates a model, lists every issue, solves nothing.
enum CheckCommand {
  static let command = Command(
    "check",
    summary: "Read a model and list every issue; solve nothing.",
    arguments: [ModelArguments.model],
    options: [
      .init(ModelArguments.from), .init(ModelArguments.hours), .init(ModelArguments.changes),
      .init(ModelArguments.data), .init(ModelArguments.quiet),
    ],
    action: run
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let (model, code) = ModelArguments.read(line)
    guard let model else { return code }
    let hours = NumberText.grouped(Double(model.horizon.hours))
    let assets = model.assetSummaries.count
    let text =
      "\(model.name): \(hours) h from \(model.horizon.start), \(assets) assets,"
      + " \(model.goals.count) goals: \(IssueText.count(model.issues))\n"
    return Console.finish(text, with: ExitCode.success)
  }
}
