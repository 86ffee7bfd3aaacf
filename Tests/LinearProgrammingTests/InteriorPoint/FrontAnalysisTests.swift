import Testing

@testable import LinearProgramming

struct FrontAnalysisTests {
  /// The rows that each column touches.
  private func matrix(_ columns: [[Int]], rows: Int) -> SparseMatrix {
    SparseMatrix(
      vectors: columns.count,
      width: rows,
      vectorOf: columns.indices.flatMap { column in columns[column].map { _ in Int32(column) } },
      indexOf: columns.flatMap { $0.map { Int32($0) } },
      values: columns.flatMap { $0.map { _ in 1 } }
    )
  }

  /// Some random columns of two or three rows that are near each other.
  private func random(_ rows: Int, _ random: inout SeededGenerator) -> [[Int]] {
    (0..<(3 * rows)).map { _ in
      let first = Int(random.unit() * Double(rows))
      return Set((0..<3).map { _ in min(rows - 1, first + Int(random.unit() * 6)) }).sorted()
    }
  }

  /// Below which places each place has entries, by elimination of one row after the other.
  private func fill(_ columns: [[Int]], _ order: [Int32]) -> [Set<Int>] {
    var placeOf = [Int](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { placeOf[Int(row)] = place }
    var below = [Set<Int>](repeating: [], count: order.count)
    for column in columns {
      let places = column.map { placeOf[$0] }
      for place in places { below[place].formUnion(places.filter { $0 > place }) }
    }
    for place in below.indices {
      guard let next = below[place].min() else { continue }
      below[next].formUnion(below[place].subtracting([next]))
    }
    return below
  }

  @Test(arguments: UInt64(1)...20)
  func `fronts hold all that elimination fills`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = 5 + Int(generator.unit() * 60)
    let columns = random(rows, &generator)
    let group = (0..<rows).map { Int32($0 * 3 / rows) }
    let analysis = try FrontAnalysis(columns: matrix(columns, rows: rows), group: group)
    #expect(analysis.rowOrder.sorted() == (0..<Int32(rows)).map { $0 })
    #expect(analysis.placeStarts.first == 0 && analysis.placeStarts.last == Int32(rows))
    let below = fill(columns, analysis.rowOrder)
    for front in 0..<(analysis.placeStarts.count - 1) {
      let own = Int(analysis.placeStarts[front])..<Int(analysis.placeStarts[front + 1])
      let places = analysis.places[
        Int(analysis.starts[front])..<Int(analysis.starts[front + 1])
      ].map { Int($0) }
      #expect(Array(places.prefix(own.count)) == Array(own), "seed \(seed)")
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      for place in own { #expect(below[place].isSubset(of: places), "seed \(seed)") }
    }
  }

  /// The places of a front may be taken in other order, but what touches keeps the order of the groups.
  @Test(arguments: UInt64(1)...20)
  func `of rows that touch the one of the earlier group comes first`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 100 + seed)
    let rows = 5 + Int(generator.unit() * 60)
    let columns = random(rows, &generator)
    let group = (0..<rows).map { _ in Int32(generator.unit() * 4) }
    let analysis = try FrontAnalysis(columns: matrix(columns, rows: rows), group: group)
    var placeOf = [Int](repeating: 0, count: rows)
    for (place, row) in analysis.rowOrder.enumerated() { placeOf[Int(row)] = place }
    for column in columns {
      for row in column {
        for other in column where group[row] < group[other] {
          #expect(placeOf[row] < placeOf[other], "seed 100 + \(seed)")
        }
      }
    }
  }

  /// A hub in ten columns with ten others: first, it would fill all; last, it fills nothing.
  @Test func `a row that touches all is eliminated last`() throws {
    let columns = (1...10).map { [0, $0] }
    let analysis = try FrontAnalysis(
      columns: matrix(columns, rows: 11),
      group: [Int32](repeating: 0, count: 11)
    )
    let place = try #require(analysis.rowOrder.firstIndex(of: 0))
    // With one other left either of the two may be the last.
    #expect(place >= 9)
  }

  /// Twelve rows, no column: each is eliminated for itself.
  @Test func `rows that touch nothing have a place too`() throws {
    let analysis = try FrontAnalysis(
      columns: matrix([], rows: 12),
      group: [Int32](repeating: 0, count: 12)
    )
    #expect(analysis.rowOrder.sorted() == (0..<12).map { Int32($0) })
  }
}
