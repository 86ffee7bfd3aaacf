import Testing

@testable import LinearProgramming

struct DirectionTests {
  /// One column of 0…1 in an equation, so that all scales are 1.
  private let program: BoxedProgram = {
    var flat = FlatProgram()
    flat.addColumn(cost: 1, lower: 0, upper: 1)
    flat.addRow(lower: 0.5, upper: 0.5)
    flat.add(1, column: 0, row: 0)
    return BoxedProgram(flat)
  }()

  /// x = 0.25 with slacks 0.25 and 0.5 (a quarter short of 0.75), duals 2 and 1.
  private func point() -> PathPoint {
    let point = PathPoint(program, team: Team(threads: 1))
    point.values[0] = 0.25
    (point.lowerSlack[0], point.lowerDual[0]) = (0.25, 2)
    (point.upperSlack[0], point.upperDual[0]) = (0.5, 1)
    return point
  }

  private func direction(_ value: Double, lower: Double = 0, upper: Double = 0) -> Direction {
    let direction = Direction(program)
    direction.values[0] = value
    (direction.lowerTarget[0], direction.upperTarget[0]) = (lower, upper)
    return direction
  }

  /// A move of Δx = 0.5 with targets −0.25 and 0.75.
  ///
  ///     lower dual   (−0.25 − 2·0.5) / 0.25 = −5
  ///     upper slack  0.25 − 0.5 = −0.25, what it is short of and what x takes
  ///     upper dual   (0.75 − 1·(−0.25)) / 0.5 = 2
  @Test func `a move of the values moves slacks and duals of bounds`() {
    let change = direction(0.5, lower: -0.25, upper: 0.75).change(at: 0, from: point())
    #expect(change.value == 0.5)
    #expect(change.lowerDual == -5)
    #expect(change.upperSlack == -0.25)
    #expect(change.upperDual == 2)
  }

  /// Down by 1: the lower slack of 0.25 lets a quarter of it, its dual rises.
  @Test func `a primal step ends where a lower slack is gone`() {
    let steps = direction(-1).steps(from: point())
    #expect(steps.primal == 0.25)
    // The upper dual falls by (0 − 1·1.25) / 0.5 = −2.5 for a dual of 1.
    #expect(steps.dual == 0.4)
    #expect(steps.product == 0.1)
  }

  /// Up by 1.25: the upper slack falls by 1, so by half of it; the lower dual of 2 by 10, a fifth.
  @Test func `a step ends where an upper slack or a lower dual is gone`() {
    let steps = direction(1.25).steps(from: point())
    #expect(steps.primal == 0.5)
    #expect(steps.dual == 0.2)
  }

  @Test func `no step is longer than the direction`() {
    let steps = direction(-0.01, lower: 1, upper: 1).steps(from: point())
    #expect(steps.primal == 1)
    #expect(steps.dual == 1)
    let stretched = Direction.Steps(primal: 0.5, dual: 0.9).stretched(by: 0.25)
    #expect(stretched.primal == 0.75)
    #expect(stretched.dual == 1)
    let least = Direction.Steps.least([
      .init(primal: 0.5, dual: 0.9), .init(primal: 0.7, dual: 0.3),
    ])
    #expect(least.primal == 0.5)
    #expect(least.dual == 0.3)
  }

  /// Half of the way from −1 to 1.25 is up by 0.125.
  @Test func `each share of the way to another direction has its own steps`() {
    let (near, far) = (direction(-1, lower: -1), direction(1.25, upper: 2))
    let steps = near.steps(toward: far, shares: [0, 0.5, 1], from: point())
    let alone = [near, direction(0.125, lower: -0.5, upper: 1), far].map { $0.steps(from: point()) }
    #expect(steps.map(\.primal) == alone.map(\.primal))
    #expect(steps.map(\.dual) == alone.map(\.dual))
  }

  @Test func `a blend is so far on the way`() {
    let (near, far) = (direction(-1, lower: 4), direction(3, lower: 0, upper: 8))
    (near.duals[0], far.duals[0]) = (2, 4)
    near.blend(far, share: 0.25, Team(threads: 1))
    #expect(near.values[0] == 0)
    #expect(near.lowerTarget[0] == 3)
    #expect(near.upperTarget[0] == 2)
    #expect(near.duals[0] == 2.5)
  }

  /// Products 0.25·2 and 0.5·1; after Δx = 0.5 they change by 0.5·(−4) and (−0.25)·(0.25/0.5).
  @Test func `a corrector knows the product and what the predictor left out`() {
    let first = direction(0)
    first.aim(from: point()) { product, change in 10 * product + change }
    #expect(first.lowerTarget[0] == 5)
    #expect(first.upperTarget[0] == 5)
    let second = direction(0)
    second.aim(from: point(), after: direction(0.5)) { product, change in 10 * product + change }
    #expect(second.lowerTarget[0] == 5 - 2)
    #expect(second.upperTarget[0] == 5 - 0.125)
  }

  /// A direction of nothing leaves both products at 0.25·2 = 0.75·⅔ = 0.5.
  ///
  /// Aimed at 10 they lack 0.5 of a tenth of it; at 0.01 they are 0.4 above ten times of it, of which 0.1 is pulled.
  @Test(arguments: zip([10, 1, 0.01], [0.5, 0, -0.1]))
  func `products far from the middle are pulled to a tenth or ten times of it`(
    middle: Double,
    pull: Double
  ) {
    let point = point()
    point.upperSlack[0] = 0.75
    point.upperDual[0] = 0.5 / 0.75
    let (still, corrected) = (direction(0, lower: 7), direction(0))
    let steps = Direction.Steps(primal: 1, dual: 0)
    corrected.aimMiddle(from: point, after: still, steps, middle)
    #expect(abs(corrected.lowerTarget[0] - 7 - pull) < 1e-12)
    #expect(abs(corrected.upperTarget[0] - pull) < 1e-12)
  }
}
