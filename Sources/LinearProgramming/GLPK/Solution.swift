/// What an engine answers to one linear program.
///
/// A row dual is the change in optimal cost per unit increase of the row's right-hand side.
package struct Solution: Sendable {
  /// How the engine ended.
  package var termination: Termination
  /// What is known of the primal point.
  package var primalStatus: SolutionStatus
  /// What is known of the dual point.
  package var dualStatus: SolutionStatus
  /// Simplex pivots, or interior-point steps.
  package var iterations: Int
  /// The value of each column; empty where the engine has no point.
  package var values: [Double]
  /// The dual of each row; empty where the engine has no point.
  package var rowDuals: [Double]
  /// The final basis, where the engine has one.
  package var basis: Basis?
  /// Row multipliers that prove the program infeasible, where it ended so.
  package var farkasMultipliers: [Double]?
}
