/// What is told of heat.
extension ResultQuantity {
  /// Heat given to a heat zone.
  public static let heat = Self(
    "heat",
    "mw",
    "heat given to the heat network; heat taken from it is negative"
  )
  /// Heat demand with the losses of the network.
  public static let heatDemand = Self(
    "heat_demand",
    "mw",
    "heat demand to be met, losses of the heat network included"
  )
  /// Heat demand that was not served.
  public static let unservedHeat = Self("unserved_heat", "mw", "heat demand that was not served")
  /// Marginal cost of heat.
  public static let heatPrice = Self(
    "heat_price",
    "per_mwh",
    "change in cost per MWh more heat demand"
  )
}
