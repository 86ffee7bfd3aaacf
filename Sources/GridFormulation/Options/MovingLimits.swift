import Hourly
import LinearProgramming
import Tables

/// The limits of an asset as they move with the shares of its options.
struct MovingLimits {
  private let sized: SizedAsset
  /// The asset at the shares at which it is written.
  private let written: any Asset
  /// What each option adds to the bounds of columns and rows at a share of 1, in the order of the program.
  private let slopes: [Bounds]
  /// The constants that the asset adds to sums, as expressions of the shares.
  private let constants: [HourlySum]
  /// The bounds without any option.
  private let start: Bounds

  private struct Bounds {
    var columns: (lower: [Double], upper: [Double])
    var rows: (lower: [Double], upper: [Double])

    init(_ program: LinearProgram) {
      columns = (program.columnLower, program.columnUpper)
      rows = (program.rowLower, program.rowUpper)
    }

    /// Bounds combined one by one.
    init(_ one: Bounds, _ other: Bounds, _ combine: (Double, Double) -> Double) {
      columns = (
        zip(one.columns.lower, other.columns.lower).map(combine),
        zip(one.columns.upper, other.columns.upper).map(combine)
      )
      rows = (
        zip(one.rows.lower, other.rows.lower).map(combine),
        zip(one.rows.upper, other.rows.upper).map(combine)
      )
    }

    func isNear(_ other: Bounds) -> Bool {
      func near(_ one: [Double], _ other: [Double]) -> Bool {
        zip(one, other).allSatisfy { $0 == $1 || abs($0 - $1) <= 1e-7 * max(1, abs($0), abs($1)) }
      }
      return near(columns.lower, other.columns.lower) && near(columns.upper, other.columns.upper)
        && near(rows.lower, other.rows.lower) && near(rows.upper, other.rows.upper)
    }
  }

  /// What the asset writes at some shares.
  private struct Sample {
    let program: LinearProgram
    /// The constants of all that it adds to sums, in the order in which it adds them.
    let constants: [HourlyValue]

    init(_ asset: any Asset, like model: DispatchModel) {
      var alone = DispatchModel(
        setting: model.setting,
        detail: model.detail,
        allowsShortfall: model.allowsShortfall,
        statesTimes: model.statesTimes
      )
      constants = alone.atDesk(of: asset, moving: []) { asset.formulate(in: &$0) }
      program = alone.takeProgram()
    }

    /// The bounds, its rows scaled as those of another; nil where more than bounds and the scale of rows differs.
    func bounds(like other: Sample) -> Bounds? {
      let (mine, theirs) = (program.rows, other.program.rows)
      guard program.rowCount == other.program.rowCount, program.cost == other.program.cost,
        mine.starts == theirs.starts, mine.indices == theirs.indices,
        constants.count == other.constants.count
      else { return nil }
      var bounds = Bounds(program)
      for row in 0..<program.rowCount where mine.starts[row] < mine.starts[row + 1] {
        let entries = mine.starts[row]..<mine.starts[row + 1]
        let scale = mine.values[entries.lowerBound] / theirs.values[entries.lowerBound]
        let isScaled = entries.allSatisfy {
          abs(mine.values[$0] - scale * theirs.values[$0]) <= 1e-12 * abs(mine.values[$0])
        }
        guard scale > 0, isScaled else { return nil }
        bounds.rows.lower[row] /= scale
        bounds.rows.upper[row] /= scale
      }
      return bounds
    }
  }

  /// Nil where the limits do not move along a line.
  init?(of sized: SizedAsset, like model: DispatchModel) {
    let (asset, ways) = (sized.asset, sized.ways)
    guard asset.prerequisites.isEmpty else { return nil }
    func at(_ shares: [Double]) -> Sample? {
      MovingLimits.asset(asset, taking: ways.map(\.option), shares).map { Sample($0, like: model) }
    }
    // Well inside what options that share units leave each other, so that nothing is gone.
    let low = ways.map { _ in 0.25 / Double(ways.count) }
    guard let written = Self.asset(asset, taking: ways.map(\.option), low) else { return nil }
    let base = Sample(written, like: model)
    var slopes: [Bounds] = []
    var steps: [[HourlyValue]] = []
    for index in ways.indices {
      var shares = low
      shares[index] += 0.5
      guard let more = at(shares), let bounds = more.bounds(like: base) else { return nil }
      slopes.append(Bounds(bounds, Bounds(base.program)) { $0 == $1 ? 0 : 2 * ($0 - $1) })
      steps.append(zip(more.constants, base.constants).map { 2 * ($0 - $1) })
    }
    func predicted(_ shares: [Double]) -> Bounds {
      zip(zip(shares, low), slopes).reduce(Bounds(base.program)) { bounds, way in
        let step = way.0.0 - way.0.1
        return Bounds(bounds, way.1) { $1 == 0 ? $0 : $0 + step * $1 }
      }
    }
    let start = predicted(ways.map { _ in 0 })
    // Along a line, or not: a mixed point, and both ends where the asset is written alike there.
    let mixed = ways.indices.map { low[$0] * ($0 % 2 == 0 ? 3 : 0.5) }
    guard let check = at(mixed)?.bounds(like: base), check.isNear(predicted(mixed)) else {
      return nil
    }
    let isShared = ways.contains(where: \.option.isConversion)
    for end in isShared ? [0.0] : [0, 1] {
      let shares = ways.map { _ in end }
      guard let bounds = at(shares)?.bounds(like: base) else { continue }
      guard bounds.isNear(predicted(shares)) else { return nil }
    }
    (self.sized, self.written, self.slopes, self.start) = (sized, written, slopes, start)
    constants = base.constants.indices.map { index in
      zip(ways, steps).reduce(HourlySum(base.constants[index])) { sum, way in
        let step = way.1[index]
        if step.isEverywhere(0) { return sum }
        return sum + step * way.0.share - HourlySum(low[0] * step)
      }
    }
  }

  /// Writes the asset and lets its limits move.
  func formulate(in model: inout DispatchModel) {
    let (firstColumn, firstRow) = (model.builder.columnCount, model.builder.rowCount)
    _ = model.atDesk(of: written, moving: constants) { written.formulate(in: &$0) }
    precondition(
      model.builder.columnCount - firstColumn == start.columns.lower.count
        && model.builder.rowCount - firstRow == start.rows.lower.count,
      "an asset writes the same beside others as alone"
    )
    var capacity = HourlySum(.constant(sized.asset.facts.capacity))
    var most = sized.asset.facts.capacity
    for way in sized.ways {
      let step = (way.option.changed?.facts.capacity ?? 0) - sized.asset.facts.capacity
      capacity += step * way.share
      most += max(0, step) * way.option.extent.most
    }
    model.noteSize(of: sized.asset, capacity, most: most)
    model.builder.moveBounds(columnsFrom: firstColumn, rowsFrom: firstRow) { _, place, side in
      moving(place, side, firstColumn: firstColumn, firstRow: firstRow)
    }
  }

  /// How a bound moves; nil where no option moves it.
  private func moving(
    _ place: LinearProgramBuilder.Place,
    _ side: LinearProgramBuilder.Side,
    firstColumn: Int,
    firstRow: Int
  ) -> MovingBound? {
    func value(_ bounds: Bounds) -> Double {
      switch (place, side) {
      case (.column(let column), .lower): bounds.columns.lower[column - firstColumn]
      case (.column(let column), .upper): bounds.columns.upper[column - firstColumn]
      case (.row(let row), .lower): bounds.rows.lower[row - firstRow]
      case (.row(let row), .upper): bounds.rows.upper[row - firstRow]
      }
    }
    let constant = value(start)
    guard constant.isFinite else { return nil }
    var parts: [(column: Int, slope: Double)] = []
    var range = constant...constant
    for (way, bounds) in zip(sized.ways, slopes) {
      let slope = value(bounds)
      guard slope != 0 else { continue }
      let reach = slope * way.option.extent.most
      range = (range.lowerBound + min(0, reach))...(range.upperBound + max(0, reach))
      for term in way.share.terms {
        parts.append((term.firstColumn, slope * term.coefficient[0]))
      }
    }
    guard !parts.isEmpty else { return nil }
    // What rounding leaves of a limit that is 0 without the option, or with all of it, is no limit.
    let size = max(abs(range.lowerBound), abs(range.upperBound))
    func rounded(_ limit: Double) -> Double { abs(limit) <= 1e-9 * size ? 0 : limit }
    return MovingBound(
      constant: rounded(constant),
      slopes: parts,
      range: rounded(range.lowerBound)...rounded(range.upperBound)
    )
  }

  /// The asset with shares of options; nil where that is more than one row, or holds whole numbers only.
  private static func asset(
    _ asset: any Asset,
    taking options: [CapacityOption],
    _ shares: [Double]
  ) -> (any Asset)? {
    let taken = TakenOptions(of: asset, options, shares)
    guard taken.variants.count == 1,
      !taken.variants[0].figures.contains(where: { asset.isWhole($0.column) }),
      options.allSatisfy({ option in
        option.changes.allSatisfy { asset.sizing(of: $0.column) != nil }
      })
    else { return nil }
    return asset.taken(as: taken.variants[0])
  }
}
