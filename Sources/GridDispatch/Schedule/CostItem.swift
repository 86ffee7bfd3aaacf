public import GridFormulation
import Hourly

/// A part of the cost, in the model's currency.
public struct CostItem: Sendable {
  /// What it pays for.
  public let kind: CostKind
  /// Whose it is.
  public let owner: String
  /// The amount; negative where it earns.
  public let amount: Double
}
