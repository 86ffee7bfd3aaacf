import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming

/// The program of a plan: the grid with shares of its options as columns and goals as rows.
struct SizedProgram {
  private(set) var program: LinearProgram
  /// The column of each option's share, counted in ``SizedGrid/parts``.
  let columns: [Int]

  /// The relaxation: no choice between ways that exclude each other.
  ///
  /// - Parameters:
  ///   - sized: The grid with its options.
  ///   - choice: The goals.
  ///   - figures: Rules on shares alone.
  ///   - aim: What is least.
  ///   - statesTimes: Whether units stay on and off for their least times. Each class of units that options could make
  ///     has rows of its own for them that reach over hours: without them 720 h of `jilin-2030` with 32 options take a
  ///     fifth of the time, and their bound lies within 4e-6.
  init(
    _ sized: SizedGrid,
    holding choice: GoalChoice,
    figures: [FigureRow],
    aim: PlanOptions.Aim,
    statesTimes: Bool = true
  ) {
    var (model, columns) = sized.formulated(
      enforcing: choice.ofDispatch,
      sized.grid.setting.commitment,
      statesTimes: statesTimes
    )
    for row in figures { row.state(columns, in: &model) }
    if choice.servesDemand { Self.chargeUnserved(in: &model) }
    if aim == .outlay { sized.aimAtOutlay(&model, columns) }
    program = model.build().withoutExclusions
    self.columns = columns
  }

  /// The same where a goal need not be held; nil where no row states it.
  func without(_ goal: Goal) -> SizedProgram? {
    let rows = program.rowFamilies.filter { $0.name.hasSuffix(" goal \(goal.id)") }
    guard !rows.isEmpty else { return nil }
    var sized = self
    sized.program = program.freeing(rows.flatMap(\.range))
    return sized
  }

  /// How many times the value of lost load demand that is not served costs beside it, where a plan is to serve all.
  ///
  /// A rule that nothing goes short would leave the interior point no room.
  static let unservedWeight = 9.0

  private static func chargeUnserved(in model: inout DispatchModel) {
    for charge in model.charges where charge.kind == .unserved {
      model.charge(.unserved, unservedWeight * charge.price, for: charge.sum, of: charge.owner)
    }
  }

  /// Shares of options as values of their columns.
  static func values(of shares: [Double]) -> [Double] { shares.map { $0 * SizedGrid.parts } }

  /// The shares of a point.
  func shares(in values: [Double]) -> [Double] {
    columns.map { min(1, max(0, values[$0] / SizedGrid.parts)) }
  }

  /// A bound on the cost of any shares.
  func cut(of duals: [Double]) -> BoundCut {
    inShares(BoundCut(program, rowDuals: duals, columns: columns))
  }

  /// Where it is above 0, shares have no schedule.
  func cut(of proof: FarkasCertificate) -> BoundCut {
    inShares(BoundCut(program, proof: proof, columns: columns))
  }

  private func inShares(_ cut: BoundCut) -> BoundCut {
    BoundCut(constant: cut.constant, slopes: cut.slopes.map { $0 * SizedGrid.parts })
  }
}

/// A rule on shares alone: `constant + Σ slope · share ≥ 0`.
struct FigureRow: Sendable {
  let name: String
  let constant: Double
  let slopes: [Double]

  /// States it in a program.
  func state(_ columns: [Int], in model: inout DispatchModel) {
    let sum = zip(columns, slopes).reduce(HourlySum()) { sum, part in
      part.1 == 0 ? sum : sum + (part.1 / SizedGrid.parts) * HourlySum(column: part.0)
    }
    guard !sum.terms.isEmpty else { return }
    model.requireTotal(
      name,
      of: Owner("options", zone: ""),
      sum,
      over: 0..<1,
      atLeast: -constant,
      isGlobal: true
    )
  }

  func value(at shares: [Double]) -> Double {
    zip(slopes, shares).reduce(constant) { $0 + $1.0 * $1.1 }
  }

  /// Whether shares break it by more than rounding.
  func isBroken(at shares: [Double]) -> Bool {
    let size = zip(slopes, shares).reduce(abs(constant)) { $0 + abs($1.0 * $1.1) }
    return value(at: shares) < -1e-6 * max(1, size)
  }
}
