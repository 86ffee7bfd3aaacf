import GridDispatch
import GridFormulation
import Tables

/// The coal capacity that burns too much, and what of it was retrofitted.
extension GoalFigures {
  /// Capacity with energy-saving retrofit over all that burns `limit` gce/kWh or more before it.
  func supplyCoalRate(_ variant: String, limit: Double) -> GoalFigure? {
    var (retrofitted, all) = (0.0, 0.0)
    for (asset, _) in assets {
      var (size, saved) = (0.0, 0.0)
      var rate: Double
      if let coal = asset as? Coal {
        size = coal.units * coal.unitSize.megawatts
        saved = coal.energySavingShare
        rate = coal.coalRate
        if variant == "yearly" {
          rate = rateBefore(coal.name, coal.energySaving, saved, boiler: 0.85) ?? rate
        }
      } else if let chp = asset as? Chp, chp.kind == .coal {
        size = chp.units * chp.unitSize.megawatts
        saved = chp.energySavingShare
        rate = chp.fuelRate
        if variant != "rated" {
          let boiler = variant == "heat-method" ? 0.9 : 0.85
          rate = rateBefore(chp.name, chp.energySaving, saved, boiler: boiler) ?? rate
        }
      } else {
        continue
      }
      guard rate > limit - 1e-6 else { continue }
      all += size
      retrofitted += size * saved
    }
    return all > 0 ? GoalFigure(numerator: retrofitted, denominator: all) : nil
  }

  /// What a cluster would have burnt per kWh supplied without its retrofit, gce, less what heat takes at a boiler.
  private func rateBefore(
    _ name: String,
    _ saving: Double,
    _ share: Double,
    boiler: Double
  ) -> Double? {
    var (unsaved, supplied, heat) = (0.0, 0.0, 0.0)
    for series in schedule.series where series.owner == name {
      let total = series.values.reduce(0, +)
      // Where all units are retrofitted the cluster has one part, and it no name.
      let isSaving =
        series.part?.split(separator: "-").contains("saving") ?? (share == 1)
      if series.quantity == .fuel { unsaved += isSaving ? total / (1 - saving) : total }
      if series.quantity == .power { supplied += total }
      if series.quantity == .heat { heat += total }
    }
    guard supplied > 0 else { return nil }
    let ofHeat = heat * 3.6 / 29.3076 / boiler
    return 1000 * (unsaved - (ofHeat < unsaved ? ofHeat : unsaved)) / supplied
  }
}
