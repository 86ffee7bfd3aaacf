import Testing

@testable import LinearProgramming

struct FlatProgramTests {
  /// x + 2·y = 4, 0 ≤ 3·z ≤ 9, all columns within 0 and 5.
  private let program: FlatProgram = {
    var flat = FlatProgram()
    for cost in [1.0, 2, 3] { flat.addColumn(cost: cost, lower: 0, upper: 5) }
    flat.addRow(lower: 4, upper: 4)
    flat.addRow(lower: 0, upper: 9)
    flat.add(1, column: 0, row: 0)
    flat.add(2, column: 1, row: 0)
    flat.add(3, column: 2, row: 1)
    return flat
  }()

  @Test func `a staged program keeps its entries and bounds`() {
    var builder = LinearProgramBuilder()
    for cost in [1.0, 2, 3] { builder.addColumn(cost: cost, upper: 5, stage: 0) }
    builder.addRow(lower: 4, upper: 4, stage: 0)
    builder.addRow(lower: 0, upper: 9, stage: 0)
    builder.add(3, column: 2, row: 1)
    builder.add(2, column: 1, row: 0)
    builder.add(1, column: 0, row: 0)
    #expect(FlatProgram(builder.build()) == program)
  }

  @Test func `an entry of 0 is none`() {
    var flat = program
    flat.add(0, column: 0, row: 1)
    #expect(flat == program)
  }

  /// A row of terms 10⁶ and −10⁶ may be off by a part of them, a row of small ones only by 10⁻⁶.
  @Test func `a row is met up to a small part of its terms`() {
    #expect(program.isMet(by: [2, 1, 3]))
    #expect(program.isMet(by: [2 + 1e-6, 1, 3]))
    #expect(!program.isMet(by: [2.1, 1, 3]))
    #expect(!program.isMet(by: [0, 2, -0.1]))
    #expect(!program.isMet(by: [0, 2]))
    var large = FlatProgram()
    for _ in 0..<2 { large.addColumn(cost: 0, lower: 0, upper: 1e7) }
    large.addRow(lower: 0, upper: 0)
    large.add(1, column: 0, row: 0)
    large.add(-1, column: 1, row: 0)
    #expect(large.isMet(by: [1e6 + 1, 1e6]))
    #expect(!large.isMet(by: [1e6 + 10, 1e6]))
  }

  /// Rows 1, 0 and columns 2, 0, 1: the entry 2 of (row 0, column 1) comes to row 1, column 2.
  @Test func `a program in another order has its entries at their new places`() {
    let turned = program.reordered(rows: [1, 0], columns: [2, 0, 1])
    #expect(turned.cost == [3, 1, 2])
    #expect(turned.rowUpper == [9, 4])
    let entries = turned.entryRow.indices.map {
      [Double(turned.entryRow[$0]), Double(turned.entryColumn[$0]), turned.entryValue[$0]]
    }
    #expect(entries == [[1, 1, 1], [1, 2, 2], [0, 0, 3]])
    // Turned by the inverses it is itself again.
    #expect(turned.reordered(rows: [1, 0], columns: [1, 2, 0]) == program)
  }

  @Test func `numbers in an order go back to where they came from`() {
    let order: [Int32] = [2, 0, 1]
    #expect(order.restored([30, 10, 20]) == [10, 20, 30])
  }

  @Test(arguments: [-1, 2])
  func `an entry outside the program is refused`(row: Int) {
    var flat = program
    flat.add(1, column: 0, row: row)
    #expect(throws: SolverError.self) { try flat.validate() }
  }

  @Test func `a weight that decides ties is padded to all columns`() {
    var flat = program
    flat.addColumn(cost: 0, preference: 7, lower: 0, upper: 1)
    flat.addColumn(cost: 0, lower: 0, upper: 1)
    #expect(flat.preference == [0, 0, 0, 7, 0])
  }
}
