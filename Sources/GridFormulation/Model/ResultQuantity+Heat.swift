/// What is told of heat.
extension ResultQuantity {
  /// Heat given to a heat zone.
  public static let heat = Self(
    "heat",
    "mw",
    "heat given to the heat network; heat taken from it is negative"
  )
  /// Heat demand, with the network's loss on what of it is served.
  public static let heatDemand = Self(
    "heat_demand",
    "mw",
    "heat that is asked for, and the network's loss on what of it is served"
  )
  /// Heat demand that was not served.
  public static let unservedHeat = Self(
    "unserved_heat",
    "mw",
    "heat that was asked for and not served"
  )
  /// Marginal cost of heat.
  public static let heatPrice = Self(
    "heat_price",
    "per_mwh",
    "change in cost per MWh more heat demand"
  )
}
