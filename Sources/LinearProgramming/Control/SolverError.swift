/// A program that cannot be solved as it stands, or a fault of the solver.
public enum SolverError: Error, Sendable, Equatable {
  /// A cost, bound or coefficient that is not a number, or an infinite cost or coefficient.
  case invalidNumber(what: String, index: Int, value: String)
  /// A lower bound above its upper bound.
  case crossedBounds(what: String, index: Int, lower: Double, upper: Double)
  /// A vector, basis or range whose length does not fit the program.
  case wrongShape(what: String, expected: Int, found: Int)
  /// GLPK reported an error of its own; the problem is lost, the process goes on.
  case internalFailure(code: Int)
  /// A problem was used after GLPK had failed, or on a thread that did not make it.
  case staleProblem
  /// There is not enough memory.
  case outOfMemory
  /// The caller, or a time limit, stopped the solve.
  case stopped
}

extension SolverError: CustomStringConvertible {
  /// One sentence in the words of linear programming.
  public var description: String {
    switch self {
    case .invalidNumber(let what, let index, let value):
      "\(what) \(index) is \(value), which no solver can take"
    case .crossedBounds(let what, let index, let lower, let upper):
      "\(what) \(index) has its lower bound \(lower) above its upper bound \(upper)"
    case .wrongShape(let what, let expected, let found):
      "\(what) has \(found) entries where the program has \(expected)"
    case .internalFailure(let code): "the solver failed with code \(code)"
    case .staleProblem: "a problem was used after it was lost"
    case .outOfMemory: "there is not enough memory"
    case .stopped: "the solve was stopped"
    }
  }
}
