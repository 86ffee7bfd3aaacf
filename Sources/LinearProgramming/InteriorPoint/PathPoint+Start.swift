extension PathPoint {
  /// Least-squares values and duals, pushed inside their bounds; false where there are none.
  func start(_ equations: inout NormalEquations, work: Vector, stop: StopSignal) -> Bool {
    let weights = Vector(count: values.count)
    for index in 0..<values.count where program.kinds[index].contains(.moves) {
      weights[index] = 1
      let (lower, upper) = (program.lower[index], program.upper[index])
      switch (lower.isFinite, upper.isFinite) {
      case (true, true): values[index] = (lower + upper) / 2
      case (true, false): values[index] = lower
      case (false, true): values[index] = upper
      case (false, false): break
      }
    }
    guard equations.factorise(weights: weights, stop: stop) else { return false }
    program.writeProduct(values, to: rowRest, team)
    for row in 0..<rowRest.count { rowRest[row] = program.rightHandSide[row] - rowRest[row] }
    equations.solve(rowRest, into: duals, refinements: 1)
    for index in 0..<values.count where program.kinds[index].contains(.moves) {
      values[index] += program.priced(index, duals)
      work[index] = program.cost[index]
    }
    program.writeProduct(work, to: rowRest, team)
    equations.solve(rowRest, into: duals, refinements: 1)
    pushInside()
    return true
  }

  /// How near to a bound a variable between two may begin, as a share of the way between them.
  ///
  /// A slack beyond that way would be a row more to be met: a year of `jilin-2030` with 32 options takes 72 steps, and 81
  /// where all slacks grow by what the worst of them lacks.
  private static let margin = 0.3

  /// Moves values off their bounds and gives each bound a dual, with products of about the same size.
  private func pushInside() {
    let reach = shortfall()
    var (sum, count) = (0.0, 0.0)
    for index in 0..<values.count where program.kinds[index].contains(.moves) {
      setSlacks(of: index, reach: reach)
      let kind = program.kinds[index]
      let reduced = abs(program.cost[index] - program.priced(index, duals))
      if kind.contains(.lower) { (sum, count) = (sum + reduced * lowerSlack[index], count + 1) }
      if kind.contains(.upper) { (sum, count) = (sum + reduced * upperSlack[index], count + 1) }
    }
    let mean = max(sum / max(count, 1), 1e-2)
    for index in 0..<values.count where program.kinds[index].contains(.moves) {
      let kind = program.kinds[index]
      let reduced = program.cost[index] - program.priced(index, duals)
      if kind.contains(.lower) { lowerDual[index] = max(reduced, 0) + mean / lowerSlack[index] }
      if kind.contains(.upper) { upperDual[index] = max(-reduced, 0) + mean / upperSlack[index] }
    }
  }

  /// How far those with one bound are beyond it at most, and half of that again; at least 1.
  private func shortfall() -> Double {
    var most = 1.0
    for index in 0..<values.count {
      let (lower, upper) = (program.lower[index], program.upper[index])
      switch program.kinds[index].intersection([.lower, .upper]) {
      case .lower: most = max(most, 1.5 * (lower - values[index]))
      case .upper: most = max(most, 1.5 * (values[index] - upper))
      default: break
      }
    }
    return most
  }

  /// Moves a value between its bounds, or off the one that it has.
  private func setSlacks(of index: Int, reach: Double) {
    let (lower, upper) = (program.lower[index], program.upper[index])
    switch program.kinds[index].intersection([.lower, .upper]) {
    case [.lower, .upper]:
      let range = upper - lower
      let slack = min(max(values[index] - lower, Self.margin * range), (1 - Self.margin) * range)
      (lowerSlack[index], upperSlack[index]) = (slack, range - slack)
      values[index] = lower + slack
    case .lower:
      lowerSlack[index] = max(values[index] - lower, reach)
      values[index] = lower + lowerSlack[index]
    case .upper:
      upperSlack[index] = max(upper - values[index], reach)
      values[index] = upper - upperSlack[index]
    default: break
    }
  }
}
