extension ResultQuantity {
  /// Every quantity that a result may tell of, in the order in which a reader meets them.
  ///
  /// Of those that come numbered the first stands for all.
  public static let all: [ResultQuantity] = [
    .power, .demand, .unserved, .price, .available, .curtailed, .gross, .online, .started, .fuel,
    .carbonDioxide, .carbonCaptured, .sulphurDioxide, .nitrogenOxides, deepTier(1),
    .deepPeakBaseline, costStep(1), .storedEnergy, .storedAtStart, .charging, .discharging,
    .spilled, .released, .synchronous, .reserveUp, .reserveDown, .reserveUpRequired,
    .reserveDownRequired, .reserveUpHeld, .reserveDownHeld, .reserveUpShort, .reserveDownShort,
    .reserveUpPrice, .reserveDownPrice, .reserveUpBehind, .reserveDownBehind, .imported,
    .importedRenewable, .importedHydro, .exported, .flow, .lost, .sent, .received, .called,
    .callStarted, .aggregated, .deferred, .recovered, .backlog, .reduced, .consumption,
    .captiveOutput, .hydrogenMade, .storedHydrogen, .unmetHydrogen, .waterUsed, .waterMade,
    .storedWater, .unmetWater, .heat, .heatDemand, .unservedHeat, .heatPrice,
  ]

  /// The quantity of a series file by its stem, such as `power_mw` or `deep_tier_2_mw`; nil if there is none.
  public static func named(_ stem: String) -> ResultQuantity? {
    if let quantity = all.first(where: { $0.stem == stem }) { return quantity }
    let numbers = stem.split(separator: "_").compactMap { Int($0) }
    guard numbers.count == 1, numbers[0] > 0 else { return nil }
    return [deepTier(numbers[0]), costStep(numbers[0])].first { $0.stem == stem }
  }

  /// The unit as a reader writes it; of prices in a currency.
  public func unitText(in currency: String) -> String {
    switch unit {
    case "mw": "MW"
    case "mwh": "MWh"
    case "per_mwh": "\(currency)/MWh"
    case "per_mw": "\(currency)/MW"
    default: unit
    }
  }
}
