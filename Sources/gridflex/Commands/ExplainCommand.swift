import Arguments
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import GridPlanning
import LinearProgramming
import Reporting
import Tables

/// `gridflex explain`: why a goal of a result fails, and what fixes it cheapest.
enum ExplainCommand {
  static let command = Command(
    "explain",
    summary: "Tell why a goal fails and what fixes it cheapest.",
    arguments: [
      ("RESULT", "A result folder of `gridflex dispatch`."),
      ("[GOAL]", "The goal; all that are missed or tight without it."),
    ],
    options: [
      .init(format), .init(SolveArguments.threads), .init(timeLimit), .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let format = SolveArguments.format("What to print: a text, or the same as data.")
  private static let timeLimit = SolveArguments.timeLimit("Stop then with what is known so far.")

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let progress = ProgressLine(quiet: line[ModelArguments.quiet])
    defer { progress.clear() }
    let monitor = SolveMonitor { progress.show($0) }
    Interruption.listen("stopping with what is known so far; again to quit at once") {
      monitor.cancel()
    }
    progress.show(.reading)
    // One limit for all that is solved on the way.
    let limited = monitor.limited(toSeconds: line[timeLimit])
    let result: EarlierResult
    do {
      result = try EarlierResult(folder: line.arguments[0])
    } catch let error as InputError {
      IssueText.tell(error.issues, of: line.arguments[0] + "/resolved")
      return error.exitCode
    } catch {
      Console.message("gridflex: \(error)\n")
      return ExitCode.missingFile
    }
    var options = DispatchOptions()
    options.threads = line[SolveArguments.threads] ?? ProcessInfo.processInfo.activeProcessorCount
    let explainer = Explainer(
      result.model,
      reached: result.reached,
      holding: result.holding,
      options: options,
      monitor: limited
    )
    let fixes = GoalFixes(
      result.model,
      holding: result.holding,
      runningCost: result.cost,
      options: options,
      monitor: limited
    )
    let (goals, fault) = goals(line, result.model, explainer)
    if let fault {
      Console.message("gridflex: \(fault)\n")
      return ExitCode.wrongUsage
    }
    do {
      var explanations: [Explanation] = []
      for goal in goals where !explainer.isStopped {
        guard var explanation = try explainer.explain(goal) else { continue }
        try fixes.find(&explanation)
        explanations.append(explanation)
      }
      progress.clear()
      let code = finish(explanations, of: result.model, wasStopped: explainer.isStopped, line)
      guard explainer.isStopped, code == ExitCode.success else { return code }
      let by = monitor.isCancelled ? "a signal" : "the time limit"
      Console.message("gridflex: stopped by \(by); this is what was known until then\n")
      return ExitCode.stopped
    } catch {
      Console.message("gridflex: internal error: \(error)\n")
      return ExitCode.internalError
    }
  }

  /// The goals to explain, or why there are none.
  private static func goals(
    _ line: Command.Line,
    _ model: GridModel,
    _ explainer: Explainer
  ) -> (goals: [Goal], fault: String?) {
    guard line.arguments.count > 1 else { return (explainer.goalsToExplain, nil) }
    let name = line.arguments[1]
    guard let goal = model.goals.first(where: { $0.id == name }) else {
      let near = suggestion(for: name, among: model.goals.map(\.id))
      return ([], "the model has no goal '\(name)'\(near)")
    }
    guard goal.threshold != nil else {
      return ([], "the goal '\(name)' has no threshold, so there is nothing to miss")
    }
    return ([goal], nil)
  }

  private static func finish(
    _ explanations: [Explanation],
    of model: GridModel,
    wasStopped: Bool,
    _ line: Command.Line
  ) -> Int32 {
    if line[format] == "json" {
      let value = JSONValue.object([
        ("model", .text(model.name)), ("currency", .text(model.currency)),
        ("explanations", .array(explanations.map(\.json))),
      ])
      return Console.finish(value.rendered(), with: ExitCode.success)
    }
    if explanations.isEmpty, !wasStopped {
      let text = "every goal that has a threshold holds, none of them narrowly\n"
      return Console.finish(text, with: ExitCode.success)
    }
    let texts = explanations.map { ExplanationText($0, currency: model.currency).text }
    return Console.finish(texts.joined(separator: "\n"), with: ExitCode.success)
  }
}
