/// How far a number may be off before it counts as wrong.
///
/// A simplex or interior-point solution meets its rows and bounds within about 1e-7 of their size, and
/// windows joined by a rolling solve no better; `rule` and `balance` leave a factor of ten above that. Where a
/// solve ended further off, and said so, `residual` adds that: what it was allowed to leave is no fault of the schedule.
/// What is only another form of the same numbers (output after own use, fuel, emissions, costs) is
/// written from one set of values in double precision, so `identity` and `costItem` can be far
/// tighter. They are what catches a single number that was changed within the room of the rules.
public struct VerificationTolerance: Sendable {
  /// Supply against demand in a zone and hour, MW.
  public var balance = 1e-3
  /// Rules that the solver meets, as a share of the owner's size.
  public var rule = 1e-6
  /// The most that the solver left a rule of its program broken by, in the rule's own unit.
  public var residual: Double
  /// Numbers that are tied by definition, as a share of the owner's size.
  public var identity = 1e-9
  /// The cost, as a share of the gross cost.
  public var cost = 1e-6
  /// A price, as a share of the largest cost of a MWh that decides on it.
  public var price = 1e-6
  /// One kind of cost of one owner, as a share of its own gross amount.
  public var costItem = 1e-9

  /// The tolerances for a schedule as the solver gave it.
  ///
  /// - Parameter residual: The most that the solver left a rule of its program broken by.
  public init(residual: Double = 0) {
    self.residual = residual
  }

  /// By how much a rule of an owner of this size may be broken; never by more than a balance.
  ///
  /// A rule that is checked may join several of the program's, hence four residuals.
  func allowed(bySize size: Double) -> Double {
    rule * size + min(4 * residual, balance)
  }
}
