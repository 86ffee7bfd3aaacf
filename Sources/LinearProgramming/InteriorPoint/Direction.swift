/// A direction from a point: where to aim each product of slack and dual, and the move that does so.
///
/// What slacks and duals of bounds do follows from these.
final class Direction: Sendable {
  /// The changes of the values and of the rows' duals.
  let values: Vector
  let duals: Vector
  /// What each product of slack and dual is to change by.
  let lowerTarget: Vector
  let upperTarget: Vector

  init(_ program: BoxedProgram) {
    let count = program.kinds.count
    (values, duals) = (Vector(count: count), Vector(count: program.rowCount))
    (lowerTarget, upperTarget) = (Vector(count: count), Vector(count: count))
  }

  /// What a step of full length changes of one variable.
  struct Change {
    var value: Double
    var lowerDual = 0.0
    var upperSlack = 0.0
    var upperDual = 0.0
  }

  @inline(__always)
  func change(at index: Int, from point: PathPoint) -> Change {
    change(
      at: index,
      from: point,
      value: values[index],
      lowerTarget: lowerTarget[index],
      upperTarget: upperTarget[index]
    )
  }

  @inline(__always)
  private func change(
    at index: Int,
    from point: PathPoint,
    value: Double,
    lowerTarget: Double,
    upperTarget: Double
  ) -> Change {
    let kind = point.program.kinds[index]
    var change = Change(value: value)
    if kind.contains(.lower) {
      change.lowerDual =
        (lowerTarget - point.lowerDual[index] * value) / point.lowerSlack[index]
    }
    if kind.contains(.upper) {
      let rest = point.program.upper[index] - point.values[index] - point.upperSlack[index]
      change.upperSlack = rest - value
      change.upperDual =
        (upperTarget - point.upperDual[index] * change.upperSlack) / point.upperSlack[index]
    }
    return change
  }

  /// The longest steps that keep slacks and duals positive, at most 1.
  struct Steps: Sendable {
    var primal = 1.0
    var dual = 1.0

    /// What a step leaves to the next falls with both.
    var product: Double { primal * dual }

    /// Longer steps, at most 1.
    func stretched(by length: Double) -> Steps {
      Steps(primal: min(1, primal + length), dual: min(1, dual + length))
    }

    /// The least of many.
    static func least(_ parts: [Steps]) -> Steps {
      parts.reduce(Steps()) {
        Steps(primal: min($0.primal, $1.primal), dual: min($0.dual, $1.dual))
      }
    }

    @inline(__always)
    mutating func limit(_ change: Change, at index: Int, from point: PathPoint) {
      let kind = point.program.kinds[index]
      if kind.contains(.lower) {
        if change.value < 0 { primal = min(primal, -point.lowerSlack[index] / change.value) }
        if change.lowerDual < 0 { dual = min(dual, -point.lowerDual[index] / change.lowerDual) }
      }
      if kind.contains(.upper) {
        if change.upperSlack < 0 {
          primal = min(primal, -point.upperSlack[index] / change.upperSlack)
        }
        if change.upperDual < 0 { dual = min(dual, -point.upperDual[index] / change.upperDual) }
      }
    }
  }

  /// The steps that the direction itself allows.
  func steps(from point: PathPoint) -> Steps {
    steps(toward: self, shares: [0], from: point)[0]
  }

  /// The steps that each share of the way from this direction to another allows.
  func steps(
    toward other: Direction,
    shares: [Double],
    from point: PathPoint
  ) -> [Steps] {
    let parts = point.team.parts(of: values.count) { range in
      var steps = [Steps](repeating: Steps(), count: shares.count)
      for index in range where point.program.kinds[index].contains(.moves) {
        let (value, low, high) = (values[index], lowerTarget[index], upperTarget[index])
        let (far, farLow, farHigh) =
          (other.values[index], other.lowerTarget[index], other.upperTarget[index])
        for (number, share) in shares.enumerated() {
          let change = change(
            at: index,
            from: point,
            value: value + share * (far - value),
            lowerTarget: low + share * (farLow - low),
            upperTarget: high + share * (farHigh - high)
          )
          steps[number].limit(change, at: index, from: point)
        }
      }
      return steps
    }
    return shares.indices.map { number in Steps.least(parts.map { $0[number] }) }
  }

  /// Goes a share of the way to another direction.
  func blend(_ other: Direction, share: Double, _ team: Team) {
    for (mine, its) in [
      (values, other.values), (duals, other.duals), (lowerTarget, other.lowerTarget),
      (upperTarget, other.upperTarget),
    ] {
      team.forEachRange(of: mine.count) { range in
        for index in range { mine[index] += share * (its[index] - mine[index]) }
      }
    }
  }
}
