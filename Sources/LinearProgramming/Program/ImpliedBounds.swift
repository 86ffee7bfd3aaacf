/// Which moving upper bounds of columns follow from rows and other bounds, so that they need not be stated.
///
/// A row `a·x ≤ r` gives `xⱼ ≤ (r − Σ least of aₖ·xₖ) / aⱼ`. Where that is nowhere above the column's own bound,
/// whatever the sizes, which are 0 or more, the bound says nothing more. A bound that is left out may serve to imply
/// others, never in a circle: it rests on bounds that were settled before it.
struct ImpliedBounds {
  /// A number that moves with sizes: its value where all are 0, then what each adds.
  typealias Moving = [Double]

  /// A row with one finite side, written as `a·x ≤ r`.
  private struct Row {
    let most: Moving
    let entries: [(column: Int, value: Double)]
  }

  private var rows: [Row] = []
  /// The rows in which each column has a coefficient above 0, and where.
  private var rowsOf: [[(row: Int, value: Double)]]
  private let lower: [Double]
  private let upper: [Moving]
  private let moves: [Bool]
  private let firstColumn: Int

  /// - Parameters:
  ///   - firstColumn: The first column; all of a row's columns follow it.
  ///   - lower: The least of each column, −∞ where it moves or there is none.
  ///   - upper: The most of each column, infinite where there is none.
  ///   - moves: Whether the most of each column moves.
  init(firstColumn: Int, lower: [Double], upper: [Moving], moves: [Bool]) {
    (self.firstColumn, self.lower, self.upper, self.moves) = (firstColumn, lower, upper, moves)
    rowsOf = [[(row: Int, value: Double)]](repeating: [], count: lower.count)
  }

  /// Entries past which a row is not asked: one of all hours implies the bound of none, and each would ask all others.
  private static let longest = 100

  /// Adds a row `a·x ≤ r`.
  mutating func add(_ entries: [(column: Int, value: Double)], most: Moving) {
    guard entries.count <= Self.longest else { return }
    let number = rows.count
    let local = entries.map { (column: $0.column - firstColumn, value: $0.value) }
    guard local.allSatisfy({ lower.indices.contains($0.column) }) else { return }
    for entry in local where entry.value > 0 && moves[entry.column] {
      rowsOf[entry.column].append((number, entry.value))
    }
    rows.append(Row(most: most, entries: local))
  }

  /// Whether the moving bound of each column need not be stated.
  func found() -> [Bool] {
    var isImplied = [Bool](repeating: false, count: lower.count)
    // Bounds that do not move are stated anyway.
    var isSettled = moves.map { !$0 }
    for column in lower.indices where moves[column] {
      if rest(of: column, isSettled) != nil {
        (isImplied[column], isSettled[column]) = (true, true)
      }
    }
    for column in lower.indices where !isSettled[column] {
      if let others = rest(of: column, nil), !others.contains(column) {
        for other in others { isSettled[other] = true }
        isImplied[column] = true
      }
      isSettled[column] = true
    }
    return isImplied
  }

  /// The columns whose most a row needs to imply that of a column; nil where no row does.
  ///
  /// With `settled` only rows that need no other columns count.
  private func rest(of column: Int, _ settled: [Bool]?) -> [Int]? {
    for (number, value) in rowsOf[column] {
      var most = rows[number].most
      var needed: [Int] = []
      var isBounded = true
      for entry in rows[number].entries where entry.column != column {
        if entry.value > 0 {
          guard lower[entry.column] > -.infinity else {
            isBounded = false
            break
          }
          most[0] -= entry.value * lower[entry.column]
          continue
        }
        guard upper[entry.column][0] < .infinity, settled?[entry.column] ?? true else {
          isBounded = false
          break
        }
        if moves[entry.column] { needed.append(entry.column) }
        for part in most.indices { most[part] -= entry.value * upper[entry.column][part] }
      }
      guard isBounded else { continue }
      let isNoMore = most.indices.allSatisfy { part in
        most[part] / value <= upper[column][part] + 1e-9 * max(1, abs(upper[column][part]))
      }
      if isNoMore { return needed }
    }
    return nil
  }
}
