import Hourly

extension ReportTable {
  /// Columns for the months of a grid, and for all of its hours.
  static func monthColumns(of grid: ReportedGrid, _ words: Words) -> [Column] {
    grid.months.map { Column(words.month(grid.month($0))) }
      + [Column(words[grid.isYear ? .year : .allHours])]
  }

  /// Adds the sums of hourly values over each month and over all hours.
  @discardableResult
  mutating func addSums(
    _ label: String,
    of values: [Double],
    in grid: ReportedGrid,
    _ measure: Measure,
    role: Role = .plain,
    sumOf terms: [Int] = [],
    less taken: [Int] = []
  ) -> Int {
    let sums = grid.monthSums(of: values)
    return add(
      label,
      sums + [sums.reduce(0, +)],
      measure,
      role: role,
      sumOf: terms,
      less: taken
    )
  }

  /// Adds the shares that two sums make in each month and over all hours.
  mutating func addRates(
    _ label: String,
    _ numerator: [Double],
    over denominator: [Double],
    in grid: ReportedGrid
  ) {
    let (parts, wholes) = (grid.monthSums(of: numerator), grid.monthSums(of: denominator))
    let pairs = Array(zip(parts, wholes)) + [(parts.reduce(0, +), wholes.reduce(0, +))]
    add(label, pairs.map { $0.1 > 0 ? $0.0 / $0.1 : nil }, .share, role: .part)
  }
}

extension ReportedGrid {
  /// Whether the hours are a whole year.
  var isYear: Bool { months.count == 12 && horizon.hours >= 8760 }

  /// The sum of hourly values over each month.
  func monthSums(of values: [Double]) -> [Double] {
    months.map { values[$0].reduce(0, +) }
  }

  /// Whether hourly values hold anything but zero.
  func hasAny(_ values: [Double]) -> Bool { values.contains { abs($0) > 1e-6 } }
}
