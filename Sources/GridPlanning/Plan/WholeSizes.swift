import GridFormulation
import GridGoals
import LinearProgramming

/// Shares in whole units, by the bounds known so far: the cheapest that they allow, near where the program ended.
///
///     minimise    η + Σ wₖ·|xₖ − x*ₖ|
///     subject to  η ≥ aᵢ + bᵢᵀx for each cut,   0 ≥ a + bᵀx for each proof of infeasibility,
///                 the ties between options, the goals that figures decide,   xₖ = nₖ/Nₖ, nₖ whole
///
/// Beside options in whole units, those of which any share can be taken are not whole; alone they count in fine parts.
///
/// The weights are far below what options cost, so that distance only decides among sizes that cost the same as far
/// as is known.
struct WholeSizes {
  let sized: SizedGrid
  var cuts: [BoundCut] = []
  var proofs: [BoundCut] = []
  var figures: [FigureRow] = []

  /// Whole parts of an option where any share can be taken.
  static let finest = 10_000.0

  /// Whether some options come in whole units and of others any share can be taken.
  var isMixed: Bool { sized.options.contains { $0.extent.parts == nil } && hasUnits }
  private var hasUnits: Bool { sized.options.contains { $0.extent.parts != nil } }

  /// Whether an option is taken in whole parts only.
  private func isWhole(_ option: CapacityOption) -> Bool { option.extent.parts != nil || !hasUnits }

  /// Shares in whole parts; nil where no sizes are left.
  ///
  /// - Parameters:
  ///   - target: Shares that they are drawn towards.
  ///   - isDrawn: Whether they are; else only the bounds decide.
  ///   - monitor: What can stop the search.
  /// - Returns: A share of each option.
  /// - Throws: `SolverError` where the solver fails.
  @available(*, noasync)
  func shares(
    near target: [Double],
    isDrawn: Bool,
    monitor: SolveMonitor
  ) throws(SolverError) -> [Double]? {
    let (program, columns, whole, parts, _) = program(near: target, isDrawn: isDrawn)
    switch try WholeProgram.solve(program, whole: whole, monitor: monitor) {
    case .found(let values): return columns.indices.map { values[columns[$0]] / parts[$0] }
    case .infeasible: return nil
    case .undecided: return rounded(target, parts)
    }
  }

  /// What no plan of whole units costs less than, as far as the cuts tell; nil where that was not found.
  @available(*, noasync)
  func bound(near target: [Double], monitor: SolveMonitor) throws(SolverError) -> Double? {
    let (program, _, whole, _, scale) = program(near: target, isDrawn: false)
    guard case .found(let values) = try WholeProgram.solve(program, whole: whole, monitor: monitor)
    else { return nil }
    // The solver's own tolerances are taken off.
    return scale * (values[0] - 1e-7)
  }

  /// The program, the columns of sizes, those that are whole, the parts that each counts in, and what costs are
  /// divided by.
  private func program(
    near target: [Double],
    isDrawn: Bool
  ) -> (program: FlatProgram, columns: [Int], whole: [Int], parts: [Double], scale: Double) {
    let options = sized.options
    var program = FlatProgram()
    let scale = max(1, cuts.map { abs($0.value(at: target)) }.max() ?? 1)
    let bound = program.addColumn(cost: 1, lower: -1e4, upper: 1e4)
    let parts = options.map { $0.extent.parts ?? Self.finest }
    var columns: [Int] = []
    for (index, option) in options.enumerated() {
      var most = option.extent.most * parts[index]
      var least = option.extent.least * parts[index]
      if isWhole(option) {
        (most, least) = ((most + 1e-6).rounded(.down), (least - 1e-6).rounded(.up))
      }
      columns.append(program.addColumn(cost: 0, lower: least, upper: max(least, most)))
    }
    if isDrawn { addDistances(to: target, parts, columns, scale, in: &program) }
    func add(_ slopes: [Double], atLeast lower: Double, besides column: Int? = nil) {
      let row = program.addRow(lower: lower, upper: .infinity)
      if let column { program.add(1, column: column, row: row) }
      // What rounding leaves of a slope would have the solver divide by it.
      let least = 1e-10 * max(1, slopes.map(abs).max() ?? 0)
      for index in slopes.indices where abs(slopes[index]) > least {
        program.add(slopes[index] / parts[index], column: columns[index], row: row)
      }
    }
    for cut in cuts {
      add(cut.slopes.map { -$0 / scale }, atLeast: cut.constant / scale, besides: bound)
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
    let whole = options.indices.filter { isWhole(options[$0]) }.map { columns[$0] }
    return (program, columns, whole, parts, scale)
  }

  /// The distance of each share from its target, at a price far below what the option costs.
  private func addDistances(
    to target: [Double],
    _ parts: [Double],
    _ whole: [Int],
    _ scale: Double,
    in program: inout FlatProgram
  ) {
    for (index, option) in sized.options.enumerated() {
      let price = max(abs(option.cost.perYear), 1e-3 * scale) / scale * Self.nearness
      let distance = program.addColumn(cost: price, lower: 0, upper: 1)
      for sign in [1.0, -1] {
        let row = program.addRow(lower: sign * -target[index], upper: .infinity)
        program.add(1, column: distance, row: row)
        program.add(-sign / parts[index], column: whole[index], row: row)
      }
    }
  }

  private static let nearness = 1e-2

  /// The nearest whole parts, as far as ties and goals go unasked.
  private func rounded(_ target: [Double], _ parts: [Double]) -> [Double] {
    sized.options.indices.map { index in
      guard isWhole(sized.options[index]) else { return target[index] }
      let most = (sized.options[index].extent.most * parts[index] + 1e-6).rounded(.down)
      return min(most, (target[index] * parts[index]).rounded()) / parts[index]
    }
  }
}
