extension Direction {
  /// Sets each target by the product of slack and dual now, and that of their changes.
  ///
  /// The changes are those of a direction found before, 0 where there is none.
  func aim(
    from point: PathPoint,
    after other: Direction? = nil,
    _ target: @Sendable (_ product: Double, _ change: Double) -> Double
  ) {
    point.team.forEachRange(of: values.count) { range in
      for index in range {
        let kind = point.program.kinds[index]
        guard kind.contains(.moves) else { continue }
        let change = other?.change(at: index, from: point) ?? Change(value: 0)
        if kind.contains(.lower) {
          let product = point.lowerSlack[index] * point.lowerDual[index]
          lowerTarget[index] = target(product, change.value * change.lowerDual)
        }
        if kind.contains(.upper) {
          let product = point.upperSlack[index] * point.upperDual[index]
          upperTarget[index] = target(product, change.upperSlack * change.upperDual)
        }
      }
    }
  }

  /// Aims beyond another direction so that products far from the mean come nearer to it.
  ///
  /// Gondzio's corrector: products that a longer step would bring outside a tenth to ten times of
  /// what is aimed at are drawn to the nearer end.
  func aimMiddle(
    from point: PathPoint,
    after other: Direction,
    _ steps: Steps,
    _ middle: Double
  ) {
    let (least, most) = (0.1 * middle, 10 * middle)
    @Sendable func pull(_ product: Double) -> Double {
      product < least ? least - product : product > most ? max(most - product, -most) : 0
    }
    point.team.forEachRange(of: values.count) { range in
      for index in range {
        let kind = point.program.kinds[index]
        guard kind.contains(.moves) else { continue }
        let change = other.change(at: index, from: point)
        if kind.contains(.lower) {
          let slack = point.lowerSlack[index] + steps.primal * change.value
          let price = point.lowerDual[index] + steps.dual * change.lowerDual
          lowerTarget[index] = other.lowerTarget[index] + pull(slack * price)
        }
        if kind.contains(.upper) {
          let slack = point.upperSlack[index] + steps.primal * change.upperSlack
          let price = point.upperDual[index] + steps.dual * change.upperDual
          upperTarget[index] = other.upperTarget[index] + pull(slack * price)
        }
      }
    }
  }
}
