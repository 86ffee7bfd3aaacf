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

/// `gridflex plan`: the cheapest sizes of a model's options with which its goals hold.
enum PlanCommand {
  static let command = Command(
    "plan",
    summary: "Size a model's options at least cost so that its goals hold.",
    arguments: [ModelArguments.model],
    options: [
      .init(PlanArguments.goals), .init(PlanArguments.chosen), .init(least), .init(fractions),
      .init(alone),
      .init(goalCosts), .init(output),
      .init(ModelArguments.from), .init(ModelArguments.hours), .init(method), .init(gap),
      .init(ModelArguments.changes), .init(ModelArguments.data), .init(format),
      .init(SolveArguments.netCDF), .init(SolveArguments.csv), .init(SolveArguments.language),
      .init(SolveArguments.threads), .init(timeLimit), .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let least = Option.choice(
    "least",
    PlanOptions.Aim.allCases.map(\.rawValue),
    defaultText: "cost",
    help: "What it makes least: cost of hours and options, or outlay."
  )
  private static let fractions = Option.flag("fractions", help: "Let parts of units be taken.")
  private static let alone = Option.flag(
    "alone",
    help: "Do not dispatch the grid as it stands beside the plan."
  )
  private static let goalCosts = Option.flag(
    "goal-costs",
    help: "Size again without each goal that binds, and tell what it costs."
  )
  private static let output = Option.text(
    "output",
    "DIR",
    defaultText: "results/<model name>-plan",
    help: "Result folder; an older result is replaced."
  )
  private static let method = SolveArguments.method(
    "How to solve the dispatch of the planned grid."
  )
  private static let gap = SolveArguments.gap(
    "Certified gap of the whole plan that is good enough."
  )
  private static let format = SolveArguments.format("What to print: a page, or summary.json.")
  private static let timeLimit = SolveArguments.timeLimit("Stop then with the best plan so far.")

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    guard SolveArguments.usesForms(line) else { return ExitCode.wrongUsage }
    let progress = ProgressLine(quiet: line[ModelArguments.quiet])
    defer { progress.clear() }
    let monitor = SolveMonitor { progress.show($0) }
    Interruption.listen("stopping with the best plan so far; again to quit at once") {
      monitor.cancel()
    }
    var watch = Stopwatch()
    progress.show(.reading)
    let (input, code) = ModelArguments.read(line) { progress.clear() }
    guard var model = input?.model else { return code }
    let options: PlanOptions
    switch PlanArguments.choose(line, in: &model) {
    case .success(let goals): options = Self.options(of: line, holding: goals)
    case .failure(let fault):
      Console.message("gridflex: \(fault.text)\n")
      return ExitCode.wrongUsage
    }
    let path = line[output] ?? ResultName.folder(of: model) + "-plan"
    var timing = Timing()
    timing.threads = options.dispatch.threads
    timing.read = watch.lap()
    progress.show(.building)
    let outcome: PlanOutcome
    do {
      try AtomicFolder.check(path)
      outcome = try Planner.run(
        model,
        options: options,
        reading: { changes throws(InputError) in
          var planned = try ModelArguments.model(line, with: changes)
          planned.changes = model.changes
          return planned
        },
        monitor: monitor
      )
    } catch let error as OutputError {
      return SolveArguments.cannotWrite(error)
    } catch {
      Console.message("gridflex: internal error: \(error)\n")
      return ExitCode.internalError
    }
    progress.clear()
    timing.solve = watch.lap()
    switch outcome {
    case .infeasible(let reason):
      Console.message("gridflex: no plan: \(reason) (proved)\n")
      return ExitCode.infeasible
    case .outOfReach(let missing):
      tell(missing)
      return ExitCode.goalMissed
    case .nothing(let reason):
      Console.message("gridflex: no plan: \(reason)\n")
      let wasStopped = monitor.isCancelled || options.dispatch.timeLimit != nil
      return wasStopped ? ExitCode.stopped : ExitCode.internalError
    case .planned(let plan):
      timing.method = plan.dispatch.method
      timing.iterations = plan.dispatch.iterations
      timing.stages = plan.stages
      progress.show(.checking)
      let code = finish(plan, of: model, line, options, timing, progress, to: path)
      let isStopped = monitor.isCancelled || plan.dispatch.wasStopped
      let isShort = isStopped || plan.gap > plan.gapAsked
      return isShort && code <= ExitCode.goalMissed ? ExitCode.stopped : code
    }
  }

  private static func options(
    of line: Command.Line,
    holding goals: PlanOptions.Goals
  ) -> PlanOptions {
    var options = PlanOptions()
    options.dispatch.method = line[method].flatMap(DispatchOptions.Method.init) ?? .auto
    options.dispatch.gap = line[gap] ?? options.dispatch.gap
    options.dispatch.threads =
      line[SolveArguments.threads] ?? ProcessInfo.processInfo.activeProcessorCount
    options.dispatch.timeLimit = line[timeLimit]
    options.goals = goals
    options.aim = line[least].flatMap(PlanOptions.Aim.init) ?? .cost
    options.takesFractions = line[fractions]
    options.comparesPresent = !line[alone]
    options.pricesGoals = line[goalCosts]
    return options
  }

  private static func finish(
    _ plan: PlanResult,
    of model: GridModel,
    _ line: Command.Line,
    _ options: PlanOptions,
    _ timing: Timing,
    _ progress: ProgressLine,
    to path: String
  ) -> Int32 {
    let check = Verifier.verify(plan.grid, plan.dispatch, enforcesGoals: !plan.goals.isEmpty)
    guard check.keepsRules else {
      progress.clear()
      return SolveArguments.tell(check)
    }
    let summary = Summary(of: plan.dispatch, for: plan.grid, verification: check)
    let before = plan.present.map { present in
      Summary(
        of: present,
        for: model,
        verification: Verifier.verify(model, present, enforcesGoals: false)
      )
    }
    let report = PlanReport(plan, after: summary, before: before)
    progress.show(.writing)
    do throws(OutputError) {
      try ResultFolder.write(
        summary,
        plan: report,
        schedule: plan.dispatch.schedule,
        resolved: plan.grid.resolved,
        options: used(options, model, line),
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
    if plan.gap > plan.gapAsked { Console.message("gridflex: the gap asked for is not met\n") }
    SolveArguments.tell(check.differences)
    let text =
      line[format] == "json"
      ? summary.json(plan: report.json).rendered() : report.text + "\nresults in \(path)\n"
    let code = plan.holdsGoals ? ExitCode.success : ExitCode.goalMissed
    return Console.finish(text, with: code, writtenTo: path)
  }

  /// What a dispatch of the resolved model is run with.
  private static func used(
    _ options: PlanOptions,
    _ model: GridModel,
    _ line: Command.Line
  ) -> JSONValue {
    .object([
      ("from", .text(model.horizon.start.description)), ("hours", .integer(model.horizon.hours)),
      ("set", .array(line[ModelArguments.changes].map { .text($0) })),
      ("variant", model.changes.json), ("data", .text(line[ModelArguments.data])),
      ("method", .text(options.dispatch.method.rawValue)),
      ("gap", .number(options.dispatch.gap)), ("enforceGoals", .bool(options.goals != .none)),
      ("timeLimit", .null),
    ])
  }

  private static func tell(_ missing: [MissingGoal]) {
    Console.message("gridflex: no sizes of the options hold the goals (proved)\n")
    for goal in missing {
      let amount = Amount.plain(goal.missing)
      Console.message("  \(goal.goal.id): at least \(amount) \(goal.unit) are missing\n")
    }
  }
}
