/// What one rolling pass found.
struct PassOutcome: Sendable {
  /// How the pass ended; `.optimal` where it went through.
  var termination = Termination.optimal
  /// Column values (primal pass) or row duals (dual pass).
  var vector: [Double]
  /// Column values as the windows of a dual pass had them; no feasible point.
  var windowValues: [Double] = []
  /// Windows solved.
  var windows = 0
  /// Simplex pivots.
  var iterations = 0
  /// Seconds from the first window to the last.
  var seconds = 0.0
  /// Row multipliers over the whole program that prove it infeasible.
  var farkasMultipliers: [Double]?
  /// What a reader should know.
  var messages: [String] = []
}
