/// Mehrotra's predictor-corrector method on a boxed program, with Gondzio's further correctors.
///
/// S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM Journal on
/// Optimization 2 (1992); J. Gondzio, "Multiple centrality correctors in a primal-dual method for
/// linear programming", Computational Optimization and Applications 6 (1996); M. Colombo,
/// J. Gondzio, "Further development of multiple centrality correctors for interior point methods",
/// Computational Optimization and Applications 41 (2008), for taking a corrector in part.
struct PrimalDualPath: ~Copyable {
  private let program: BoxedProgram
  private let point: PathPoint
  private let team: Team
  private var equations: NormalEquations
  private var current: Direction
  private var trial: Direction
  private let weights: Vector
  private let weighted: Vector
  private let side: Vector
  /// The duals with the best bound so far, and that bound.
  private let bestDuals: Vector
  private var bestBound = -Double.infinity
  /// How often each solution of the normal equations is corrected, at most.
  private var refinements = 0
  /// What it may leave over of a row without that.
  private var leftOver = 0.0
  /// What rows are off by as a share of.
  private let rowScale: Double

  /// The part of the way to the nearest bound that is gone.
  private static let stepShare = 0.995
  /// Steps in which complementarity must halve; without a feasible point it never does.
  private static let patience = 20
  /// How often a direction may be corrected further: each time costs a solution.
  ///
  /// 4,000 h of `jilin-2030` take 50 steps without and 36 with two correctors, and less time. Its
  /// year by blocks of 4 h has fronts so small that 31 steps with take longer than 41 without.
  private let correctors: Int
  /// Work for each number of the factor from which correctors pay.
  private static let dearWork = 120.0
  /// What a corrector must gain.
  private static let leastGain = 1.05
  /// A direction that allows steps as long as this needs no more correctors.
  private static let longStep = 0.9
  /// How much further than it can a corrected direction shall go.
  private static let stretch = 0.3
  /// The parts of a corrector that are tried.
  private static let shares = [0.25, 0.5, 0.75, 1]

  init(_ program: BoxedProgram, _ order: EliminationOrder, team: Team) {
    (self.program, self.team) = (program, team)
    point = PathPoint(program, team: team)
    correctors = order.tree.workPerNumber >= Self.dearWork ? 2 : 0
    equations = NormalEquations(program, order, team: team)
    (current, trial) = (Direction(program), Direction(program))
    let count = program.kinds.count
    (weights, weighted) = (Vector(count: count), Vector(count: count))
    rowScale = program.rightHandSide.reduce(1) { max($0, abs($1)) }
    (side, bestDuals) = (Vector(count: program.rowCount), Vector(count: program.rowCount))
  }

  /// The values of all variables and the duals of all rows.
  var end: (values: [Double], duals: [Double]) { (point.values.array, point.duals.array) }

  /// The duals that prove most of those on the way; nil where none prove anything.
  var proving: [Double]? { bestBound.isFinite ? bestDuals.array : nil }

  /// Walks until the distance is small enough, and returns it with the steps made.
  ///
  /// Ends early where it cannot go on, is told to stop, or the duals prove that nothing costs less than `enough`.
  mutating func run(
    tolerance: Double,
    enough: Double = .infinity,
    progress: ((_ share: Double) -> Void)? = nil,
    stop: StopSignal
  ) -> (PathPoint.Distance, Int) {
    guard point.start(&equations, work: weighted, stop: stop) else {
      return (PathPoint.Distance(), 0)
    }
    var (distance, mean) = point.measured()
    var (best, bestStep) = (mean, 0)
    let first = distance
    for step in 0..<200 {
      progress?(distance.share(of: first, to: tolerance))
      if distance.lowerBound > bestBound {
        bestBound = distance.lowerBound
        for row in 0..<side.count { bestDuals[row] = point.duals[row] }
      }
      if mean < best / 2 { (best, bestStep) = (mean, step) }
      guard step - bestStep < Self.patience else { return (distance, step) }
      guard distance.isFinite, !distance.meets(tolerance), !distance.isOnRay,
        distance.lowerBound < enough
      else {
        return (distance, step)
      }
      guard !stop.isRaised else { return (distance, step) }
      point.writeWeights(to: weights)
      guard equations.factorise(weights: weights, stop: stop) else { return (distance, step) }
      let steps = direct(mean: mean)
      guard max(steps.primal, steps.dual) > 1e-8 else { return (distance, step) }
      let (primal, dual) = (Self.share(steps.primal), Self.share(steps.dual))
      point.move(along: current, primal: primal, dual: dual)
      let rest = (1 - primal) * distance.rows
      (distance, mean) = point.measured()
      // A full step meets the rows; where it does not, the factor has lost digits.
      if distance.rows > 2 * rest + 1e-8 { refinements = min(refinements + 1, 2) }
      leftOver = rowScale * max(1e-9, distance.rows / 100)
    }
    return (distance, 200)
  }

  /// Meets the rows more closely, where the last steps have lost digits: straight to them, with complementarity kept.
  ///
  /// - Parameters:
  ///   - most: The most that a row may be off, in units of the program.
  ///   - stop: What ends it early.
  mutating func closeRows(to most: Double, stop: StopSignal) {
    for _ in 0..<3 where program.worst(point.rowRest) > most && !stop.isRaised {
      point.writeWeights(to: weights)
      guard equations.factorise(weights: weights, stop: stop) else { return }
      (refinements, leftOver) = (2, 0)
      current.aim(from: point) { _, _ in 0 }
      solve(current)
      let steps = current.steps(from: point)
      point.move(
        along: current,
        primal: Self.share(steps.primal),
        dual: Self.share(steps.dual)
      )
      _ = point.measured()
    }
  }

  private static func share(_ step: Double) -> Double { min(1, stepShare * step) }

  /// Makes the current direction, and returns the steps it allows.
  private mutating func direct(mean: Double) -> Direction.Steps {
    current.aim(from: point) { product, _ in -product }
    solve(current)
    var steps = current.steps(from: point)
    let target = centring(steps, mean: mean)
    trial.aim(from: point, after: current) { product, change in target - product - change }
    solve(trial)
    swap(&current, &trial)
    steps = current.steps(from: point)
    for _ in 0..<correctors {
      guard min(steps.primal, steps.dual) < Self.longStep else { break }
      trial.aimMiddle(from: point, after: current, steps.stretched(by: Self.stretch), target)
      solve(trial)
      let options = current.steps(toward: trial, shares: Self.shares, from: point)
      let best = options.indices.max { options[$0].product < options[$1].product } ?? 0
      guard options[best].product > Self.leastGain * steps.product else { break }
      current.blend(trial, share: Self.shares[best], team)
      steps = options[best]
    }
    return steps
  }

  /// Completes a direction whose targets are set.
  private mutating func solve(_ direction: Direction) {
    team.forEachRange(of: weights.count) { [point, weights, weighted, program] range in
      for index in range {
        let kind = program.kinds[index]
        guard kind.contains(.moves) else { continue }
        var push = point.costRest[index]
        if kind.contains(.lower) {
          push -= direction.lowerTarget[index] / point.lowerSlack[index]
        }
        if kind.contains(.upper) {
          let rest = program.upper[index] - point.values[index] - point.upperSlack[index]
          push +=
            (direction.upperTarget[index] - point.upperDual[index] * rest)
            / point.upperSlack[index]
        }
        weighted[index] = weights[index] * push
      }
    }
    program.writeProduct(weighted, to: side, team)
    for row in 0..<side.count { side[row] += point.rowRest[row] }
    equations.solve(side, into: direction.duals, refinements: refinements, enough: leftOver)
    team.forEachRange(of: weights.count) { [weights, weighted, program] range in
      for index in range where program.kinds[index].contains(.moves) {
        let priced = program.priced(index, direction.duals)
        direction.values[index] = weights[index] * priced - weighted[index]
      }
    }
  }

  /// The complementarity to aim at, small where the predictor alone brings it far down.
  private func centring(_ steps: Direction.Steps, mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    let parts = team.parts(of: weights.count) { [point, current, program] range in
      var (sum, count) = (0.0, 0.0)
      for index in range {
        let kind = program.kinds[index]
        guard kind.contains(.moves) else { continue }
        let change = current.change(at: index, from: point)
        if kind.contains(.lower) {
          sum +=
            (point.lowerSlack[index] + steps.primal * change.value)
            * (point.lowerDual[index] + steps.dual * change.lowerDual)
          count += 1
        }
        if kind.contains(.upper) {
          sum +=
            (point.upperSlack[index] + steps.primal * change.upperSlack)
            * (point.upperDual[index] + steps.dual * change.upperDual)
          count += 1
        }
      }
      return SIMD2(sum, count)
    }
    let total = parts.reduce(SIMD2.zero, +)
    let ratio = total[0] / total[1] / mean
    return min(max(ratio * ratio * ratio, 1e-6), 1) * mean
  }
}
