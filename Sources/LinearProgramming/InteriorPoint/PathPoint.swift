import Foundation

/// A point of the primal-dual path: values and duals, with what keeps them off their bounds.
///
/// Lower slacks `x − l` are exact at all times; upper slacks `u − x` and the rows are met on the
/// way.
struct PathPoint: Sendable {
  let program: BoxedProgram
  let team: Team
  let values: Vector
  let duals: Vector
  let lowerSlack: Vector
  let upperSlack: Vector
  let lowerDual: Vector
  let upperDual: Vector
  /// What each row and each cost is off by.
  let rowRest: Vector
  let costRest: Vector

  /// How far a point is from an optimum, each part relative.
  struct Distance: Sendable {
    var rows = Double.infinity
    var costs = Double.infinity
    var gap = Double.infinity
    /// What no point costs less than, by the duals.
    var lowerBound = -Double.infinity
    /// The gap to that.
    var provenGap = Double.infinity

    var isFinite: Bool { rows.isFinite && costs.isFinite && gap.isFinite }
    /// Whether a point that is no optimum is worth a look; where no point is feasible none is.
    var isUsable: Bool { rows <= 1e-4 && costs <= 1e-4 && gap <= 1e-2 }
    /// Whether the duals run away while rows stay unmet: where no point is feasible they end on a ray that proves it.
    var isOnRay: Bool { rows > 1e-6 && costs <= 1e-3 && gap >= 1e6 }
    /// About how much of the way from a first distance to the tolerance is gone: each step gains digits.
    func share(of first: Distance, to tolerance: Double) -> Double {
      let ways = [(first.rows, rows), (first.costs, costs), (first.gap, gap)].map { first, now in
        let digits = log10(max(first, tolerance) / tolerance)
        return digits > 0 ? log10(max(now, tolerance) / tolerance) / digits : 0
      }
      return min(max(1 - (ways.max() ?? 0), 0), 1)
    }

    /// Whether the point is as near as is asked.
    ///
    /// What costs are off by does not count where the bound itself is near: it holds for any duals, and large duals that
    /// cancel leave rounding beside costs that no step takes away.
    func meets(_ tolerance: Double) -> Bool {
      rows <= min(tolerance, 1e-7)
        && (costs <= min(tolerance, 1e-7) && gap <= tolerance || provenGap <= tolerance)
    }
  }

  init(_ program: BoxedProgram, team: Team) {
    (self.program, self.team) = (program, team)
    let count = program.kinds.count
    (values, costRest) = (Vector(count: count), Vector(count: count))
    (lowerSlack, upperSlack) = (Vector(count: count), Vector(count: count))
    (lowerDual, upperDual) = (Vector(count: count), Vector(count: count))
    (duals, rowRest) = (Vector(count: program.rowCount), Vector(count: program.rowCount))
  }

  /// How much each variable yields: the reciprocal of how stiffly its bounds hold it.
  func writeWeights(to weights: Vector) {
    team.forEachRange(of: values.count) { range in
      let (slack, price) = (lowerSlack.numbers, lowerDual.numbers)
      let (highSlack, highPrice) = (upperSlack.numbers, upperDual.numbers)
      for index in range {
        let kind = program.kinds[index]
        var stiffness = 1e-12
        if kind.contains(.lower) { stiffness += price[index] / slack[index] }
        if kind.contains(.upper) { stiffness += highPrice[index] / highSlack[index] }
        weights.numbers[index] = kind.contains(.moves) ? min(1 / stiffness, 1e14) : 0
      }
    }
  }

  /// Goes along a direction.
  func move(along direction: Direction, primal: Double, dual: Double) {
    team.forEachRange(of: values.count) { range in
      for index in range {
        let kind = program.kinds[index]
        guard kind.contains(.moves) else { continue }
        let change = direction.change(at: index, from: self)
        values[index] += primal * change.value
        if kind.contains(.lower) {
          lowerSlack[index] += primal * change.value
          lowerDual[index] += dual * change.lowerDual
        }
        if kind.contains(.upper) {
          upperSlack[index] += primal * change.upperSlack
          upperDual[index] += dual * change.upperDual
        }
      }
    }
    for row in 0..<duals.count { duals[row] += dual * direction.duals[row] }
  }

  private struct Measure: Sendable {
    var (worst, scale, bound) = (0.0, 1.0, 0.0)
    var (products, count) = (0.0, 0.0)
    var (primal, dual, least) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    var positive = 0.0
  }

  /// Computes what rows and costs are off by, the distance, and the mean complementarity.
  ///
  /// The gap is relative to what all costs add up to, as a certificate's is: earnings may leave the sum near 0.
  func measured() -> (distance: Distance, mean: Double) {
    program.writeProduct(values, to: rowRest, team)
    let rows = team.parts(of: duals.count) { range in measureRows(range) }
    let columns = team.parts(of: values.count) { range in measureColumns(range) }
    var (row, column) = (Measure(), Measure())
    for part in rows {
      (row.worst, row.scale) = (max(row.worst, part.worst), max(row.scale, part.scale))
      row.dual.add(part.dual.value)
      row.least.add(part.dual.value)
    }
    for part in columns {
      column.worst = max(column.worst, part.worst)
      column.scale = max(column.scale, part.scale)
      column.bound = max(column.bound, part.bound)
      column.products += part.products
      column.count += part.count
      column.primal.add(part.primal.value)
      column.positive += part.positive
      row.dual.add(part.dual.value)
      row.least.add(part.least.value)
    }
    let scale = 1 + max(abs(column.primal.value), column.positive)
    let bound = row.least.value.isNaN ? -Double.infinity : row.least.value
    let distance = Distance(
      rows: max(row.worst, column.bound) / row.scale,
      costs: column.worst / column.scale,
      gap: abs(column.primal.value - row.dual.value) / scale,
      lowerBound: bound,
      provenGap: abs(column.primal.value - bound) / scale
    )
    return (distance, column.count > 0 ? column.products / column.count : 0)
  }

  private func measureRows(_ range: Range<Int>) -> Measure {
    var result = Measure()
    for row in range {
      let side = program.rightHandSide[row]
      rowRest[row] = side - rowRest[row]
      result.worst = max(result.worst, abs(rowRest[row]))
      result.scale = max(result.scale, abs(side))
      result.dual.add(side * duals[row])
    }
    return result
  }

  private func measureColumns(_ range: Range<Int>) -> Measure {
    var result = Measure()
    for index in range {
      let kind = program.kinds[index]
      guard kind.contains(.moves) else { continue }
      let cost = program.cost[index]
      let rest = cost - program.priced(index, duals) - lowerDual[index] + upperDual[index]
      costRest[index] = rest
      result.worst = max(result.worst, abs(rest))
      result.scale = max(result.scale, abs(cost))
      result.primal.add(cost * values[index])
      result.positive += max(0, cost * values[index])
      let reduced = rest + lowerDual[index] - upperDual[index]
      // What rounding leaves beside a bound that is not there is no price.
      if kind.contains(reduced > 0 ? .lower : .upper) {
        result.least.add(reduced * (reduced > 0 ? program.lower[index] : program.upper[index]))
      } else if abs(reduced) > 1e-9 {
        result.least.add(-.infinity)
      }
      if kind.contains(.lower) {
        result.products += lowerSlack[index] * lowerDual[index]
        result.count += 1
        result.dual.add(program.lower[index] * lowerDual[index])
      }
      if kind.contains(.upper) {
        result.products += upperSlack[index] * upperDual[index]
        result.count += 1
        result.dual.add(-program.upper[index] * upperDual[index])
        let rest = program.upper[index] - values[index] - upperSlack[index]
        result.bound = max(result.bound, abs(rest))
      }
    }
    return result
  }
}
