import Foundation

/// Mehrotra's predictor-corrector method on a boxed program.
///
/// Lower slacks `x − l` are exact at all times, upper slacks `u − x` and the rows are met on the
/// way. S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM Journal
/// on Optimization 2 (1992).
struct PrimalDualPath: ~Copyable {
  private let program: BoxedProgram
  private var equations: NormalEquations
  private let hasLower: [Bool]
  private let hasUpper: [Bool]
  private var values: [Double]
  private var duals: [Double]
  private var lowerSlack: [Double]
  private var upperSlack: [Double]
  private var lowerDual: [Double]
  private var upperDual: [Double]
  private var rowRest: [Double]
  private var costRest: [Double]
  private var mean = 0.0
  /// How often each solution of the normal equations is mended.
  private var refinements = 0

  /// How far a point is from an optimum, each part relative.
  struct Distance {
    var rows = Double.infinity
    var costs = Double.infinity
    var gap = Double.infinity

    var isFinite: Bool { rows.isFinite && costs.isFinite && gap.isFinite }
    /// Whether a point that is no optimum is worth a look; where no point is feasible none is.
    var isUsable: Bool { rows <= 1e-4 && costs <= 1e-4 && gap <= 1e-2 }
    func meets(_ tolerance: Double) -> Bool {
      rows <= min(tolerance, 1e-7) && costs <= min(tolerance, 1e-7) && gap <= tolerance
    }
  }

  private struct Direction {
    var values: [Double]
    var duals: [Double]
    var lowerDual: [Double]
    var upperDual: [Double]
    var upperSlack: [Double]
    /// The longest steps that keep slacks and duals positive, at most 1.
    var primalStep = 1.0
    var dualStep = 1.0
  }

  init(_ program: BoxedProgram, _ order: EliminationOrder, team: Team) {
    self.program = program
    equations = NormalEquations(program, order, team: team)
    let count = program.moves.count
    hasLower = (0..<count).map { program.moves[$0] && program.lower[$0].isFinite }
    hasUpper = (0..<count).map { program.moves[$0] && program.upper[$0].isFinite }
    values = [Double](repeating: 0, count: count)
    duals = [Double](repeating: 0, count: program.rowCount)
    (lowerSlack, upperSlack, lowerDual, upperDual) = (values, values, values, values)
    (rowRest, costRest) = (duals, values)
  }

  /// The part of the way to the nearest bound that is gone.
  private static let stepShare = 0.995
  /// Steps in which complementarity must halve; without a feasible point it never does.
  private static let patience = 20

  /// Walks until the distance is small enough, and returns it with the steps made.
  ///
  /// Ends early where it cannot go on or is told to stop.
  mutating func run(tolerance: Double, stop: StopSignal) -> (Distance, Int) {
    guard start() else { return (Distance(), 0) }
    var distance = measured()
    var (best, bestStep) = (mean, 0)
    for step in 0..<200 {
      if mean < best / 2 { (best, bestStep) = (mean, step) }
      guard step - bestStep < Self.patience else { return (distance, step) }
      guard distance.isFinite, !distance.meets(tolerance) else { return (distance, step) }
      guard !stop.isRaised else { return (distance, step) }
      guard equations.factorise(weights: weights()) else { return (distance, step) }
      let predictor = direction(target: 0, correction: nil)
      let target = centring(after: predictor)
      let corrected = direction(target: target, correction: predictor)
      guard max(corrected.primalStep, corrected.dualStep) > 1e-8 else { return (distance, step) }
      let rest = (1 - min(1, Self.stepShare * corrected.primalStep)) * distance.rows
      move(along: corrected)
      distance = measured()
      // A full step meets the rows; where it does not, the factor has lost digits.
      if distance.rows > 2 * rest + 1e-8 { refinements = min(refinements + 1, 2) }
    }
    return (distance, 200)
  }

  /// The values of all variables and the duals of all rows.
  var point: (values: [Double], duals: [Double]) { (values, duals) }

  /// Least-squares values and duals, pushed inside their bounds.
  private mutating func start() -> Bool {
    let moving = program.moves.map { $0 ? 1.0 : 0.0 }
    guard equations.factorise(weights: moving) else { return false }
    for index in values.indices where program.moves[index] {
      let (lower, upper) = (program.lower[index], program.upper[index])
      values[index] =
        hasLower[index]
        ? (hasUpper[index] ? (lower + upper) / 2 : lower)
        : hasUpper[index] ? upper : 0
    }
    let product = program.product(values)
    let rest = product.indices.map { program.rightHandSide[$0] - product[$0] }
    let shift = program.transposedProduct(equations.solve(rest, refinements: 1))
    for index in values.indices where program.moves[index] { values[index] += shift[index] }
    duals = equations.solve(program.product(program.cost), refinements: 1)
    pushInside(reduced: program.transposedProduct(duals))
    return true
  }

  private mutating func pushInside(reduced product: [Double]) {
    var (primal, dual) = (0.0, 0.0)
    for index in values.indices where program.moves[index] {
      let reduced = program.cost[index] - product[index]
      if hasLower[index] { lowerSlack[index] = values[index] - program.lower[index] }
      if hasUpper[index] { upperSlack[index] = program.upper[index] - values[index] }
      if hasLower[index] { primal = max(primal, -1.5 * lowerSlack[index]) }
      if hasUpper[index] { primal = max(primal, -1.5 * upperSlack[index]) }
      switch (hasLower[index], hasUpper[index]) {
      case (true, true):
        (lowerDual[index], upperDual[index]) = (max(reduced, 0), max(-reduced, 0))
      case (true, false): (lowerDual[index], dual) = (reduced, max(dual, -1.5 * reduced))
      case (false, true): (upperDual[index], dual) = (-reduced, max(dual, 1.5 * reduced))
      case (false, false): break
      }
    }
    var (products, slacks, prices) = (0.0, 0.0, 0.0)
    forEachBound { slack, price in
      products += (slack + primal) * (price + dual)
      slacks += slack + primal
      prices += price + dual
    }
    let slackShift = primal + (prices > 0 ? max(products / prices / 2, 1e-2) : 1)
    let priceShift = dual + (slacks > 0 ? max(products / slacks / 2, 1e-2) : 1)
    for index in values.indices where program.moves[index] {
      if hasUpper[index] {
        upperSlack[index] += slackShift
        upperDual[index] += priceShift
        if !hasLower[index] { values[index] = program.upper[index] - upperSlack[index] }
      }
      if hasLower[index] {
        lowerSlack[index] += slackShift
        lowerDual[index] += priceShift
        values[index] = program.lower[index] + lowerSlack[index]
      }
    }
  }

  private func forEachBound(_ body: (_ slack: Double, _ price: Double) -> Void) {
    for index in values.indices {
      if hasLower[index] { body(lowerSlack[index], lowerDual[index]) }
      if hasUpper[index] { body(upperSlack[index], upperDual[index]) }
    }
  }

  /// Computes what rows and costs are off by, the mean complementarity, and the distance.
  private mutating func measured() -> Distance {
    let product = program.product(values)
    var (rowWorst, costWorst, boundWorst) = (0.0, 0.0, 0.0)
    var (rowScale, costScale) = (1.0, 1.0)
    var (primal, dual) = (CompensatedSum(), CompensatedSum())
    for row in product.indices {
      rowRest[row] = program.rightHandSide[row] - product[row]
      rowWorst = max(rowWorst, abs(rowRest[row]))
      rowScale = max(rowScale, abs(program.rightHandSide[row]))
      dual.add(program.rightHandSide[row] * duals[row])
    }
    let priced = program.transposedProduct(duals)
    var (sum, count) = (0.0, 0.0)
    for index in values.indices where program.moves[index] {
      let rest = program.cost[index] - priced[index] - lowerDual[index] + upperDual[index]
      costRest[index] = rest
      costWorst = max(costWorst, abs(rest))
      costScale = max(costScale, abs(program.cost[index]))
      primal.add(program.cost[index] * values[index])
      if hasLower[index] {
        sum += lowerSlack[index] * lowerDual[index]
        count += 1
        dual.add(program.lower[index] * lowerDual[index])
      }
      if hasUpper[index] {
        sum += upperSlack[index] * upperDual[index]
        count += 1
        dual.add(-program.upper[index] * upperDual[index])
        boundWorst = max(boundWorst, abs(program.upper[index] - values[index] - upperSlack[index]))
      }
    }
    mean = count > 0 ? sum / count : 0
    return Distance(
      rows: max(rowWorst, boundWorst) / rowScale,
      costs: costWorst / costScale,
      gap: abs(primal.value - dual.value) / (1 + abs(primal.value))
    )
  }

  private func weights() -> [Double] {
    values.indices.map { index in
      guard program.moves[index] else { return 0 }
      var stiffness = 1e-12
      if hasLower[index] { stiffness += lowerDual[index] / lowerSlack[index] }
      if hasUpper[index] { stiffness += upperDual[index] / upperSlack[index] }
      return min(1 / stiffness, 1e14)
    }
  }

  private mutating func direction(
    target: Double,
    correction: Direction?
  ) -> Direction {
    let weights = weights()
    var push = costRest
    var lowerTarget = [Double](repeating: 0, count: values.count)
    var upperTarget = lowerTarget
    for index in values.indices where program.moves[index] {
      if hasLower[index] {
        lowerTarget[index] = target - lowerSlack[index] * lowerDual[index]
        if let correction {
          lowerTarget[index] -= correction.values[index] * correction.lowerDual[index]
        }
        push[index] -= lowerTarget[index] / lowerSlack[index]
      }
      if hasUpper[index] {
        upperTarget[index] = target - upperSlack[index] * upperDual[index]
        if let correction {
          upperTarget[index] -= correction.upperSlack[index] * correction.upperDual[index]
        }
        let rest = program.upper[index] - values[index] - upperSlack[index]
        push[index] += (upperTarget[index] - upperDual[index] * rest) / upperSlack[index]
      }
    }
    var side = program.product(push.indices.map { weights[$0] * push[$0] })
    for row in side.indices { side[row] += rowRest[row] }
    let dualStep = equations.solve(side, refinements: refinements)
    let priced = program.transposedProduct(dualStep)
    let zero = [Double](repeating: 0, count: values.count)
    var result = Direction(
      values: zero,
      duals: dualStep,
      lowerDual: zero,
      upperDual: zero,
      upperSlack: zero
    )
    for index in values.indices where program.moves[index] {
      let move = weights[index] * (priced[index] - push[index])
      result.values[index] = move
      if hasLower[index] {
        let change = (lowerTarget[index] - lowerDual[index] * move) / lowerSlack[index]
        result.lowerDual[index] = change
        if move < 0 { result.primalStep = min(result.primalStep, -lowerSlack[index] / move) }
        if change < 0 { result.dualStep = min(result.dualStep, -lowerDual[index] / change) }
      }
      if hasUpper[index] {
        let slack = program.upper[index] - values[index] - upperSlack[index] - move
        let change = (upperTarget[index] - upperDual[index] * slack) / upperSlack[index]
        (result.upperSlack[index], result.upperDual[index]) = (slack, change)
        if slack < 0 { result.primalStep = min(result.primalStep, -upperSlack[index] / slack) }
        if change < 0 { result.dualStep = min(result.dualStep, -upperDual[index] / change) }
      }
    }
    return result
  }

  /// The complementarity to aim at, small where the predictor alone brings it far down.
  private func centring(after predictor: Direction) -> Double {
    guard mean > 0 else { return 0 }
    let (primal, dual) = (predictor.primalStep, predictor.dualStep)
    var (sum, count) = (0.0, 0.0)
    for index in values.indices {
      if hasLower[index] {
        sum +=
          (lowerSlack[index] + primal * predictor.values[index])
          * (lowerDual[index] + dual * predictor.lowerDual[index])
        count += 1
      }
      if hasUpper[index] {
        sum +=
          (upperSlack[index] + primal * predictor.upperSlack[index])
          * (upperDual[index] + dual * predictor.upperDual[index])
        count += 1
      }
    }
    let ratio = sum / count / mean
    return min(max(ratio * ratio * ratio, 1e-6), 1) * mean
  }

  private mutating func move(along direction: Direction) {
    let primal = min(1, Self.stepShare * direction.primalStep)
    let dual = min(1, Self.stepShare * direction.dualStep)
    for index in values.indices where program.moves[index] {
      values[index] += primal * direction.values[index]
      if hasLower[index] {
        lowerSlack[index] += primal * direction.values[index]
        lowerDual[index] += dual * direction.lowerDual[index]
      }
      if hasUpper[index] {
        upperSlack[index] += primal * direction.upperSlack[index]
        upperDual[index] += dual * direction.upperDual[index]
      }
    }
    for row in duals.indices { duals[row] += dual * direction.duals[row] }
  }
}
