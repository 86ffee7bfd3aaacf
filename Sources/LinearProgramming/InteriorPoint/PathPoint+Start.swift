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

  private func pushInside() {
    var (primal, dual) = (0.0, 0.0)
    for index in 0..<values.count {
      let kind = program.kinds[index]
      guard kind.contains(.moves) else { continue }
      let reduced = program.cost[index] - program.priced(index, duals)
      if kind.contains(.lower) { lowerSlack[index] = values[index] - program.lower[index] }
      if kind.contains(.upper) { upperSlack[index] = program.upper[index] - values[index] }
      if kind.contains(.lower) { primal = max(primal, -1.5 * lowerSlack[index]) }
      if kind.contains(.upper) { primal = max(primal, -1.5 * upperSlack[index]) }
      switch (kind.contains(.lower), kind.contains(.upper)) {
      case (true, true):
        (lowerDual[index], upperDual[index]) = (max(reduced, 0), max(-reduced, 0))
      case (true, false): (lowerDual[index], dual) = (reduced, max(dual, -1.5 * reduced))
      case (false, true): (upperDual[index], dual) = (-reduced, max(dual, 1.5 * reduced))
      case (false, false): break
      }
    }
    shift(primal: primal, dual: dual)
  }

  private func shift(primal: Double, dual: Double) {
    var (products, slacks, prices) = (0.0, 0.0, 0.0)
    for index in 0..<values.count {
      let kind = program.kinds[index]
      for (holds, slack, price) in [
        (kind.contains(.lower), lowerSlack, lowerDual),
        (kind.contains(.upper), upperSlack, upperDual),
      ] where holds {
        products += (slack[index] + primal) * (price[index] + dual)
        slacks += slack[index] + primal
        prices += price[index] + dual
      }
    }
    let slackShift = primal + (prices > 0 ? max(products / prices / 2, 1e-2) : 1)
    let priceShift = dual + (slacks > 0 ? max(products / slacks / 2, 1e-2) : 1)
    for index in 0..<values.count {
      let kind = program.kinds[index]
      if kind.contains(.upper) {
        upperSlack[index] += slackShift
        upperDual[index] += priceShift
        if !kind.contains(.lower) { values[index] = program.upper[index] - upperSlack[index] }
      }
      if kind.contains(.lower) {
        lowerSlack[index] += slackShift
        lowerDual[index] += priceShift
        values[index] = program.lower[index] + lowerSlack[index]
      }
    }
  }
}
