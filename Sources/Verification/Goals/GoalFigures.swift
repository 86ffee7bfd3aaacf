import Grid
import GridDispatch

/// Numerator and denominator of a goal's value; no denominator where the value is no ratio.
struct GoalFigure {
  let numerator: Double
  var denominator: Double?

  /// The value; nil where there is nothing to divide by.
  var value: Double? {
    guard let denominator else { return numerator }
    return denominator > 0 ? numerator / denominator : nil
  }
}

/// The figures that goals are stated in, recomputed from assets and schedule.
struct GoalFigures {
  let setting: Setting
  let assets: [(asset: any Asset, source: EnergySource)]
  /// The series of the zones that count.
  let schedule: Schedule
  /// All series.
  let whole: Schedule
  /// All assets.
  let model: GridModel
  /// The zones that count.
  let zones: Set<String>
  /// Whether the whole grid is meant.
  let isWhole: Bool
  private let sources: [String: EnergySource]

  /// The figures of a zone or area, or of the whole grid.
  init(_ model: GridModel, _ schedule: Schedule, in place: String? = nil) {
    let zones = Set(
      model.setting.zones
        .filter { place == nil || $0.name == place || $0.area == place }
        .map(\.name)
    )
    setting = model.setting
    self.model = model
    self.zones = zones
    isWhole = place == nil
    whole = schedule
    self.schedule = Schedule(
      horizon: schedule.horizon,
      series: schedule.series.filter { zones.contains($0.zone) || place == nil }
    )
    var sources: [String: EnergySource] = [:]
    for asset in model.assets { sources[asset.name] = EnergySource(asset) }
    self.sources = sources
    assets = model.assets.compactMap { asset in
      guard zones.contains(asset.zone) else { return nil }
      return EnergySource(asset).map { (asset, $0) }
    }
  }

  /// The figure of a goal; nil for what only a second solve can tell.
  func figure(of goal: Goal, variant: String) -> GoalFigure? {
    switch goal.metric {
    case "curtailment": curtailment(variant, burntCounts: true)
    case "non-fossil-generation-share", "clean-generation-share": generation(variant)
    case "non-fossil-capacity-share", "clean-capacity-share": capacityShare(variant)
    case "renewable-consumption-weight": consumptionWeight(variant)
    case "corridor-renewable-share": corridorShare(goal, variant)
    case "co2-peak":
      goal.baseline.map {
        GoalFigure(numerator: total(.carbonDioxide) { _ in true } / 1e6, denominator: $0)
      }
    case "co2-emissions": GoalFigure(numerator: total(.carbonDioxide) { _ in true })
    case "coal-consumption": GoalFigure(numerator: burntCoal / 1e6)
    case "unserved-energy": GoalFigure(numerator: unservedByHour.reduce(0, +))
    case "shortage-hours":
      GoalFigure(numerator: Double(unservedByHour.filter { $0 > 0 }.count))
    case "reserve-margin": reserveMargin(variant)
    case "supply-coal-rate": supplyCoalRate(variant, limit: goal.limit ?? 300)
    case "wind-generation": GoalFigure(numerator: total(.power) { $0 == .wind })
    case "pv-generation": GoalFigure(numerator: total(.power) { $0 == .solar })
    case "peak-response" where variant == "registered": registeredResponse
    default: CapacityCount(metric: goal.metric)?.figure(of: assets)
    }
  }

  /// The figure that a rule of the program holds; nil where a goal is none.
  func enforcedFigure(of goal: Goal, variant: String) -> GoalFigure? {
    switch goal.metric {
    case "curtailment": curtailment(variant, burntCounts: false)
    case "non-fossil-generation-share", "clean-generation-share": generation(variant)
    case "co2-emissions":
      GoalFigure(numerator: total(.carbonDioxide) { _ in true }, denominator: 1)
    case "unserved-energy":
      GoalFigure(numerator: unservedByHour.reduce(0, +), denominator: 1)
    default: nil
    }
  }
}

// MARK: - Energy

extension GoalFigures {
  private func total(
    _ quantity: ResultQuantity,
    where isIncluded: (EnergySource) -> Bool
  ) -> Double {
    hourly(quantity, where: isIncluded).reduce(0, +)
  }

  private func hourly(
    _ quantity: ResultQuantity,
    where isIncluded: (EnergySource) -> Bool
  ) -> [Double] {
    var sum = [Double](repeating: 0, count: setting.horizon.hours)
    for entry in schedule.series where entry.quantity.stem == quantity.stem {
      guard let source = sources[entry.owner], isIncluded(source) else { continue }
      ZoneTotals.add(entry.values, to: &sum)
    }
    return sum
  }

  private func curtailment(_ variant: String, burntCounts: Bool) -> GoalFigure {
    let isCounted = { (source: EnergySource) in
      (variant != "solar" && source == .wind) || (variant != "wind" && source == .solar)
    }
    let burnt = burntCounts && variant == "joint" ? burntByStorage + burntByCorridors : 0
    return GoalFigure(
      numerator: total(.curtailed, where: isCounted) + burnt,
      denominator: total(.power, where: isCounted) + total(.curtailed, where: isCounted)
    )
  }

  /// What stores lose by taking in and giving in the same hour, MWh.
  private var burntByStorage: Double {
    var burnt = 0.0
    for (asset, _) in assets {
      var efficiency = 1.0
      if let battery = asset as? Battery {
        efficiency = battery.chargingEfficiency * battery.dischargingEfficiency
      } else if let plant = asset as? PumpedHydro {
        efficiency = plant.pumpEfficiency * plant.turbineEfficiency
      } else if let store = asset as? Storage, store.chargingCapacity.megawatts > 0 {
        efficiency = store.chargingEfficiency * store.dischargingEfficiency
      } else {
        continue
      }
      let taken = values(.charging, of: asset.name)
      let given = values(.discharging, of: asset.name)
      for (taken, given) in zip(taken, given) {
        burnt += (1 - efficiency) * max(0, min(taken, given / efficiency))
      }
    }
    return burnt
  }

  private func values(_ quantity: ResultQuantity, of name: String) -> [Double] {
    schedule.series.first { $0.owner == name && $0.quantity.stem == quantity.stem }?.values ?? []
  }

  private func generation(_ variant: String) -> GoalFigure {
    let bought = total(.imported) { $0 == .exchange }
    let imported = variant == "with-imports" ? bought + crossing(.received) : 0
    return GoalFigure(
      numerator: total(.power) { $0.isNonFossil || (variant == "with-gas" && $0 == .gas) },
      denominator: total(.power) { $0.isGeneration } + imported
    )
  }
}

// MARK: - Coal and peak

extension GoalFigures {
  private func supplyCoalRate(_ variant: String, limit: Double) -> GoalFigure {
    var within = 0.0
    var all = 0.0
    for (asset, _) in assets {
      for part in ratedParts(of: asset) {
        var rate = part.rate
        if variant != "rated" { rate = yearlyRate(of: part.owner, variant) ?? rate }
        all += part.capacity
        if rate <= limit { within += part.capacity }
      }
    }
    return GoalFigure(numerator: within, denominator: all)
  }

  /// The parts of a coal-fired cluster with their capacity and rated coal rate.
  private func ratedParts(of asset: any Asset) -> [(owner: Owner, capacity: Double, rate: Double)] {
    if let coal = asset as? Coal {
      return coal.retrofits.filter { $0.share > 0 }.map { part in
        (
          Owner(coal.name, part: part.share == 1 ? nil : part.name, zone: coal.zone),
          part.share * coal.units * coal.unitSize.megawatts,
          coal.coalRate * (part.isSaving ? 1 - coal.energySaving : 1)
        )
      }
    }
    guard let chp = asset as? Chp, chp.kind == .coal else { return [] }
    return chp.retrofits.map { part in
      (
        Owner(chp.name, part: part.share == 1 ? nil : part.name, zone: chp.zone),
        part.share * chp.units * chp.unitSize.megawatts,
        chp.fuelRate * (part.isSaving ? 1 - chp.energySaving : 1)
      )
    }
  }

  /// Fuel over energy supplied, gce/kWh, less what heat took at the boiler of the variant; nil where nothing is supplied.
  private func yearlyRate(of owner: Owner, _ variant: String) -> Double? {
    var (burnt, supplied) = (0.0, 0.0)
    let boiler = ["good-quality": 0.85, "heat-method": 0.9][variant]
    if let boiler {
      let heat = schedule.series.first {
        $0.owner == owner.name && $0.part == owner.part && $0.quantity == .heat
      }
      burnt -= (heat?.values.reduce(0, +) ?? 0) * 3.6 / 29.3076 / boiler
    }
    for entry in schedule.series where entry.owner == owner.name && entry.part == owner.part {
      if entry.quantity == .fuel { burnt += entry.values.reduce(0, +) }
      if entry.quantity == .power { supplied += entry.values.reduce(0, +) }
    }
    return supplied > 0 ? 1000 * burnt / supplied : nil
  }

  /// The contracted load that runs in the hour of the largest demand, over that demand.
  var registeredResponse: GoalFigure {
    let demand = schedule.hourly(.demand)
    let most = demand.max() ?? 0
    guard let peak = demand.firstIndex(of: most) else {
      return GoalFigure(numerator: 0, denominator: 0)
    }
    let bundled = Set(model.assets.flatMap(\.bundledAssets))
    let running = assets.reduce(0) { sum, entry in
      guard let load = entry.asset as? any RespondingLoad, !bundled.contains(load.name) else {
        return sum
      }
      return sum + load.registered(at: peak, in: setting)
    }
    return GoalFigure(numerator: running, denominator: most)
  }
}
