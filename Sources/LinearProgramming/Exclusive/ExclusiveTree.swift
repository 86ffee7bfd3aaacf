/// Searches a short program for the cheapest schedule that keeps its exclusions, with a certified bound.
///
/// Branch and bound: where both sides of a place are used, one child holds the one at rest and the other child the
/// other. Every leaf is bounded by the ``Certificate`` of its own program, so the least of the leaves bounds every
/// schedule that keeps the exclusions, whatever the solver says. The order of the search and its end depend on the
/// program alone.
struct ExclusiveTree {
  /// Programs of at most this many rows are searched.
  private static let smallRows = 12_000
  /// The work of a search: nodes times rows.
  private static let work = 2_000_000
  /// Every so many nodes a schedule is looked for straight below one.
  private static let diveEvery = 16
  /// The most nodes of a search.
  private static let mostNodes = 2_000

  private let program: LinearProgram
  private let options: SolveOptions
  private let stop: StopSignal

  init(_ program: LinearProgram, options: SolveOptions, stop: StopSignal) {
    self.program = program
    self.options = options
    self.stop = stop
  }

  /// Whether a program is short enough to be searched.
  static func isSmall(_ program: LinearProgram) -> Bool { program.rowCount <= smallRows }

  /// A leaf that is still to be solved.
  private struct Node {
    var resting: [RestingSide]
    /// No schedule below it costs less.
    var bound: Double
    var basis: Basis?
    var number: Int
  }

  /// What a search has found so far.
  private struct State {
    var open: [Node] = []
    /// The least bound of the leaves that are closed.
    var closed = Double.infinity
    var nodes = 0
    var pivots = 0
    var cost = Double.infinity
    var values: [Double] = []
    var duals: [Double] = []

    var bound: Double { min(closed, open.reduce(.infinity) { min($0, $1.bound) }) }
  }

  /// Betters an answer: a cheaper schedule, a higher bound, or the proof that there is none.
  func improve(_ result: inout SolveResult, relaxed: SolveResult) throws(SolverError) {
    var state = State()
    if result.hasValues {
      (state.cost, state.values) = (result.cost, result.values)
      state.duals = result.scheduleDuals
    }
    state.open = [Node(resting: [], bound: relaxed.lowerBound, basis: nil, number: 0)]
    let usual = min(Self.mostNodes, max(50, Self.work / max(program.rowCount, 1)))
    let limit = Int((options.effort * Double(usual)).rounded(.up))
    while let node = takeBest(&state) {
      if !isWorth(node.bound, state) || state.nodes >= limit || stop.isRaised {
        state.closed = min(state.closed, node.bound)
        continue
      }
      try solve(node, &state)
    }
    result.iterations += state.pivots
    finish(state, &result, relaxed: relaxed)
  }

  /// Dives while there is no schedule, then takes the leaf with the least bound.
  private func takeBest(_ state: inout State) -> Node? {
    guard !state.open.isEmpty else { return nil }
    let isDiving = state.values.isEmpty
    let best = state.open.indices.min { left, right in
      let (left, right) = (state.open[left], state.open[right])
      if isDiving, left.resting.count != right.resting.count {
        return left.resting.count > right.resting.count
      }
      return (left.bound, left.number) < (right.bound, right.number)
    }
    return best.map { state.open.remove(at: $0) }
  }

  /// Whether a leaf with this bound could better the cost by more than the gap that is asked.
  private func isWorth(_ bound: Double, _ state: State) -> Bool {
    guard !state.values.isEmpty else { return true }
    return state.cost - bound > 0.5 * options.gap * program.costScale(of: state.values)
  }

  private func solve(_ node: Node, _ state: inout State) throws(SolverError) {
    guard let held = program.holding(node.resting) else { return }
    let solution = try Simplex.solve(
      FlatProgram(held),
      options: Simplex.Options(basis: node.basis),
      stop: stop
    )
    state.nodes += 1
    state.pivots += solution.iterations
    if solution.termination == .infeasible, let multipliers = solution.farkasMultipliers,
      FarkasCertificate(held, multipliers: multipliers).isProof
    {
      return
    }
    guard solution.termination == .optimal else {
      state.closed = min(state.closed, node.bound)
      return
    }
    let bound = max(node.bound, Certificate(held, rowDuals: solution.rowDuals).lowerBound)
    let values = held.withoutTraces(held.clamped(solution.values), below: ExclusiveSchedule.trace)
    let both = program.bothUsed(in: values, above: ExclusiveSchedule.trace)
    guard let branch = both.max(by: { smaller($0, values) < smaller($1, values) }) else {
      let cost = program.cost(of: values)
      if cost < state.cost {
        (state.cost, state.values, state.duals) = (cost, values, solution.rowDuals)
      }
      state.closed = min(state.closed, bound)
      return
    }
    guard isWorth(bound, state) else {
      state.closed = min(state.closed, bound)
      return
    }
    if !state.values.isEmpty, state.nodes.isMultiple(of: Self.diveEvery) || state.nodes == 1 {
      try dive(from: node, both, basis: solution.basis, &state)
    }
    for resting in [branch, branch.opposite] {
      state.open.append(
        Node(
          resting: node.resting + [resting],
          bound: bound,
          basis: solution.basis,
          number: 2 * state.nodes + (resting == branch ? 0 : 1)
        )
      )
    }
  }

  /// Holds the smaller side of every place at rest, solves again, and so on: a schedule, or nothing.
  private func dive(
    from node: Node,
    _ places: [RestingSide],
    basis: Basis?,
    _ state: inout State
  ) throws(SolverError) {
    var (resting, both, basis) = (node.resting, places, basis)
    while !both.isEmpty, !stop.isRaised {
      resting += both
      guard let held = program.holding(resting) else { return }
      let solution = try Simplex.solve(
        FlatProgram(held),
        options: Simplex.Options(basis: basis),
        stop: stop
      )
      state.nodes += 1
      state.pivots += solution.iterations
      guard solution.termination == .optimal else { return }
      let values = held.withoutTraces(held.clamped(solution.values), below: ExclusiveSchedule.trace)
      guard program.cost(of: values) < state.cost else { return }
      (both, basis) = (program.bothUsed(in: values, above: ExclusiveSchedule.trace), solution.basis)
      if both.isEmpty {
        (state.cost, state.values) = (program.cost(of: values), values)
        state.duals = solution.rowDuals
      }
    }
  }

  /// How far the side that is used less is off its rest.
  private func smaller(_ resting: RestingSide, _ values: [Double]) -> Double {
    let side = program.exclusions[resting.exclusion].sides[resting.side]
    return program.departure(of: side, at: resting.place, in: values)
  }

  private func finish(_ state: State, _ result: inout SolveResult, relaxed: SolveResult) {
    let bound = max(relaxed.lowerBound, state.bound.isFinite ? state.bound : relaxed.lowerBound)
    result.messages.append(
      "\(state.nodes) programs were solved to choose between ways that exclude each other"
    )
    guard !state.values.isEmpty else {
      result.lowerBound = bound
      if state.bound == .infinity {
        result.termination = .infeasible
        result.isRuledOut = true
      }
      return
    }
    result.accept(state.values, rowDuals: relaxed.rowDuals, in: program)
    result.scheduleDuals = state.duals
    result.raise(boundTo: bound, scale: program.costScale(of: state.values))
    result.termination = result.gap <= options.gap ? .optimal : .feasible
  }
}

extension SolveResult {
  /// Takes a higher bound; what each stage adds to the gap shrinks alike.
  fileprivate mutating func raise(boundTo bound: Double, scale: Double) {
    let (before, after) = (cost - lowerBound, max(0, cost - bound))
    guard bound > lowerBound, before > 0 else { return }
    lowerBound = min(bound, cost)
    gap = after / scale
    for stage in gapByStage.indices { gapByStage[stage] *= after / before }
  }
}

extension LinearProgram {
  /// A point with every column within its bounds.
  fileprivate func clamped(_ values: [Double]) -> [Double] {
    values.indices.map { min(max(values[$0], columnLower[$0]), columnUpper[$0]) }
  }
}
