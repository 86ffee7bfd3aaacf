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
  private(set) var monitor: SolveMonitor
  let reading: Planner.Reading?
  let sized: SizedGrid

  /// Rows from which sizes are sought by the interior point: they join all hours, which simplex is slow with.
  static let interiorRows = 8_000

  /// Rows up to which simplex solves what the interior point could not: with more it would not end.
  static let mostSimplexRows = 100_000

  /// How far a row may be off in the program that sizes come from, MW, where they are rounded to whole units.
  private static let rowTolerance = 1.0

  /// The same, whose solves are told as what they are for.
  func telling(_ task: String, gap: Double? = nil) -> PlanContext {
    var context = self
    context.monitor = monitor.named(task, gap: gap)
    return context
  }

  /// Whether the program's own sizes are taken: parts of units may be, or no option comes in units.
  var takesOwnSizes: Bool {
    options.takesFractions || sized.options.allSatisfy { $0.extent.parts == nil }
  }

  /// How the programs are solved that sizes come from.
  var solving: SolveOptions {
    var solving = SolveOptions(
      method: .exact,
      gap: options.dispatch.gap / 10,
      threads: options.dispatch.threads
    )
    solving.seeksFirst = false
    // Sizes and a bound are asked for, no schedule: a hundredth of the gap is near enough.
    // Those that are taken as they are leave short what they are off by.
    solving.interiorTolerance = takesOwnSizes ? 1e-7 : max(options.dispatch.gap / 100, 1e-7)
    if !takesOwnSizes { solving.rowTolerance = Self.rowTolerance }
    solving.interiorRows = Self.interiorRows
    return solving
  }

  /// How programs are solved where another one follows if there is no answer: nobody asks simplex or why.
  var solvingOnce: SolveOptions {
    var solving = solving
    (solving.fallsBack, solving.provesInfeasibility) = (false, false)
    solving.triesRay = true
    return solving
  }

  func solve(_ program: LinearProgram) throws(SolverError) -> SolveResult {
    var solving = solving
    solving.fallsBack = program.rowCount <= Self.mostSimplexRows
    let solved = try Solver.solve(program, options: solving, monitor: monitor)
    if monitor.isStopped, !solved.lowerBound.isFinite { throw .stopped }
    return solved
  }

  /// Options from which sizes are sought with those that a program by blocks of hours takes, and then with those that
  /// turn out to be wanted.
  private static let manyOptions = 12
  /// Whether there are so many.
  var isMany: Bool { sized.options.count > Self.manyOptions }
  /// Hours in a block of that program, and how many blocks there must be at least.
  private static let block = 6
  private static let fewestBlocks = 12
  /// The share of its most from which a size counts as taken there.
  private static let leastShare = 1e-3

  /// Solves for sizes.
  func solve(sizes: SizedProgram) throws(SolverError) -> SolveResult {
    guard var active = try likely(sizes), let found = try solve(sizes, active: &active) else {
      return try solve(sizes.program)
    }
    return found
  }

  /// Solves for sizes with those that are likely taken, and with those that turn out to be wanted; nil where that has
  /// neither an answer nor a proof that there is none.
  ///
  /// - Parameters:
  ///   - sizes: The program.
  ///   - active: Whether each size is likely above 0; those that are wanted are added.
  ///   - box: The shares that are allowed; all that the options allow where left out.
  ///   - enough: A cost from which on nothing more is asked than a proof that there is nothing below it.
  /// - Returns: The solution, or a proof that there is none.
  /// - Throws: `SolverError` where the solver fails or was stopped.
  func solve(
    _ sizes: SizedProgram,
    active: inout [Bool],
    within box: SizeBox? = nil,
    enough: Double? = nil
  ) throws(SolverError) -> SolveResult? {
    let pricing = SizePricing(sizes.program, sizes: sizes.columns)
    var solving = solvingOnce
    solving.enough = enough
    while true {
      let answer = try pricing.solve(
        active: active,
        within: box?.values ?? [],
        options: solving,
        monitor: monitor
      )
      if monitor.isStopped, !answer.result.lowerBound.isFinite { throw .stopped }
      if answer.result.infeasibility != nil { return answer.result }
      if let enough, answer.result.lowerBound >= enough { return answer.result }
      let isNear = answer.result.hasValues && answer.result.gap <= options.dispatch.gap / 4
      guard answer.wanted.contains(true), !isNear else {
        // Duals of all of the program bound a box, whatever became of the values.
        let bounds =
          box != nil && answer.result.lowerBound.isFinite
          && answer.result.rowDuals.count == sizes.program.rowCount
        return answer.result.hasValues || bounds ? answer.result : nil
      }
      active = zip(active, answer.wanted).map { $0 || $1 }
    }
  }

  /// The options that a program by blocks of hours takes; nil where all are to be solved with at once.
  ///
  /// Where that program has no answer it is those that must be taken: the duals ask for the others.
  private func likely(_ sizes: SizedProgram) throws(SolverError) -> [Bool]? {
    guard isMany, sizes.program.stageCount >= Self.block * Self.fewestBlocks else { return nil }
    let found = try CoarseSizes.found(
      sizes.columns,
      of: sizes.program,
      block: Self.block,
      threads: options.dispatch.threads,
      monitor: monitor
    )
    return sized.options.indices.map { index in
      let extent = sized.options[index].extent
      let value = found.map { $0[index] } ?? 0
      return extent.least > 0 || value > Self.leastShare * extent.most * SizedGrid.parts
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
