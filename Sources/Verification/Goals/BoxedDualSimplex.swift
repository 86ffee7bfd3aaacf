/// A small dense linear program with costs of at least 0, solved by the dual simplex method.
///
///     minimise c·x,   Σⱼ aᵢⱼ·xⱼ ≥ bᵢ or = bᵢ,   0 ≤ x ≤ u
///
/// With every column at 0 no reduced cost has the wrong sign, so the dual method starts at once. It is the check's
/// own and shares nothing with the engines of the program; a few dozen columns are what it is for.
struct BoxedDualSimplex {
  private static let tolerance = 1e-9

  /// Cost and upper bound of each column; the rows' surplus follows them.
  private var cost: [Double] = []
  private var upper: [Double] = []
  private var table: [[Double]] = []
  private var rhs: [Double] = []
  private var isEquation: [Bool] = []

  /// Adds a column and returns its number.
  mutating func addColumn(cost: Double, upTo upper: Double) -> Int {
    self.cost.append(cost)
    self.upper.append(upper)
    return self.cost.count - 1
  }

  /// Adds a row: the entries' sum is at least a number, or equal to it.
  mutating func addRow(_ entries: [(column: Int, value: Double)], _ rhs: Double, isEquation: Bool) {
    var row = [Double](repeating: 0, count: cost.count)
    for entry in entries { row[entry.column] += entry.value }
    table.append(row)
    self.rhs.append(rhs)
    self.isEquation.append(isEquation)
  }

  /// The least cost; nil where there is no point, or the search does not end.
  func solve() -> Double? {
    let (rows, columns) = (table.count, cost.count)
    // Variable columns + i is the surplus of row i: Σ a·x − b.
    let upper = upper + isEquation.map { $0 ? 0 : Double.infinity }
    let price = cost
    var (table, reduced) = (table, cost)
    var nonbasic = Array(0..<columns)
    var basic = (0..<rows).map { columns + $0 }
    var atUpper = [Bool](repeating: false, count: columns + rows)
    var value = rhs.map { -$0 }
    for _ in 0..<50 * (rows + columns + 1) {
      guard let leaving = Self.mostOff(value, basic, upper) else {
        return Self.total(price, columns, basic, value, nonbasic, atUpper, upper)
      }
      let (row, rises) = leaving
      let entering = Self.entering(table[row], rises, nonbasic, atUpper, reduced, upper)
      guard let column = entering else { return nil }
      let bound = rises ? 0 : upper[basic[row]]
      let step = (bound - value[row]) / table[row][column]
      let entered = nonbasic[column]
      for other in 0..<rows where other != row { value[other] += table[other][column] * step }
      value[row] = (atUpper[entered] ? upper[entered] : 0) + step
      atUpper[basic[row]] = !rises
      atUpper[entered] = false
      (nonbasic[column], basic[row]) = (basic[row], entered)
      Self.pivot(&table, &reduced, row, column)
    }
    return nil
  }

  /// The basic variable that is furthest outside its bounds, and whether it must rise.
  private static func mostOff(
    _ value: [Double],
    _ basic: [Int],
    _ upper: [Double]
  ) -> (row: Int, rises: Bool)? {
    var worst = tolerance
    var found: (row: Int, rises: Bool)?
    for row in value.indices {
      if -value[row] > worst { (worst, found) = (-value[row], (row, true)) }
      let above = value[row] - upper[basic[row]]
      if above > worst { (worst, found) = (above, (row, false)) }
    }
    return found
  }

  /// The column that may move the row's variable the wanted way at the least loss of dual feasibility.
  private static func entering(
    _ row: [Double],
    _ rises: Bool,
    _ nonbasic: [Int],
    _ atUpper: [Bool],
    _ reduced: [Double],
    _ upper: [Double]
  ) -> Int? {
    var best: (column: Int, ratio: Double)?
    for (column, variable) in nonbasic.enumerated() where upper[variable] > 0 {
      let push = row[column] * (atUpper[variable] ? -1 : 1) * (rises ? 1 : -1)
      guard push > tolerance else { continue }
      let ratio = abs(reduced[column]) / push
      if let best, ratio >= best.ratio { continue }
      best = (column, ratio)
    }
    return best?.column
  }

  /// Exchanges a row's variable and a column's: value = Σ table · nonbasic throughout.
  private static func pivot(
    _ table: inout [[Double]],
    _ reduced: inout [Double],
    _ row: Int,
    _ column: Int
  ) {
    let pivot = table[row][column]
    var fresh = table[row].map { -$0 / pivot }
    fresh[column] = 1 / pivot
    for other in table.indices where other != row {
      let factor = table[other][column]
      guard factor != 0 else { continue }
      for place in fresh.indices where place != column {
        table[other][place] += factor * fresh[place]
      }
      table[other][column] = factor * fresh[column]
    }
    let factor = reduced[column]
    for place in fresh.indices where place != column { reduced[place] += factor * fresh[place] }
    reduced[column] = factor * fresh[column]
    table[row] = fresh
  }

  private static func total(
    _ cost: [Double],
    _ columns: Int,
    _ basic: [Int],
    _ value: [Double],
    _ nonbasic: [Int],
    _ atUpper: [Bool],
    _ upper: [Double]
  ) -> Double {
    var sum = 0.0
    for (row, variable) in basic.enumerated() where variable < columns {
      sum += cost[variable] * value[row]
    }
    for variable in nonbasic where variable < columns && atUpper[variable] {
      sum += cost[variable] * upper[variable]
    }
    return sum
  }
}
