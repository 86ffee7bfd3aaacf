/// The few prices that no window can find: of rows without a stage, such as yearly limits.
///
/// As a function of such a price the lower bound is concave. A dual pass gives its slope there: what
/// the windows leave unbalanced in the price's rows. Prices move along the slope, first by a small
/// step, then to where a line through two slopes is zero.
struct SlowPrices: Sendable {
  private struct Price: Sendable {
    var rows: [Int]
    var scale: Double
    var shift = 0.0
    var tried: [(shift: Double, slope: Double)] = []
  }

  /// The first step, as a part of the price.
  private static let firstStep = 0.005
  private let base: [Double]
  private var prices: [Price] = []

  init(_ context: RollingContext) {
    base = context.rowDuals
    for row in context.index.longRows where base[row] != 0 { append([row]) }
  }

  private mutating func append(_ rows: [Int]) {
    let mean = rows.reduce(0) { $0 + abs(base[$1]) } / Double(rows.count)
    prices.append(Price(rows: rows, scale: mean))
  }

  /// Learns from a dual pass how each price is to move.
  ///
  /// The values are those that the windows of the dual pass had.
  mutating func learn(values: [Double], in program: LinearProgram) {
    for number in prices.indices {
      var slope = 0.0
      for row in prices[number].rows {
        let activity = program.activity(ofRow: row, at: values)
        let dual = base[row] + prices[number].shift
        let bound = dual > 0 ? program.rowLower[row] : program.rowUpper[row]
        if bound.isFinite { slope += bound - activity }
      }
      prices[number].tried.append((prices[number].shift, slope))
      prices[number].shift = Self.next(prices[number])
    }
  }

  private static func next(_ price: Price) -> Double {
    // A bracket: the highest shift whose slope is up, the lowest whose slope is down.
    var (up, down): ((shift: Double, slope: Double)?, (shift: Double, slope: Double)?)
    for tried in price.tried {
      if tried.slope == 0 { return tried.shift }
      if tried.slope > 0, tried.shift >= up?.shift ?? -.infinity { up = tried }
      if tried.slope < 0, tried.shift <= down?.shift ?? .infinity { down = tried }
    }
    let step = Self.firstStep * price.scale * Double(1 << min(price.tried.count - 1, 6))
    switch (up, down) {
    case (let up?, let down?):
      let part = up.slope / (up.slope - down.slope)
      return up.shift + min(max(part, 0.1), 0.9) * (down.shift - up.shift)
    case (let up?, nil): return up.shift + step
    case (nil, let down?): return down.shift - step
    case (nil, nil): return price.shift
    }
  }

  /// Puts the prices into row duals.
  func apply(to duals: inout [Double]) {
    for price in prices {
      for row in price.rows { duals[row] = base[row] + price.shift }
    }
  }

  /// Whether there is no such price.
  var isEmpty: Bool { prices.isEmpty }
}
