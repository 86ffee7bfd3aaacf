import Testing

@testable import LinearProgramming

struct PathPointTests {
  /// minimise x with x = ½ as a row, 0 ≤ x ≤ 1: all scales are 1.
  private let half: BoxedProgram = {
    var flat = FlatProgram()
    flat.addColumn(cost: 1, lower: 0, upper: 1)
    flat.addRow(lower: 0.5, upper: 0.5)
    flat.add(1, column: 0, row: 0)
    return BoxedProgram(flat)
  }()

  private func point(_ program: BoxedProgram) -> PathPoint {
    PathPoint(program, team: Team(threads: 1))
  }

  /// 4/2 + 3/1 = 5 holds x; the slack of an equation does not yield at all.
  @Test func `a variable yields by the reciprocal of what holds it`() {
    let point = point(half)
    (point.lowerSlack[0], point.lowerDual[0]) = (2, 4)
    (point.upperSlack[0], point.upperDual[0]) = (1, 3)
    let weights = Vector(count: 2)
    point.writeWeights(to: weights)
    #expect(abs(weights[0] - 0.2) < 1e-12)
    #expect(weights[1] == 0)
  }

  /// x without bounds, −y ≤ 0 with a slack of 2 and a dual of 6, and z ≤ 1 whose dual is nearly 0.
  @Test func `what nothing holds yields only so much`() {
    var flat = FlatProgram()
    flat.addColumn(cost: 0, lower: -.infinity, upper: .infinity)
    flat.addColumn(cost: 0, lower: 0, upper: .infinity)
    flat.addColumn(cost: 0, lower: -.infinity, upper: 1)
    flat.addRow(lower: 0, upper: 0)
    let point = point(BoxedProgram(flat))
    (point.lowerSlack[1], point.lowerDual[1]) = (2, 6)
    (point.upperSlack[2], point.upperDual[2]) = (1, 1)
    let weights = Vector(count: 4)
    point.writeWeights(to: weights)
    #expect(weights[0] == 1 / 1e-12)
    #expect(abs(weights[1] - 1.0 / 3) < 1e-12)
    #expect(abs(weights[2] - 1) < 1e-11)
  }

  /// x = ¾ with slacks ¾ and ¼, y = 1 and bound duals ½ and ¼.
  ///
  ///     row   ½ − ¾ = −¼                of a scale of 1
  ///     cost  1 − 1 − ½ + ¼ = −¼        of a scale of 1
  ///     gap   ¾ − (½·1 − 1·¼) = ½       of 1 + ¾
  ///     mean  (¾·½ + ¼·¼) / 2 = 7/32
  @Test func `rows, costs and gap are measured by what they are off`() {
    let point = point(half)
    (point.values[0], point.duals[0]) = (0.75, 1)
    (point.lowerSlack[0], point.upperSlack[0]) = (0.75, 0.25)
    (point.lowerDual[0], point.upperDual[0]) = (0.5, 0.25)
    let (distance, mean) = point.measured()
    #expect(point.rowRest[0] == -0.25)
    #expect(point.costRest[0] == -0.25)
    #expect(distance.rows == 0.25)
    #expect(distance.costs == 0.25)
    #expect(distance.gap == 0.5 / 1.75)
    #expect(mean == 7.0 / 32)
    // An upper slack that is ½ short counts as rows do.
    point.upperSlack[0] = 0.75
    #expect(point.measured().distance.rows == 0.5)
  }

  /// A cost of 1 and earnings of 1 leave 0; duals that are worth −1 are a gap of 1 in 1 + 1, as a certificate counts it.
  @Test func `a gap is a share of what costs add up to, not of what earnings leave`() {
    var flat = FlatProgram()
    flat.addColumn(cost: 1, lower: 0, upper: 1)
    flat.addColumn(cost: -1, lower: 0, upper: 1)
    flat.addRow(lower: 0, upper: 4)
    for column in 0..<2 { flat.add(1, column: column, row: 0) }
    let point = point(BoxedProgram(flat))
    (point.values[0], point.values[1]) = (1, 1)
    point.upperDual[1] = 1
    #expect(point.measured().distance.gap == 0.5)
  }

  /// At x = ½ with y = 1 and nothing on the bounds all is met: the optimum.
  @Test func `an optimum is at no distance`() {
    let point = point(half)
    (point.values[0], point.duals[0]) = (0.5, 1)
    (point.lowerSlack[0], point.upperSlack[0]) = (0.5, 0.5)
    let (distance, mean) = point.measured()
    #expect(distance.rows == 0 && distance.costs == 0 && distance.gap == 0 && mean == 0)
    #expect(distance.meets(1e-12))
  }

  @Test func `rows and costs are to be met closer than a wide gap asks`() {
    let near = PathPoint.Distance(rows: 1e-8, costs: 1e-8, gap: 1e-4)
    #expect(near.meets(1e-3))
    #expect(!near.meets(1e-5))
    #expect(!PathPoint.Distance(rows: 1e-6, costs: 0, gap: 0).meets(1e-3))
    #expect(!PathPoint.Distance(rows: 0, costs: 1e-6, gap: 0).meets(1e-3))
    #expect(PathPoint.Distance(rows: 1e-5, costs: 1e-5, gap: 1e-3).isUsable)
    #expect(!PathPoint.Distance(rows: 1e-3, costs: 0, gap: 0).isUsable)
    #expect(!PathPoint.Distance().isFinite)
  }

  /// Large duals that cancel leave rounding beside costs, and a bound holds for any duals.
  @Test func `a bound that is near ends a path whatever costs are off by`() {
    var distance = PathPoint.Distance(rows: 1e-9, costs: 1e-5, gap: 1e-9)
    #expect(!distance.meets(1e-6))
    distance.provenGap = 1e-7
    #expect(distance.meets(1e-6))
    #expect(!distance.meets(1e-8))
    distance.rows = 1e-3
    #expect(!distance.meets(1e-6))
  }

  /// From 1 to 10⁻⁸ in rows at 10⁻⁴ is half of the digits; the part farthest behind counts.
  @Test func `the share of the way is that of the digits`() {
    let first = PathPoint.Distance(rows: 1, costs: 1, gap: 1)
    let half = PathPoint.Distance(rows: 1e-4, costs: 1e-8, gap: 1e-9)
    #expect(abs(half.share(of: first, to: 1e-8) - 0.5) < 1e-12)
    #expect(first.share(of: first, to: 1e-8) == 0)
    #expect(PathPoint.Distance(rows: 0, costs: 0, gap: 0).share(of: first, to: 1e-8) == 1)
    #expect(PathPoint.Distance(rows: 9, costs: 9, gap: 9).share(of: first, to: 1e-8) == 0)
  }

  /// Half of the way of Δx = −2 with a target of 1 on ½·1: the dual changes by (1 − 1·(−2)) / 2 = 1.5.
  @Test func `values and slacks go together along a direction`() {
    var flat = FlatProgram()
    flat.addColumn(cost: 1, lower: 0, upper: .infinity)
    flat.addRow(lower: 1, upper: 1)
    flat.add(1, column: 0, row: 0)
    let program = BoxedProgram(flat)
    let point = point(program)
    (point.values[0], point.lowerSlack[0], point.lowerDual[0]) = (2, 2, 1)
    let direction = Direction(program)
    (direction.values[0], direction.lowerTarget[0], direction.duals[0]) = (-2, 1, 3)
    point.move(along: direction, primal: 0.5, dual: 0.25)
    #expect(point.values[0] == 1)
    #expect(point.lowerSlack[0] == 1)
    #expect(point.lowerDual[0] == 1.375)
    #expect(point.duals[0] == 0.75)
  }

  /// Whatever the program, a start is inside: slacks and duals are positive, lower slacks exact.
  @Test func `a path starts inside all bounds`() throws {
    for number in 0..<200 {
      var generator = RandomProgram(seed: 3_100 &+ UInt64(number))
      let system = try NormalSystem(FlatProgram(generator.make()))
      let program = system.boxed
      let point = point(program)
      var equations = NormalEquations(program, system.order, team: Team(threads: 1))
      let work = Vector(count: program.kinds.count)
      let isInside = point.start(&equations, work: work, stop: StopSignal())
      #expect(isInside, "3100 + \(number)")
      for index in program.kinds.indices {
        if program.kinds[index].contains(.lower) {
          #expect(point.lowerSlack[index] > 0 && point.lowerDual[index] > 0, "3100 + \(number)")
          let slack = point.values[index] - program.lower[index]
          #expect(abs(slack - point.lowerSlack[index]) <= 1e-12, "3100 + \(number)")
        }
        if program.kinds[index].contains(.upper) {
          #expect(point.upperSlack[index] > 0 && point.upperDual[index] > 0, "3100 + \(number)")
        }
      }
    }
  }
}
