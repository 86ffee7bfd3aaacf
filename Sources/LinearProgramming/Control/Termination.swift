/// How a solve ended.
public enum Termination: String, Sendable, Equatable {
  /// The answer is feasible and its certified gap is within the one asked for.
  case optimal
  /// The answer is feasible and certified, but its gap is wider than the one asked for.
  case feasible
  /// No point satisfies every row and bound; there is a proof.
  case infeasible
  /// The objective has no lower limit.
  case unbounded
  /// A time limit ended the solve.
  case limitReached
  /// The caller ended the solve.
  case interrupted
  /// The solver gave up; the messages say where.
  case failed
}

/// What is known of one side, primal or dual, of a solution.
public enum SolutionStatus: String, Sendable, Equatable {
  /// Nothing is known.
  case undefined
  /// The point satisfies its constraints.
  case feasible
  /// The point violates a constraint.
  case infeasible
  /// No point satisfies the constraints.
  case noneFeasible
}
