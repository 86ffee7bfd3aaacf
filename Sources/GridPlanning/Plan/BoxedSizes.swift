import GridFormulation
import GridGoals
import LinearProgramming

/// The program of all sizes, solved within boxes of them.
struct BoxedSizes {
  private let context: PlanContext
  private let choice: GoalChoice
  private(set) var program: SizedProgram
  /// How many rules on shares it was made with.
  private(set) var figureCount: Int
  /// Whether it states how long units stay on and off at the least.
  private var statesTimes = false

  init(_ context: PlanContext, _ choice: GoalChoice, _ program: SizedProgram, figureCount: Int) {
    (self.context, self.choice, self.program) = (context, choice, program)
    self.figureCount = figureCount
  }

  private var rows: Int { program.program.rowCount }

  /// Whether a solution takes as long as a dispatch or longer.
  var isLong: Bool { rows > 100_000 }

  /// Branches that are solved before the best plan so far is taken: the more the shorter the program.
  var mostBranches: Int { min(400, max(24, 4_000_000 / max(rows, 1))) }

  /// States rules on shares that were found since.
  mutating func state(_ figures: [FigureRow]) {
    guard figures.count > figureCount else { return }
    program = context.program(holding: choice, figures: figures, statesTimes: statesTimes)
    figureCount = figures.count
  }

  /// States how long units stay on and off at the least; false where that is no more than what is stated.
  mutating func stateTimes(_ figures: [FigureRow]) -> Bool {
    guard !statesTimes else { return false }
    statesTimes = true
    let known = rows
    program = context.program(holding: choice, figures: figures, statesTimes: true)
    figureCount = figures.count
    return rows > known
  }

  /// What is asked of a box.
  struct Question {
    let box: SizeBox
    /// The options that are likely taken.
    let likely: [Bool]
    /// An asset of which more or less is taken than was likely, so that its other options may follow.
    var asset: String?
    /// A cost from which on nothing more is asked than a proof that there is nothing below it.
    var enough: Double?
    /// What it is told as, and the gap of the plan so far.
    let task: String
    let gap: Double?
  }

  /// A solution, and the options that were likely taken or wanted on the way.
  struct Answer {
    let solved: SolveResult
    let active: [Bool]
  }

  /// Solves the program in a box; nil where it has neither an answer nor a proof that there is none.
  @available(*, noasync)
  func solve(_ asked: Question) throws(SolverError) -> Answer? {
    let context = context.telling(asked.task, gap: asked.gap)
    let options = context.sized.options
    let box = isLong ? asked.box.loosened(SizePricing.little, of: options) : asked.box
    let mayFallBack = rows <= PlanContext.mostSimplexRows
    if context.isMany {
      var active = options.indices.map {
        asked.likely[$0] || box.least[$0] > 0 || options[$0].asset == asked.asset
      }
      let found = try context.solve(program, active: &active, within: box, enough: asked.enough)
      // With all options at once a short program has an answer, or a proof that there is none.
      if found != nil || !mayFallBack { return found.map { Answer(solved: $0, active: active) } }
    }
    var solving = context.solvingOnce
    (solving.fallsBack, solving.provesInfeasibility) = (mayFallBack, mayFallBack)
    solving.enough = asked.enough
    let bounded = program.program.bounding(program.columns, within: box.values)
    let solved = try Solver.solve(bounded, options: solving, monitor: context.monitor)
    if context.monitor.isStopped, !solved.lowerBound.isFinite { throw .stopped }
    return Answer(solved: solved, active: asked.likely)
  }
}
