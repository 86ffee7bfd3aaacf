package import GridDispatch

/// What a store took in, gave back and lost.
package struct StorageFigures: Sendable {
  /// Energy taken from the grid, MWh.
  package let charged: Double
  /// Energy given to the grid, MWh.
  package let discharged: Double
  /// Energy at the end less energy after the first hour's start, MWh, as far as the series tell.
  package let levelChange: Double
  /// Charged and discharged in the same hour, the smaller of both, MWh.
  package let overlap: Double
  /// Discharged energy per energy that the store holds; nil where it holds none.
  package let cycles: Double?

  init?(of asset: AssetSummary, series: [Schedule.Series]) {
    func values(_ quantity: ResultQuantity) -> [Double]? {
      series.first { $0.quantity == quantity }?.values
    }
    guard
      asset.facts.technology.isStorage, let charging = values(.charging),
      let discharging = values(.discharging)
    else { return nil }
    charged = charging.reduce(0, +)
    discharged = discharging.reduce(0, +)
    overlap = zip(charging, discharging).reduce(0) { $0 + max(0, min($1.0, $1.1)) }
    let level = values(.storedEnergy) ?? []
    levelChange = (level.last ?? 0) - (level.first ?? 0)
    let capacity = asset.facts.energyCapacity ?? 0
    cycles = capacity > 0 ? discharged / capacity : nil
  }

  /// What did not come back, MWh; the change of the level stands aside.
  package var lost: Double { charged - discharged - levelChange }
}
