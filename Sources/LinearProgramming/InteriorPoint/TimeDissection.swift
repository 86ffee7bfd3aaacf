/// A division of rows by time: groups that are eliminated one after the other.
///
/// Rows are halved by time again and again. The rows of one half that share a column with the other
/// are a separator: they are eliminated after both halves, which then do not touch each other. With
/// an order of minimum degree within each group, a year of `jilin-2030` has a factor a tenth smaller
/// than METIS finds, in a fifteenth of the time.
struct TimeDissection {
  /// The group of each row; groups are eliminated in the order of their numbers.
  private(set) var group: [Int32]
  private let columnsOf: SparseMatrix
  private let stage: [Int32]
  private var mark: [Int32]
  private var cut: Int32 = 0
  private var groups: Int32 = 0

  /// A part is halved only where it has this many times the rows of the separator.
  private static let rowsPerSeparatorRow = 16
  /// Parts of fewer rows stay whole.
  private static let smallestPart = 256

  /// Divides the rows of a matrix given by rows, each with a stage.
  init(columnsOf rows: SparseMatrix, columnCount: Int, stage: [Int32]) {
    (columnsOf, self.stage) = (rows, stage)
    group = [Int32](repeating: 0, count: stage.count)
    mark = [Int32](repeating: -1, count: columnCount)
    let ordered = stage.indices.sorted { (stage[$0], $0) < (stage[$1], $1) }
    let timeless = ordered.prefix { stage[$0] < 0 }
    divide(Array(ordered.dropFirst(timeless.count)))
    number(Array(timeless))
  }

  /// Numbers the groups of rows that are ordered by stage.
  private mutating func divide(_ rows: [Int]) {
    guard rows.count >= Self.smallestPart else { return number(rows) }
    let middle = stage[rows[rows.count / 2]]
    let split = rows.firstIndex { stage[$0] >= middle } ?? 0
    let (before, after) = (rows[..<split], rows[split...])
    let (early, late) = borders(before, after)
    let (earlyCount, lateCount) = (early.count { $0 }, late.count { $0 })
    let border = min(earlyCount, lateCount)
    guard split > 0, rows.count >= Self.rowsPerSeparatorRow * border else { return number(rows) }
    let takesLate = lateCount <= earlyCount
    divide(takesLate ? Array(before) : Self.select(before, early, false))
    divide(takesLate ? Self.select(after, late, false) : Array(after))
    number(takesLate ? Self.select(after, late, true) : Self.select(before, early, true))
  }

  /// For each row whether it shares a column with the other half.
  private mutating func borders(
    _ before: ArraySlice<Int>,
    _ after: ArraySlice<Int>
  ) -> (early: [Bool], late: [Bool]) {
    let (seen, crossed) = (cut, cut + 1)
    cut += 2
    for row in before { forEachColumn(row) { $0 = seen } }
    let late = after.map { row in
      var isBorder = false
      forEachColumn(row) { mark in
        if mark >= seen { (mark, isBorder) = (crossed, true) }
      }
      return isBorder
    }
    let early = before.map { row in
      var isBorder = false
      forEachColumn(row) { mark in if mark == crossed { isBorder = true } }
      return isBorder
    }
    return (early, late)
  }

  private mutating func forEachColumn(_ row: Int, _ body: (inout Int32) -> Void) {
    for entry in columnsOf.starts[row]..<columnsOf.starts[row + 1] {
      let column = Int(columnsOf.indices[entry])
      body(&mark[column])
    }
  }

  private mutating func number(_ rows: [Int]) {
    guard !rows.isEmpty else { return }
    for row in rows { group[row] = groups }
    groups += 1
  }

  private static func select(_ rows: ArraySlice<Int>, _ flags: [Bool], _ flag: Bool) -> [Int] {
    zip(rows, flags).filter { $0.1 == flag }.map(\.0)
  }
}
