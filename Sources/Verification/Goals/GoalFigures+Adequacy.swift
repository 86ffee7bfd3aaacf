import GridDispatch
import GridFormulation
import Hourly
import Tables

/// Coal burnt, demand not served and the margin over demand, recomputed from assets and schedule.
extension GoalFigures {
  /// Fuel of the assets that burn a coal, tce: told from the parameters of each kind.
  var burntCoal: Double {
    assets.reduce(0) { sum, entry in
      guard burnsCoal(entry.asset, entry.source) else { return sum }
      return schedule.series.reduce(sum) { sum, series in
        guard series.owner == entry.asset.name, series.quantity == .fuel else { return sum }
        return sum + series.values.reduce(0, +)
      }
    }
  }

  private func burnsCoal(_ asset: any Asset, _ source: EnergySource) -> Bool {
    let name: String? =
      switch asset {
      case let coal as Coal: coal.fuel
      case let chp as Chp: chp.fuel
      case let gas as Gas: gas.fuel
      case let captive as CaptivePlant: captive.fuel
      case let boiler as HeatBoiler: boiler.fuel
      default: nil
      }
    let fuel = name.flatMap { name in setting.fuels.first { $0.name == name } }
    guard let kind = fuel.flatMap({ $0.kind ?? FuelKind(named: $0.name) }) else {
      return source == .coal
    }
    return kind == .coal
  }

  /// Demand that was not served in each hour, MW; a millionth of a zone's largest demand is nothing.
  var unservedByHour: [Double] {
    var sum = [Double](repeating: 0, count: setting.horizon.hours)
    for zone in setting.zones where zones.contains(zone.name) {
      func values(_ quantity: ResultQuantity) -> [Double] {
        schedule.series.first { $0.owner == zone.name && $0.quantity == quantity }?.values ?? []
      }
      let least = 1e-6 * (1 + (values(.demand).max() ?? 0))
      for (step, power) in values(.unserved).enumerated() where power > least {
        sum[step] += power
      }
    }
    return sum
  }

  /// What can be given beyond demand, over the demand: at the peak or in the tightest hour.
  ///
  /// Each hour is weighed by itself, without an order that leaves hours out.
  func reserveMargin(_ variant: String) -> GoalFigure? {
    let demand = schedule.hourly(.demand)
    guard let most = demand.max(), most > 0 else { return nil }
    let givers = assets.compactMap { Giver($0.asset, in: setting) }
    let bare = demand.indices.map { step in
      givers.reduce(-demand[step]) { $0 + $1.power(at: step, energyFor: nil) }
    }
    func margin(at step: Int) -> Double {
      var hours = 1
      for direction in [-1, 1] {
        var other = step + direction
        while demand.indices.contains(other), hours < 168,
          bare[other] <= bare[step] + 0.03 * demand[step] || bare[other] < 0
        {
          hours += 1
          other += direction
        }
      }
      return givers.reduce(-demand[step]) { $0 + $1.power(at: step, energyFor: hours) }
    }
    if variant == "peak" {
      guard let peak = demand.firstIndex(of: most) else { return nil }
      return GoalFigure(numerator: margin(at: peak), denominator: most)
    }
    var tightest = (margin: Double.infinity, step: 0)
    for step in demand.indices {
      let left = margin(at: step)
      if left < tightest.margin { tightest = (left, step) }
    }
    return GoalFigure(numerator: tightest.margin, denominator: demand[tightest.step])
  }
}

/// What an asset can give in an hour, from its parameters.
private struct Giver {
  let steady: HourlyValue
  let energy: Double
  let limit: Double

  init?(_ asset: any Asset, in setting: Setting) {
    if let store = Self.store(asset, in: setting) {
      steady = store.dischargingEfficiency * store.inflow
      energy = store.dischargingEfficiency * store.store.capacity
      limit = store.dischargingCapacity
    } else if let hydro = asset as? Hydro {
      steady = hydro.inflowPower(in: setting)
      energy = hydro.storedAtMost
      limit = hydro.capacity.megawatts
    } else if let power = Self.thermal(asset, in: setting) ?? Self.other(asset, in: setting) {
      steady = power
      energy = 0
      limit = .infinity
    } else {
      return nil
    }
  }

  private static func store(_ asset: any Asset, in setting: Setting) -> StorageUnit? {
    switch asset {
    case let battery as Battery: battery.storageUnit
    case let plant as PumpedHydro: plant.storageUnit
    case let store as Storage: store.storageUnit(in: setting)
    default: nil
    }
  }

  /// Gross capacity in service, after own use.
  private static func thermal(_ asset: any Asset, in setting: Setting) -> HourlyValue? {
    func inService(_ windows: [CalendarWindow], _ share: Double) -> HourlyValue {
      .hourly(
        setting.horizon.steps.map { step in
          let time = setting.horizon.time(of: step)
          return windows.contains { $0.contains(time) } ? 1 - share : 1
        }
      )
    }
    switch asset {
    case let coal as Coal:
      let size = coal.units * coal.unitSize.megawatts * (1 - coal.forcedOutage)
      return size * (1 - coal.ownUse) * inService(coal.maintenance, coal.maintenanceShare)
    case let chp as Chp:
      let size = chp.units * chp.unitSize.megawatts * (1 - chp.forcedOutage)
      return size * (1 - chp.ownUse) * inService(chp.maintenance, chp.maintenanceShare)
    case let gas as Gas:
      let size = gas.units * gas.unitSize.megawatts * (1 - gas.forcedOutage)
      return size * (1 - gas.ownUse) * inService(gas.maintenance, gas.maintenanceShare)
    case let biomass as Biomass:
      let net = (1 - biomass.forcedOutage) * (1 - biomass.ownUse)
      return .constant(biomass.capacity.megawatts * net)
    case let nuclear as Nuclear:
      return (1 - nuclear.ownUse) * nuclear.maximumOutput * nuclear.inService(in: setting)
    default: return nil
    }
  }

  private static func other(_ asset: any Asset, in setting: Setting) -> HourlyValue? {
    switch asset {
    case let wind as Wind: return wind.capacity.megawatts * setting.value(of: wind.availability)
    case let solar as Solar: return solar.capacity.megawatts * setting.value(of: solar.availability)
    case let plant as Generator where !plant.takesPower:
      let most = plant.capacity.megawatts * setting.value(of: plant.maximumOutput)
      let online = plant.commitment == .fixed ? plant.online : nil
      return most * (online.map { setting.value(of: $0) } ?? 1)
    case let trade as Interchange: return Self.trade(trade, in: setting)
    default: return nil
    }
  }

  /// Import up to its limit or schedule less the export that a schedule makes due.
  private static func trade(_ trade: Interchange, in setting: Setting) -> HourlyValue {
    var bought = HourlyValue.constant(trade.importLimit.megawatts)
    if let schedule = trade.importSchedule {
      bought = bought * setting.value(of: schedule).map { min(1, $0 + trade.band) }
    }
    guard let schedule = trade.exportSchedule else { return bought }
    let due = setting.value(of: schedule).map { max(0, $0 - trade.band) }
    return bought - trade.exportLimit.megawatts * due
  }

  /// The power in an hour: with what is held when that must last for some hours, or without.
  func power(at step: Int, energyFor hours: Int?) -> Double {
    min(limit, steady[step] + (hours.map { energy / Double($0) } ?? 0))
  }
}
