/// The best point and the best duals of several passes, and what they certify together.
struct BestAnswer {
  private let program: LinearProgram
  private let incumbent: Incumbent?
  private var values: [Double] = []
  private var rowDuals: [Double] = []
  private var bound = -Double.infinity
  private var cost = Double.infinity
  /// Cost, bound, gap and where the gap sits; nil while there is no point or there are no duals.
  private(set) var answer: SolveResult?

  /// Nothing yet; what is found is offered to an incumbent too.
  init(_ program: LinearProgram, incumbent: Incumbent? = nil) {
    (self.program, self.incumbent) = (program, incumbent)
  }

  /// Whether there is a point.
  var hasValues: Bool { !values.isEmpty }

  /// Takes a point where it is cheaper than the last, and duals where their bound is higher.
  mutating func take(_ point: [Double]?, duals: [Double]) {
    var isNew = false
    if let point, case let cost = program.cost(of: point), cost < self.cost {
      (values, self.cost, isNew) = (point, cost, true)
    }
    let bound = Certificate(program, rowDuals: duals).lowerBound
    if rowDuals.isEmpty || bound > self.bound {
      (rowDuals, self.bound, isNew) = (duals, bound, true)
    }
    guard isNew, hasValues else { return }
    var result = SolveResult(termination: .feasible)
    result.accept(values, rowDuals: rowDuals, in: program)
    answer = result
    incumbent?.offer(result)
  }
}
