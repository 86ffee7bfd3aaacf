/// What is told of heat.
extension ResultQuantity {
  /// Heat given to a heat zone.
  public static let heat = Self(
    "heat",
    "mw",
    "heat given to the heat network; heat taken from it is negative",
    chinese: "供热功率",
    sign: .either("heat given to the network is positive, heat taken from it negative"),
    when: "of plants and stores of a heat network"
  )
  /// Heat demand, with the network's loss on what of it is served.
  public static let heatDemand = Self(
    "heat_demand",
    "mw",
    "heat that is asked for, and the network's loss on what of it is served",
    chinese: "热负荷(含网损)",
    sign: .notNegative,
    when: "where the model has heat zones; a heat zone a column"
  )
  /// Heat demand that was not served.
  public static let unservedHeat = Self(
    "unserved_heat",
    "mw",
    "heat that was asked for and not served",
    chinese: "缺热功率",
    sign: .notNegative,
    when: "where the model has heat zones; a heat zone a column"
  )
  /// Marginal cost of heat.
  public static let heatPrice = Self(
    "heat_price",
    "per_mwh",
    "change in cost per MWh more heat demand",
    chinese: "边际热价",
    sign: .either("negative where more demand saves cost"),
    when: "where the model has heat zones; a heat zone a column"
  )
}
