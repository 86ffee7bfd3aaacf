import Hourly

extension Setting {
  /// The deep-peak tiers as they hold for units with or without heat.
  package func deepPeakTiers(forHeat givesHeat: Bool) -> [ThermalUnits.Tier] {
    let heating = count(of: deepPeak.heatingSeason).map { min($0, 1) }
    var below = HourlyValue.constant(0)
    return deepPeak.tiers.map { tier in
      let usual = tier.baseline(forHeat: givesHeat, inSeason: false)
      let inSeason = tier.baseline(forHeat: givesHeat, inSeason: true)
      let paid = tier.paid(in: self)
      let rise = paid - below
      below = paid
      return ThermalUnits.Tier(
        baseline: heating.map { $0 > 0 ? inSeason : usual },
        extraFuel: tier.extraFuelRate / 1000,
        wear: tier.wear,
        bid: deepPeak.bid == .market ? rise : nil
      )
    }
  }
}
