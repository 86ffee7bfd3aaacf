/// What a part of the objective pays for.
public enum CostKind: String, Sendable, CaseIterable {
  /// Fuel for output and starts.
  case fuel
  /// Starting units, fuel apart.
  case start
  /// Variable operation and maintenance.
  case operation
  /// Extra wear in deep-peak operation.
  case deepPeak = "deep-peak wear"
  /// The price bid for output below the deep-peak baselines, instead of its extra fuel and wear.
  case deepPeakBid = "deep-peak bid"
  /// Wear of storage by its use.
  case storageWear = "storage wear"
  /// What stored energy costs at the start, less what it is worth at the end.
  case storedValue = "stored value"
  /// The price of emitted CO2.
  case carbon
  /// Free allowances at the price of CO2, where they count in bids; negative.
  case allowance = "carbon allowance"
  /// Solvent, transport and storage of CO2 that was captured.
  case carbonStorage = "CO2 storage"
  /// Power bought from outside.
  case imports = "import"
  /// Power sold to the outside; negative where it earns.
  case exports = "export"
  /// Power sent over corridors between zones.
  case wheeling
  /// Calling and shifting load.
  case demandResponse = "demand response"
  /// Hydrogen or water that was due and not delivered.
  case unmetProduct = "unmet product"
  /// Demand not served, at the value of lost load.
  case unserved = "unserved energy"
  /// Heat not served, at the value of lost heat.
  case unservedHeat = "unserved heat"
  /// Reserve not held, at its scarcity price.
  case scarcity = "reserve scarcity"

  /// Whether it prices what goes short.
  package var isShortage: Bool { self == .unserved || self == .unservedHeat || self == .scarcity }
}
