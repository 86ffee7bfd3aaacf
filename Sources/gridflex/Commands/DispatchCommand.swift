import Arguments
import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import GridPlanning
import Hourly
import LinearProgramming
import Reporting
import Tables
import Verification

/// `gridflex dispatch`: schedules a model, judges its goals, writes the result folder.
enum DispatchCommand {
  static let command = Command(
    "dispatch",
    summary: "Schedule a model hour by hour and judge its goals.",
    arguments: [ModelArguments.model],
    options: [
      .init(output), .init(ModelArguments.from), .init(ModelArguments.hours), .init(method),
      .init(gap), .init(enforceGoals), .init(accommodation), .init(TakeArguments.goal),
      .init(TakeArguments.take),
      .init(ModelArguments.changes),
      .init(ModelArguments.data),
      .init(format), .init(SolveArguments.netCDF), .init(SolveArguments.csv),
      .init(SolveArguments.language), .init(SolveArguments.threads), .init(timeLimit),
      .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let output = Option.text(
    "output",
    "DIR",
    defaultText:
      "results/<model name>, and what --set changes: results/<model name>+<name.column=value>",
    help: "Result folder; an older result is replaced."
  )
  private static let method = SolveArguments.method("How to solve.")
  private static let gap = SolveArguments.gap("Certified gap that is good enough.")
  private static let enforceGoals = Option.flag(
    "enforce-goals",
    help: "Make the goals that dispatch can serve rules of it."
  )
  private static let accommodation = Option.flag(
    "accommodation",
    help: "Find the most wind and PV that the grid uses to 95 and to 90 %; takes minutes of a year."
  )
  private static let format = SolveArguments.format("What to print: a summary, or summary.json.")
  private static let timeLimit = SolveArguments.timeLimit("Stop then with the best result so far.")

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    guard SolveArguments.usesForms(line) else { return ExitCode.wrongUsage }
    let progress = ProgressLine(quiet: line[ModelArguments.quiet], solvesOnce: true)
    defer { progress.clear() }
    let monitor = SolveMonitor { progress.show($0) }
    Interruption.listen("stopping with the best result so far; again to quit at once") {
      monitor.cancel()
    }
    var watch = Stopwatch()
    progress.show(.reading)
    let (input, code) = ModelArguments.read(line) { progress.clear() }
    guard var model = input?.model else { return code }
    if let used = input?.used { model.changes = used.changes(and: model.changes) }
    let taken: TakenSizes?
    switch TakeArguments.taken(line, &model) {
    case .success(let sizes): taken = sizes
    case .failure(let fault):
      Console.message("gridflex: \(fault.text)\n")
      return ExitCode.wrongUsage
    }
    let path = line[output] ?? ResultName.folder(of: model)
    let options = options(of: line, input?.used)
    var timing = Timing()
    timing.threads = options.threads
    timing.read = watch.lap()
    progress.show(.building)
    let outcome: GoalOutcome
    do {
      try AtomicFolder.check(path)
      outcome = try GoalDispatch.run(model, options: options, monitor: monitor)
    } catch let error as OutputError {
      return SolveArguments.cannotWrite(error)
    } catch {
      Console.message("gridflex: internal error: \(error)\n")
      return ExitCode.internalError
    }
    progress.clear()
    timing.solve = watch.lap()
    switch outcome {
    case .infeasible(let report): return tell(report)
    case .nothing(let reason):
      Console.message("gridflex: no result: \(reason)\n")
      let wasStopped = monitor.isCancelled || options.timeLimit != nil
      return wasStopped ? ExitCode.stopped : ExitCode.internalError
    case .solved(let result):
      timing.take(result)
      if result.wasStopped { tellStop(bySignal: monitor.isCancelled) }
      progress.show(.checking)
      let asked = used(options, model, line, input?.used, taken)
      // One limit for all that is solved.
      let left = monitor.limited(toSeconds: options.timeLimit.map { max(0, $0 - timing.solve) })
      let accommodated: [Accommodation]
      do throws(SolverError) {
        accommodated = try Self.accommodated(by: model, line, options, left)
      } catch {
        Console.message("gridflex: internal error: \(error)\n")
        return ExitCode.internalError
      }
      let code = finish(
        result,
        accommodated,
        of: model,
        line,
        options,
        asked: asked,
        taken,
        timing,
        progress,
        to: path
      )
      let isCut = line[accommodation] && left.isStopped
      let isShort = result.status != .optimal || result.wasStopped || isCut
      return isShort && code <= ExitCode.goalMissed ? ExitCode.stopped : code
    }
  }

  private static func tellStop(bySignal: Bool) {
    let by = bySignal ? "a signal" : "the time limit"
    Console.message("gridflex: stopped by \(by); this is the best schedule until then\n")
  }

  /// What the command line asks for, and the result that the model is of, where the line says nothing.
  private static func options(of line: Command.Line, _ used: UsedOptions?) -> GoalOptions {
    var options = GoalOptions()
    options.method =
      (line[method] ?? used?.method).flatMap(DispatchOptions.Method.init) ?? .auto
    options.gap = line[gap] ?? used?.gap ?? options.gap
    options.threads = line[SolveArguments.threads] ?? ProcessInfo.processInfo.activeProcessorCount
    options.timeLimit = line[timeLimit] ?? used?.timeLimit
    options.enforcesGoals = line[enforceGoals] || used?.enforceGoals == true
    return options
  }

  /// Rates of use at which the most wind and PV is sought.
  private static let useRates = [0.95, 0.9]

  /// The most wind and PV that the model takes, where the line asks for it; what is known of it where it was stopped.
  private static func accommodated(
    by model: GridModel,
    _ line: Command.Line,
    _ options: GoalOptions,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> [Accommodation] {
    guard line[accommodation] else { return [] }
    var found: [Accommodation] = []
    do throws(SolverError) {
      found = try AccommodationStudy(model, options: options.dispatch, monitor: monitor)
        .found(at: useRates)
    } catch .stopped {
      found = []
    }
    if monitor.isStopped {
      Console.message("gridflex: stopped before all of what the grid takes was found\n")
    }
    return found
  }

  /// Writes the result, prints the summary and answers the exit code.
  private static func finish(
    _ result: JudgedResult,
    _ accommodated: [Accommodation],
    of model: GridModel,
    _ line: Command.Line,
    _ options: GoalOptions,
    asked: JSONValue,
    _ taken: TakenSizes?,
    _ timing: Timing,
    _ progress: ProgressLine,
    to path: String
  ) -> Int32 {
    let check = Verifier.verify(model, result, enforcesGoals: options.enforcesGoals)
    guard check.keepsRules else {
      progress.clear()
      return SolveArguments.tell(check)
    }
    var summary = Summary(of: result, for: model, verification: check)
    summary.accommodation = accommodated
    progress.show(.writing)
    do throws(OutputError) {
      try ResultFolder.write(
        summary,
        schedule: result.schedule,
        resolved: model.resolved,
        options: asked,
        forms: SolveArguments.forms(line),
        timing: { writing in
          var timing = timing
          timing.write = Stopwatch.seconds(writing)
          timing.peakMemory = Stopwatch.peakMemory
          return timing
        },
        to: path
      )
    } catch {
      progress.clear()
      return SolveArguments.cannotWrite(error)
    }
    progress.clear()
    if result.status != .optimal {
      if result.gap > options.gap { Console.message("gridflex: the gap asked for is not met\n") }
      for message in result.messages { Console.message("  \(message)\n") }
    }
    SolveArguments.tell(check.differences)
    let code = exitCode(of: result, by: line[TakeArguments.goal])
    let text =
      line[format] == "json"
      ? summary.json.rendered()
      : summary.text + TakeArguments.told(taken, model.currency) + "\nresults in \(path)\n"
    return Console.finish(text, with: code, writtenTo: path)
  }

  /// What the command line asked for, as far as it bears on the result.
  private static func used(
    _ options: GoalOptions,
    _ model: GridModel,
    _ line: Command.Line,
    _ earlier: UsedOptions?,
    _ taken: TakenSizes?
  ) -> JSONValue {
    let horizon = model.horizon
    let changes =
      (earlier?.set ?? []) + line[ModelArguments.changes] + (taken?.settings ?? [])
    return .object([
      ("from", .text(horizon.start.description)), ("hours", .integer(horizon.hours)),
      ("set", .array(changes.map { .text($0) })),
      ("variant", model.changes.json),
      ("data", .text(line[ModelArguments.data] ?? earlier?.data)),
      ("method", .text(options.method.rawValue)),
      ("gap", .number(options.gap)), ("enforceGoals", .bool(options.enforcesGoals)),
      ("timeLimit", .number(options.timeLimit)),
    ])
  }

  /// Whether goals hold: those that the line names, or all.
  private static func exitCode(of result: JudgedResult, by ids: [String]) -> Int32 {
    let deciding = result.verdicts.filter { ids.isEmpty || ids.contains($0.goal.id) }
    let isMissed = deciding.contains { $0.verdict == .fail || $0.verdict == .unattainable }
    return isMissed ? ExitCode.goalMissed : ExitCode.success
  }

  private static func tell(_ report: InfeasibilityReport) -> Int32 {
    let proof = report.isProved ? "proved" : "not proved"
    Console.message("gridflex: no schedule meets the rules of the model (\(proof))\n")
    if report.findings.isEmpty {
      Console.message("gridflex: stopped before the hours and rules in conflict were found\n")
    }
    for finding in report.findings {
      Console.message("\(period(from: finding.start, to: finding.end)): \(finding.text)\n")
    }
    return ExitCode.infeasible
  }

  /// A period as `2030-01-17 03:00 to 05:00`, with the second date where it differs.
  private static func period(from start: TimeStamp, to end: TimeStamp) -> String {
    let first = start.description.replacing("T", with: " ")
    let last = end.description.split(separator: "T")
    let isOneDay = start.description.hasPrefix(last[0])
    return "\(first) to \(isOneDay ? "" : "\(last[0]) ")\(last[1])"
  }
}

extension Timing {
  /// Takes how a result was made; what was built is no part of solving.
  fileprivate mutating func take(_ result: JudgedResult) {
    method = result.method
    build = Stopwatch.seconds(result.buildTime)
    solve -= build
    iterations = result.iterations
    guard !result.work.isEmpty else { return }
    computed = [1, 2, 8, 32].map { ($0, result.work.seconds(threads: $0)) }
  }
}
