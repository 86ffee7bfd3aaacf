import Tables

/// What was read of an hourly series that the model declares.
public struct SeriesFacts: Sendable, Hashable {
  /// The series' name.
  public let name: String
  /// The unit of the numbers, empty where neither the series nor its use tells one.
  public let unit: String
  /// Whether a zone, a fuel, a policy or an asset uses it.
  public let isUsed: Bool
  /// The number of values.
  public let hours: Int
  /// The smallest value.
  public let least: Double
  /// The mean.
  public let mean: Double
  /// The largest value.
  public let most: Double

  /// The facts of values that were read; nil where there are none.
  package init?(name: String, unit: String, isUsed: Bool, of values: [Double]) {
    guard let least = values.min(), let most = values.max() else { return nil }
    self.name = name
    self.unit = unit
    self.isUsed = isUsed
    hours = values.count
    self.least = least
    self.most = most
    mean = values.reduce(0, +) / Double(values.count)
  }
}
