/// The rows and columns of a program in the order of their stages.
///
/// A column's *rank* is its place in that order, so the columns of a window are a run of ranks.
/// What belongs to no stage, and rows that span more stages than a window should, have no rank.
struct StagedIndex: Sendable {
  /// Rows that span more stages than this are treated as if they had no stage.
  static let longestSpan = 168

  /// The number of stages.
  let stages: Int
  /// Column of each rank, and rank of each column (−1 where it has none).
  private(set) var columnOrder: [Int32] = []
  private(set) var columnRank: [Int32]
  /// The first rank of each stage; one more than there are stages.
  private(set) var columnStart: [Int]
  /// Row of each rank, and rank of each row (−1 where it has none).
  private(set) var rowOrder: [Int32] = []
  private(set) var rowRank: [Int32]
  private(set) var rowStart: [Int]
  /// The stage at which each row is complete; −1 for long rows.
  private(set) var rowStage: [Int32]
  /// Rows without a rank, ascending.
  private(set) var longRows: [Int] = []
  /// The largest number of stages that a ranked row reaches back.
  private(set) var span = 0
  /// What each rank means: the same key in two stages is the same thing at another hour.
  private(set) var columnKey: [Int32] = []
  private(set) var rowKey: [Int32] = []
  /// Equal for stages whose columns and rows have the same keys.
  private(set) var shape: [Int32] = []

  init(_ program: LinearProgram) {
    stages = program.stageCount
    rowStage = program.rowStage
    for row in 0..<program.rowCount {
      guard program.rowStage[row] >= 0 else { continue }
      var (first, last) = (program.rowStage[row], program.rowStage[row])
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        let stage = program.columnStage[Int(program.rows.indices[entry])]
        guard stage >= 0 else { continue }
        first = min(first, stage)
        last = max(last, stage)
      }
      if Int(last - first) > Self.longestSpan {
        rowStage[row] = LinearProgram.global
      } else {
        rowStage[row] = last
        span = max(span, Int(last - first))
      }
    }
    for row in 0..<program.rowCount where rowStage[row] < 0 { longRows.append(row) }
    (columnOrder, columnRank, columnStart) = Self.sort(program.columnStage, stages: stages)
    (rowOrder, rowRank, rowStart) = Self.sort(rowStage, stages: stages)
    columnKey = Self.keys(program.columnFamilies, stage: program.columnStage, order: columnOrder)
    rowKey = Self.keys(program.rowFamilies, stage: program.rowStage, order: rowOrder)
    shape = shapes()
  }

  private static func sort(
    _ stage: [Int32],
    stages: Int
  ) -> (order: [Int32], rank: [Int32], start: [Int]) {
    var start = [Int](repeating: 0, count: stages + 1)
    for value in stage where value >= 0 { start[Int(value) + 1] += 1 }
    for value in 0..<stages { start[value + 1] += start[value] }
    var next = start
    var order = [Int32](repeating: 0, count: start[stages])
    var rank = [Int32](repeating: -1, count: stage.count)
    for index in stage.indices where stage[index] >= 0 {
      let place = next[Int(stage[index])]
      next[Int(stage[index])] += 1
      order[place] = Int32(index)
      rank[index] = Int32(place)
    }
    return (order, rank, start)
  }

  /// A key is the family and the number within its stage, in the order of the families.
  private static func keys(
    _ families: [LinearProgram.Family],
    stage: [Int32],
    order: [Int32]
  ) -> [Int32] {
    var key = [Int32](repeating: 0, count: stage.count)
    for (number, family) in families.enumerated() {
      var ordinal: Int32 = 0
      for index in family.range {
        let repeats = index > family.range.lowerBound && stage[index] == stage[index - 1]
        ordinal = repeats ? min(ordinal + 1, 1023) : 0
        key[index] = Int32(truncatingIfNeeded: number + 1) &* 1024 &+ ordinal
      }
    }
    return order.map { key[Int($0)] }
  }

  private func shapes() -> [Int32] {
    var known: [[Int32]: Int32] = [:]
    var result = [Int32](repeating: 0, count: stages)
    for stage in 0..<stages {
      var keys = Array(columnKey[columnStart[stage]..<columnStart[stage + 1]])
      keys.append(-1)
      keys += rowKey[rowStart[stage]..<rowStart[stage + 1]]
      if let shape = known[keys] {
        result[stage] = shape
      } else {
        result[stage] = Int32(known.count)
        known[keys] = Int32(known.count)
      }
    }
    return result
  }
}
