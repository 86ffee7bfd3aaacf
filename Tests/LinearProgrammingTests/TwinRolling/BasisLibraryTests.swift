import Testing

@testable import LinearProgramming

struct BasisLibraryTests {
  /// One plant, and from some hour on a second one; demands make windows near or far.
  private func program(_ demand: [Double], secondFrom: Int = .max) -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.beginColumns("first")
    let first = demand.indices.map { builder.addColumn(cost: 1, upper: 50, stage: $0) }
    builder.beginColumns("second")
    let second = demand.indices.filter { $0 >= secondFrom }
      .map { builder.addColumn(cost: 2, upper: 50, stage: $0) }
    builder.beginRows("balance")
    for hour in demand.indices {
      let row = builder.addRow(lower: demand[hour], upper: .infinity, stage: hour)
      builder.add(1, column: first[hour], row: row)
      if hour >= secondFrom { builder.add(1, column: second[hour - secondFrom], row: row) }
    }
    return builder.build()
  }

  private func signature(
    _ index: StagedIndex,
    _ stages: Range<Int>,
    extra: [Int32] = []
  ) -> BasisLibrary.Signature {
    BasisLibrary.Signature(shapes: index.shape[stages], extraKeys: extra)
  }

  private func basis(_ rows: [UInt8], _ columns: [UInt8]) -> Basis {
    Basis(rows: rows, columns: columns)
  }

  /// Of the windows (10, 20) and (30, 40) the first is 3 from (12, 21), the second 7 from (27, 44).
  @Test func `the basis of the nearest window is found`() {
    let program = program([10, 20, 30, 40, 12, 21, 27, 44])
    let index = StagedIndex(program)
    var library = BasisLibrary(program, index)
    let (low, high) = (basis([1, 2], [2, 1]), basis([2, 1], [1, 2]))
    library.keep(low, first: 0, signature: signature(index, 0..<2))
    library.keep(high, first: 2, signature: signature(index, 2..<4))
    #expect(library.start(first: 4, signature: signature(index, 4..<6)) == low)
    #expect(library.start(first: 6, signature: signature(index, 6..<8)) == high)
  }

  @Test func `of windows equally near the later one is taken`() {
    let program = program([10, 10, 10])
    let index = StagedIndex(program)
    var library = BasisLibrary(program, index)
    library.keep(basis([1], [2]), first: 0, signature: signature(index, 0..<1))
    library.keep(basis([2], [1]), first: 1, signature: signature(index, 1..<2))
    #expect(library.start(first: 2, signature: signature(index, 2..<3)) == basis([2], [1]))
  }

  @Test func `an empty library has no basis`() {
    let program = program([10, 20])
    let index = StagedIndex(program)
    let library = BasisLibrary(program, index)
    #expect(library.start(first: 0, signature: signature(index, 0..<2)) == nil)
  }

  /// The very same hours with one more row beyond their own do not fit; what is carried over has their keys alone.
  @Test func `a window with other rows beyond its stages is not taken as it is`() {
    let program = program([10, 20, 10])
    let index = StagedIndex(program)
    var library = BasisLibrary(program, index)
    let fitting = basis([2], [1])
    library.keep(fitting, first: 0, signature: signature(index, 0..<1))
    library.keep(basis([3, 3], [3]), first: 2, signature: signature(index, 2..<3, extra: [7]))
    #expect(library.start(first: 1, signature: signature(index, 1..<2)) == fitting)
    #expect(
      library.start(first: 1, signature: signature(index, 1..<2, extra: [9])) == basis([3], [3])
    )
  }

  /// From hour 1 on there is a second plant, of which the basis of hour 0 knows nothing: it rests.
  @Test func `a basis is carried to another shape by what its columns mean`() {
    let program = program([10, 20, 30], secondFrom: 1)
    let index = StagedIndex(program)
    #expect(index.shape == [0, 1, 1])
    var library = BasisLibrary(program, index)
    library.keep(basis([3], [1]), first: 0, signature: signature(index, 0..<1))
    #expect(library.start(first: 1, signature: signature(index, 1..<2)) == basis([3], [1, 2]))
    // Two hours: of the second nothing is known, its row is basic and its columns rest.
    #expect(
      library.start(first: 1, signature: signature(index, 1..<3)) == basis([3, 1], [1, 2, 2, 2])
    )
  }

  /// Twenty-four are kept: the twenty-fifth puts out the first, which alone had an exact match.
  @Test func `the oldest bases make room`() {
    let demand = (0..<26).map { 10 * Double($0) } + [0]
    let program = program(demand)
    let index = StagedIndex(program)
    var library = BasisLibrary(program, index)
    for hour in 0..<24 {
      let status: UInt8 = hour == 0 ? 3 : hour == 1 ? 2 : 1
      library.keep(
        basis([status], [status]),
        first: hour,
        signature: signature(index, hour..<hour + 1)
      )
    }
    let wanted = signature(index, 26..<27)
    #expect(library.start(first: 26, signature: wanted) == basis([3], [3]))
    library.keep(basis([1], [1]), first: 24, signature: signature(index, 24..<25))
    #expect(library.start(first: 26, signature: wanted) == basis([2], [2]))
  }
}
