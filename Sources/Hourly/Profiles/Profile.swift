/// A value over time as a cell gives it: one number for all hours, or the name of a series.
package enum Profile: Sendable, Hashable {
  /// The same number in every hour.
  case constant(Double)
  /// The series of this name.
  case series(String)

  /// The name of the series, nil for a constant.
  package var seriesName: String? {
    if case .series(let name) = self { name } else { nil }
  }
}
