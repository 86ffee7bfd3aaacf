package import GridFormulation

extension Schedule {
  /// Energy lost by stores that charge and discharge in the same hour, MWh.
  ///
  /// A store that takes in c and gives d in one hour passes the lesser of c and d/η through; what of it is
  /// lost is (1 − η) times that, with η the round-trip efficiency.
  package func burntByStorage(among assets: [AssetSummary]) -> Double {
    assets.reduce(0) { sum, asset in
      guard let efficiency = asset.facts.roundTripEfficiency else { return sum }
      let charging = hourly(.charging) { $0 == asset.name }
      let discharging = hourly(.discharging) { $0 == asset.name }
      let passed = zip(charging, discharging).reduce(0) {
        $0 + max(0, min($1.0, $1.1 / efficiency))
      }
      return sum + (1 - efficiency) * passed
    }
  }
}
