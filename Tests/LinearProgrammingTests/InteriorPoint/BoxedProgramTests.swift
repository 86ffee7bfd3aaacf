import Testing

@testable import LinearProgramming

struct BoxedProgramTests {
  private func vector(_ numbers: [Double]) -> Vector {
    let vector = Vector(count: numbers.count)
    for (index, number) in numbers.enumerated() { vector[index] = number }
    return vector
  }

  private func product(_ program: BoxedProgram, _ values: [Double]) -> [Double] {
    let result = Vector(count: program.rowCount)
    program.writeProduct(vector(values), to: result, Team(threads: 1))
    return result.array
  }

  /// minimise 3·x, 8 ≤ 4·x ≤ 16, x ≤ 8.
  ///
  /// The row is divided by 4, the cost by 2^round(log₂ 3) = 4, the values by 8.
  private let one: BoxedProgram = {
    var flat = FlatProgram()
    flat.addColumn(cost: 3, lower: 0, upper: 8)
    flat.addRow(lower: 8, upper: 16)
    flat.add(4, column: 0, row: 0)
    return BoxedProgram(flat)
  }()

  @Test func `entries, costs and bounds are brought near 1 by powers of two`() {
    #expect(one.columns.values == [1])
    #expect(one.cost == [0.75, 0])
    #expect(one.lower == [0, 0.25])
    #expect(one.upper == [1, 0.5])
    #expect(one.rightHandSide == [0])
    #expect(one.kinds == [[.moves, .lower, .upper], [.moves, .lower, .upper]])
  }

  /// x′ = ¼ and y′ = ¾ are x = 2 and y = ¾·4/4 = ¾, the price of 3·2 = 6 for a row of 8.
  @Test func `values and duals come back in units of the program`() {
    #expect(one.columnValues(of: [0.25, 0.25]) == [2])
    #expect(one.rowDuals(of: [0.75]) == [0.75])
  }

  /// A row divided by 4, with values in units of 8: ¼ of its scaled kind is ¼·4·8 = 8.
  @Test func `what a row is off comes back in units of the program`() {
    #expect(one.worst(vector([-0.25])) == 8)
    #expect(one.worst(vector([0])) == 0)
  }

  /// x + y = 10 with y fixed at 4, values in units of 4: x′ = 6 / 4.
  @Test func `fixed columns are moved to the right-hand side`() {
    var flat = FlatProgram()
    flat.addColumn(cost: 1, lower: 0, upper: 4)
    flat.addColumn(cost: 1, lower: 4, upper: 4)
    flat.addRow(lower: 10, upper: 10)
    flat.add(1, column: 0, row: 0)
    flat.add(1, column: 1, row: 0)
    let boxed = BoxedProgram(flat)
    #expect(boxed.rightHandSide == [1.5])
    #expect(boxed.kinds[1].isEmpty)
    // An equation's slack does not move; values of what is fixed count for nothing.
    #expect(boxed.kinds[2].isEmpty)
    #expect(boxed.columnValues(of: [0.5, 99, 99]) == [2, 4])
  }

  @Test func `what is bounded on one side or none is told`() {
    var flat = FlatProgram()
    flat.addColumn(cost: 0, lower: 0, upper: .infinity)
    flat.addColumn(cost: 0, lower: -.infinity, upper: 1)
    flat.addColumn(cost: 0, lower: -.infinity, upper: .infinity)
    flat.addRow(lower: -.infinity, upper: 3)
    let kinds = BoxedProgram(flat).kinds
    #expect(kinds == [[.moves, .lower], [.moves, .upper], [.moves], [.moves, .upper]])
  }

  /// Row 1 and column 1 hold nothing; a mean of no numbers would be none.
  @Test func `rows and columns without entries keep their scale`() {
    var flat = FlatProgram()
    flat.addColumn(cost: 0, lower: 0, upper: .infinity)
    flat.addColumn(cost: 0, lower: 0, upper: .infinity)
    flat.addRow(lower: 2, upper: .infinity)
    flat.addRow(lower: -1, upper: 5)
    flat.add(1, column: 0, row: 0)
    let boxed = BoxedProgram(flat)
    #expect(boxed.lower == [0, 0, 2, -1])
    #expect(boxed.upper[3] == 5)
    #expect(boxed.columnValues(of: [1, 7, 0, 0]) == [1, 7])
  }

  /// A = [1 2; 0 3]: A·(5, 7) − (1, 1) = (18, 20); Aᵀ·(2, 4) = (2, 16); a slack is priced −y.
  @Test func `products are those of the matrix beside its slacks`() {
    var flat = FlatProgram()
    for _ in 0..<2 { flat.addColumn(cost: 0, lower: 0, upper: 1) }
    for _ in 0..<2 { flat.addRow(lower: 0, upper: 1) }
    for (value, column, row) in [(1.0, 0, 0), (2, 1, 0), (3, 1, 1)] {
      flat.add(value, column: column, row: row)
    }
    let boxed = BoxedProgram(flat)
    let matrix = Dense(
      (0..<2).map { row in
        (0..<2).map { column in
          let entries = boxed.rows.starts[row]..<boxed.rows.starts[row + 1]
          return entries.reduce(0) {
            Int(boxed.rows.indices[$1]) == column ? $0 + boxed.rows.values[$1] : $0
          }
        }
      }
    )
    let plain = matrix.times([5, 7])
    #expect(product(boxed, [5, 7, 1, 1]) == [plain[0] - 1, plain[1] - 1])
    let duals = vector([2, 4])
    for column in 0..<2 {
      #expect(boxed.priced(column, duals) == 2 * matrix[0, column] + 4 * matrix[1, column])
    }
    #expect(boxed.priced(2, duals) == -2)
    #expect(boxed.priced(3, duals) == -4)
  }

  /// With x = x′·r and y = y′·s for one r of each column and one s of each row, `y·(A·x)` and `c·x` are
  /// `y′·(A′·x′)` and `c′·x′` times the same number, whatever the point.
  @Test func `rows, columns and costs are scaled as one`() {
    var random = SeededGenerator(seed: 7_700)
    for number in 0..<100 {
      var flat = FlatProgram()
      for _ in 0..<5 {
        flat.addColumn(cost: 100 * random.unit() + 1, lower: 0, upper: 1e4 * random.unit() + 1)
      }
      for row in 0..<4 {
        flat.addRow(lower: -1e4 * random.unit(), upper: 1e3)
        for column in 0..<5 where random.unit() < 0.6 {
          flat.add(1000 * random.unit() - 500, column: column, row: row)
        }
      }
      let boxed = BoxedProgram(flat)
      let scaled = (0..<9).map { _ in random.unit() }
      let scaledDuals = (0..<4).map { _ in random.unit() }
      let (values, duals) = (boxed.columnValues(of: scaled), boxed.rowDuals(of: scaledDuals))
      var priced = 0.0
      for entry in flat.entryRow.indices {
        priced +=
          duals[Int(flat.entryRow[entry])] * flat.entryValue[entry]
          * values[Int(flat.entryColumn[entry])]
      }
      let activity = product(boxed, Array(scaled[..<5]) + [0, 0, 0, 0])
      let scaledPrice = zip(scaledDuals, activity).reduce(0) { $0 + $1.0 * $1.1 }
      let cost = zip(flat.cost, values).reduce(0) { $0 + $1.0 * $1.1 }
      let scaledCost = zip(boxed.cost, scaled).reduce(0) { $0 + $1.0 * $1.1 }
      let ratio = cost / scaledCost
      #expect(abs(priced - ratio * scaledPrice) <= 1e-9 * abs(cost), "7700, \(number)")
      // Scales are powers of two, so numbers lose no digit.
      #expect(values.indices.allSatisfy { isPowerOfTwo(values[$0] / scaled[$0]) })
      #expect(boxed.columns.values.allSatisfy { (1.0 / 512...512).contains(abs($0)) })
    }
  }

  private func isPowerOfTwo(_ value: Double) -> Bool { value.significand == 1 && value > 0 }
}
