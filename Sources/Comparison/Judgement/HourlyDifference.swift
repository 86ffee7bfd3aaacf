/// How the hours of one quantity differ between two results.
public struct HourlyDifference: Sendable {
  /// The file's name without its ending, such as `power_mw`.
  public let quantity: String
  /// How many columns differ, of how many.
  public let columns: Int
  /// How many columns there are.
  public let columnCount: Int
  /// The column that differs most.
  public let name: String
  /// The hour in which it does.
  public let time: String
  /// Its value in the base.
  public let base: Double
  /// Its value in the other.
  public let other: Double
  /// How many hours differ in that column.
  public let hours: Int
  /// Whether it is judged.
  public let outcome: Outcome
}
