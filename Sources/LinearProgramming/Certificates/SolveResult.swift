/// The answer to a program, with its certificate.
public struct SolveResult: Sendable {
  /// How the solve ended.
  public var termination: Termination
  /// The value of each column; empty where no feasible point was found.
  public var values: [Double] = []
  /// The change in optimal cost per unit increase of each row's right-hand side.
  public var rowDuals: [Double] = []
  /// The duals of the program in which the values are best, once choices are made that exclude each other; empty
  /// where there are none to make and `rowDuals` are those of the values too.
  public var scheduleDuals: [Double] = []
  /// The objective at the values, in our own arithmetic; +∞ without values.
  public var cost = Double.infinity
  /// What no feasible point can cost less than; −∞ where nothing is known.
  public var lowerBound = -Double.infinity
  /// `(cost − lowerBound) / max(|cost|, Σ of the positive cost terms, 1)`.
  public var gap = Double.infinity
  /// How much each stage adds to `cost − lowerBound`, what is global last; empty without values.
  public var gapByStage: [Double] = []
  /// The method that was used.
  public var method = SolveOptions.Method.exact
  /// Why that method, in one line.
  public var reason = ""
  /// Simplex pivots and interior-point steps in all.
  public var iterations = 0
  /// What a reader should know of how the solve went, in order.
  public var messages: [String] = []
  /// The proof, where the program is infeasible.
  public var infeasibility: FarkasCertificate?
  /// Whether every choice between ways that exclude each other was proved infeasible.
  public var isRuledOut = false
  /// How long each piece of the work took; varies by run.
  public var work = WorkLog()

  /// An answer without a point.
  public init(termination: Termination) { self.termination = termination }

  /// Takes the point, the duals and the certificate of another answer.
  mutating func take(_ other: SolveResult) {
    (values, rowDuals) = (other.values, other.rowDuals)
    (cost, lowerBound, gap, gapByStage) = (
      other.cost, other.lowerBound, other.gap, other.gapByStage
    )
  }

  /// Gives the point up, and says why; the bound stays.
  mutating func dropValues(_ reason: String) {
    values = []
    cost = .infinity
    gap = .infinity
    gapByStage = []
    termination = .failed
    messages.append(reason)
  }

  /// Whether there is a feasible point.
  public var hasValues: Bool { !values.isEmpty }
}
