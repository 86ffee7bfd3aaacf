/// How far a number may be off before it counts as wrong.
///
/// A simplex or interior-point solution meets its rows and bounds within about 1e-7 of their size, and
/// windows joined by a rolling solve no better; `rule` and `balance` leave a factor of ten above that.
/// What is only another form of the same numbers (output after own use, fuel, emissions, costs) is
/// written from one set of values in double precision, so `identity` and `costItem` can be far
/// tighter. They are what catches a single number that was changed within the room of the rules.
public struct VerificationTolerance: Sendable {
  /// Supply against demand in a zone and hour, MW.
  public var balance = 1e-3
  /// Rules that the solver meets, as a share of the owner's size.
  public var rule = 1e-6
  /// Numbers that are tied by definition, as a share of the owner's size.
  public var identity = 1e-9
  /// The cost, as a share of the gross cost.
  public var cost = 1e-6
  /// One kind of cost of one owner, as a share of its own gross amount.
  public var costItem = 1e-9

  /// The tolerances for a schedule as the solver gave it.
  public init() {}
}
