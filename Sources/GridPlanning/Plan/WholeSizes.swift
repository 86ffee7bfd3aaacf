import GridFormulation
import GridGoals
import LinearProgramming

/// Shares in whole units, by the bounds known so far: the cheapest that they allow, near where the program ended.
///
///     minimise    η + Σ wₖ·|xₖ − x*ₖ|
///     subject to  η ≥ aᵢ + bᵢᵀx for each cut,   0 ≥ a + bᵀx for each proof of infeasibility,
///                 the ties between options, the goals that figures decide,   xₖ = nₖ/Nₖ, nₖ whole
///
/// Options of which any share can be taken are not whole.
///
/// Costs are told apart in thousandths of what the costs of the program's own sizes add up to, from its bound on, so
/// that no coefficient falls below what a solver takes for 0.
///
/// The weights are far below what options cost, so that distance only decides among sizes that cost the same as far
/// as is known.
struct WholeSizes {
  let sized: SizedGrid
  /// What the costs of the program's own sizes add up to.
  let scale: Double
  var cuts: [BoundCut] = []
  var proofs: [BoundCut] = []
  var figures: [FigureRow] = []

  /// Whether some options come in whole units and of others any share can be taken.
  var isMixed: Bool { Set(sized.options.map { $0.extent.parts == nil }).count == 2 }

  /// Shares in whole parts; nil where no sizes are left.
  ///
  /// - Parameters:
  ///   - target: Shares that they are drawn towards.
  ///   - box: The shares that are allowed.
  ///   - monitor: What can stop the search.
  /// - Returns: A share of each option.
  /// - Throws: `SolverError` where the solver fails.
  @available(*, noasync)
  func shares(
    near target: [Double],
    in box: SizeBox,
    monitor: SolveMonitor
  ) throws(SolverError) -> [Double]? {
    let stated = program(in: box, near: target)
    switch try WholeProgram.solve(stated.program, whole: stated.whole, monitor: monitor) {
    case .found(let values, _):
      return zip(stated.columns, stated.parts).map { values[$0] / $1 }
    case .infeasible: return nil
    case .undecided: return rounded(target, stated.parts, in: box)
    }
  }

  /// What no plan of whole units in a box costs less than, as far as the cuts tell: infinite where there is none, nil
  /// where that was not found.
  @available(*, noasync)
  func bound(in box: SizeBox, monitor: SolveMonitor) throws(SolverError) -> Double? {
    let stated = program(in: box, near: nil)
    switch try WholeProgram.solve(stated.program, whole: stated.whole, monitor: monitor) {
    // The solver's own tolerances are taken off.
    case .found(_, let least): return origin + unit * (least - Self.shift - 1e-4)
    case .infeasible: return .infinity
    case .undecided: return nil
    }
  }

  /// What the cuts prove of given shares.
  func bound(at shares: [Double]) -> Double {
    cuts.reduce(-.infinity) { max($0, $1.value(at: shares)) }
  }

  /// The small program as it is solved.
  private struct Stated {
    var program = FlatProgram()
    /// The columns of sizes, and the parts that each counts in.
    var columns: [Int] = []
    let parts: [Double]
    /// The columns that are whole.
    var whole: [Int] = []
  }

  /// What costs are told apart in.
  private var unit: Double { max(1e-3 * scale, 1e-3) }
  /// The cost from which they are counted.
  private var origin: Double { cuts.first.map { $0.value(at: start) } ?? 0 }
  /// Where the first cut is least.
  private var start: [Double] {
    zip(sized.options, cuts.first?.slopes ?? []).map { $1 > 0 ? $0.extent.least : $0.extent.most }
  }
  /// Added to costs, so that the solver's relative gap is one of all costs and not of a difference.
  private static let shift = 1e3

  private func program(in box: SizeBox, near target: [Double]?) -> Stated {
    let options = sized.options
    var stated = Stated(parts: options.map { $0.extent.parts ?? 1 })
    let bound = stated.program.addColumn(cost: 1, lower: -1e6, upper: .infinity)
    for (index, option) in options.enumerated() {
      let parts = stated.parts[index]
      var (least, most) = (box.least[index] * parts, box.most[index] * parts)
      if option.extent.parts != nil {
        (most, least) = ((most + 1e-6).rounded(.down), (least - 1e-6).rounded(.up))
      }
      let column = stated.program.addColumn(cost: 0, lower: least, upper: max(least, most))
      stated.columns.append(column)
      if option.extent.parts != nil { stated.whole.append(column) }
    }
    if let target { addDistances(to: target, in: &stated) }
    func add(_ slopes: [Double], atLeast lower: Double, besides column: Int? = nil) {
      let row = stated.program.addRow(lower: lower, upper: .infinity)
      if let column { stated.program.add(1, column: column, row: row) }
      // What rounding leaves of a slope would have the solver divide by it.
      let least = 1e-10 * max(1, slopes.map(abs).max() ?? 0)
      for index in slopes.indices where abs(slopes[index]) > least {
        stated.program.add(
          slopes[index] / stated.parts[index],
          column: stated.columns[index],
          row: row
        )
      }
    }
    for cut in cuts {
      add(
        cut.slopes.map { -$0 / unit },
        atLeast: (cut.constant - origin) / unit + Self.shift,
        besides: bound
      )
    }
    for proof in proofs {
      let size = max(abs(proof.constant), proof.slopes.map(abs).max() ?? 0, 1e-300)
      add(proof.slopes.map { -$0 / size }, atLeast: proof.constant / size - 1e-9)
    }
    for row in figures {
      let size = max(abs(row.constant), row.slopes.map(abs).max() ?? 0, 1e-300)
      add(row.slopes.map { $0 / size }, atLeast: -row.constant / size - 1e-9)
    }
    for tie in sized.ties {
      let size = max(abs(tie.most), tie.weights.map(abs).max() ?? 0, 1e-300)
      add(tie.weights.map { -$0 / size }, atLeast: -tie.most / size - 1e-9)
    }
    return stated
  }

  /// The distance of each share from its target, at a price far below what the option costs.
  private func addDistances(to target: [Double], in stated: inout Stated) {
    for (index, option) in sized.options.enumerated() {
      let price = max(abs(option.cost.perYear), 1e-3 * scale) / unit * Self.nearness
      let distance = stated.program.addColumn(cost: price, lower: 0, upper: 1)
      for sign in [1.0, -1] {
        let row = stated.program.addRow(lower: sign * -target[index], upper: .infinity)
        stated.program.add(1, column: distance, row: row)
        stated.program.add(-sign / stated.parts[index], column: stated.columns[index], row: row)
      }
    }
  }

  private static let nearness = 1e-2

  /// The nearest whole parts, as far as ties and goals go unasked.
  private func rounded(_ target: [Double], _ parts: [Double], in box: SizeBox) -> [Double] {
    sized.options.indices.map { index in
      guard sized.options[index].extent.parts != nil else { return target[index] }
      let most = (box.most[index] * parts[index] + 1e-6).rounded(.down)
      return min(most, (target[index] * parts[index]).rounded()) / parts[index]
    }
  }
}
