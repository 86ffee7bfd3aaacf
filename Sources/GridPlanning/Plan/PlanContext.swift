import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import Tables

/// What is planned and how: the model with its options, what was asked for, and how programs are solved.
struct PlanContext {
  let grid: GridModel
  let options: PlanOptions
  let monitor: SolveMonitor
  let reading: Planner.Reading?
  let sized: SizedGrid

  /// Rows from which sizes are sought by the interior point: they join all hours, which simplex is slow with.
  static let interiorRows = 8_000

  /// How far a row may be off in the program that sizes come from, MW.
  private static let rowTolerance = 1.0

  /// How the programs are solved that sizes come from.
  var solving: SolveOptions {
    var solving = SolveOptions(
      method: .exact,
      gap: options.dispatch.gap / 10,
      threads: options.dispatch.threads
    )
    solving.seeksFirst = false
    // Sizes and a bound are asked for, no schedule: a hundredth of the gap is near enough.
    solving.interiorTolerance =
      options.takesFractions ? 1e-7 : max(options.dispatch.gap / 100, 1e-7)
    solving.rowTolerance = Self.rowTolerance
    solving.interiorRows = Self.interiorRows
    return solving
  }

  func solve(_ program: LinearProgram) throws(SolverError) -> SolveResult {
    let solved = try Solver.solve(program, options: solving, monitor: monitor)
    if monitor.isStopped, !solved.lowerBound.isFinite { throw .stopped }
    return solved
  }

  /// Options from which sizes are first sought without any, and then with those that turn out to be wanted.
  static let manyOptions = 12

  /// The options that sizes are first sought with: all where they are few, else those that must be taken.
  var firstOptions: [Bool] {
    let isMany = sized.options.count > Self.manyOptions
    return sized.options.map { !isMany || $0.extent.least > 0 }
  }

  /// Solves for sizes with some options, and with those too that turn out to be wanted, until none is.
  func solve(
    _ sizes: SizedProgram,
    with likely: [Bool]
  ) throws(SolverError) -> SolveResult {
    var active = likely
    let pricing = SizePricing(sizes.program, sizes: sizes.columns)
    while true {
      let answer = try pricing.solve(active: active, options: solving, monitor: monitor)
      if monitor.isStopped, !answer.result.lowerBound.isFinite { throw .stopped }
      let isNear = answer.result.gap <= options.dispatch.gap / 10
      guard answer.wanted.contains(true), !isNear else { return answer.result }
      active = zip(active, answer.wanted).map { $0 || $1 }
    }
  }

  /// The program that sizes come from.
  func program(
    holding choice: GoalChoice,
    figures: [FigureRow] = [],
    statesTimes: Bool = true
  ) -> SizedProgram {
    SizedProgram(
      sized,
      holding: choice,
      figures: figures,
      aim: options.aim,
      statesTimes: statesTimes
    )
  }

  /// What unserved demand of a dispatch counts beside its cost, so that it stands with bounds of the program.
  func extra(of result: DispatchResult, _ choice: GoalChoice) -> Double {
    guard choice.servesDemand, options.aim == .cost else { return 0 }
    return SizedProgram.unservedWeight * result.cost(of: .unserved)
  }

  /// What shares of options cost in the hours solved.
  func cost(of shares: [Double]) -> Double {
    zip(sized.options, shares).reduce(0) { $0 + $1.1 * $1.0.cost.perYear }
      * grid.setting.yearShare
  }
}
