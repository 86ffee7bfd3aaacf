import Hourly
import Tables

/// Figures of single assets and fuels beside their usual range.
extension PlausibilityCheck {
  /// Hours of a store at full power that are usual: batteries of half an hour to half a day, pumped hydro to two days.
  private static func usualHours(of technology: Technology) -> ClosedRange<Double>? {
    switch technology {
    case .battery: 0.5...12
    case .pumpedHydro: 2...50
    default: nil
    }
  }

  /// A store whose energy does not fit its power.
  static func checkStore(_ entry: ReadAsset, _ log: inout IssueLog) {
    let facts = entry.asset.facts
    guard let energy = facts.energyCapacity, energy > 0, facts.capacity > 0,
      let usual = usualHours(of: facts.technology)
    else { return }
    let hours = energy / facts.capacity
    guard !usual.contains(hours) else { return }
    let field = entry.asset.text(of: "reservoir_mwh") == nil ? "energy_mwh" : "reservoir_mwh"
    log.append(
      entry.row.issue(
        .warning,
        field: field,
        rule: "is \(shown(hours)) h at \(shown(facts.capacity)) MW, beside a usual "
          + "\(shown(usual.lowerBound)) to \(shown(usual.upperBound)) h of "
          + "\(facts.technology.rawValue): is energy or power off by a factor of ten?",
        fix: "Check both: \(units)"
      )
    )
  }

  /// A unit of a size that is not built.
  static func checkUnitSize(_ entry: ReadAsset, _ log: inout IssueLog) {
    guard let size = entry.asset.text(of: "unit_size_mw").flatMap(NumberText.parse), size > 0 else {
      return
    }
    let technology = entry.asset.facts.technology
    let usual: ClosedRange<Double>
    switch technology {
    case .coal, .gas: usual = 0...1500
    case .nuclear: usual = 150...1800
    default: return
    }
    guard !usual.contains(size) else { return }
    log.append(
      entry.row.issue(
        .warning,
        field: "unit_size_mw",
        rule: "is beyond the units of \(technology.rawValue) that are built "
          + "(\(shown(usual.lowerBound)) to \(shown(usual.upperBound)) MW): "
          + "is it off by a factor of ten?",
        fix: "Write the size of one unit in MW: \(units)"
      )
    )
  }

  /// More capacity added within the plan's period than there is.
  static func checkNewCapacity(_ entry: ReadAsset, _ log: inout IssueLog) {
    let facts = entry.asset.facts
    guard let new = facts.newCapacity, new > facts.capacity * 1.001 + 1e-6 else { return }
    log.append(
      entry.row.issue(
        .warning,
        field: "new_capacity_mw",
        rule: "is more than all there is of it (\(shown(facts.capacity)) MW)",
        fix: "Write the part of the capacity that the plan's period adds: \(units)"
      )
    )
  }

  /// A yearly fuel limit that would never bind by far, or leaves a plant almost without fuel.
  static func checkFuelLimit(_ entry: ReadAsset, _ log: inout IssueLog) {
    guard let plant = entry.asset as? Biomass, let limit = plant.fuelLimit, limit > 0,
      plant.capacity.megawatts > 0, plant.fuelRate > 0
    else { return }
    let hours = limit / (plant.fuelRate / 1000) / plant.capacity.megawatts
    guard hours < 1000 || hours > 5 * 8784 else { return }
    log.append(
      entry.row.issue(
        .warning,
        field: "fuel_limit_tce_per_year",
        rule: "is \(shown(hours)) h of \(shown(plant.capacity.megawatts)) MW a year: "
          + "is it off by a factor of ten?",
        fix: "Write the fuel of a year in tce; 1 万吨标准煤 is 10,000 tce."
      )
    )
  }

  /// A fuel whose mean price is far from what it costs, told where the model's currency is known.
  static func checkFuelPrices(
    _ setting: Setting,
    _ assets: [ReadAsset],
    _ log: inout IssueLog
  ) {
    let scale: ClosedRange<Double>
    switch setting.currency {
    case "CNY": scale = 1...1
    case "USD", "EUR": scale = 0.12...0.17
    default: return
    }
    var users: [String: Technology] = [:]
    for asset in assets.lazy.map(\.asset) {
      let technology = asset.facts.technology
      guard usualPrice(of: technology) != nil, let fuel = asset.text(of: "fuel") else { continue }
      if users[fuel] == nil { users[fuel] = technology }
    }
    for fuel in setting.fuels {
      guard let technology = users[fuel.name],
        let usual = usualPrice(of: technology), let price = mean(of: fuel.price, setting),
        price > 0
      else { continue }
      let range = usual.lowerBound * scale.lowerBound...usual.upperBound * scale.upperBound
      guard !range.contains(price) else { continue }
      let currency = setting.currency
      log.warning(
        at: fuel.place,
        field: "fuels/\(fuel.name)/price",
        value: "\(NumberText.shortest(price)) \(currency)/tce",
        rule: "is beyond what \(technology.rawValue) plants pay "
          + "(\(shown(range.lowerBound)) to \(shown(range.upperBound)) \(currency)/tce)",
        fix: "Write \(currency) per tonne of coal equivalent (29.3 GJ): "
          + "0.85 a kilogramme is 850 a tonne."
      )
    }
  }

  /// What fuel costs a tonne of coal equivalent, CNY.
  private static func usualPrice(of technology: Technology) -> ClosedRange<Double>? {
    switch technology {
    case .coal: 200...2500
    case .gas: 700...8000
    case .biomass: 100...2500
    default: nil
    }
  }

  private static func mean(of profile: Profile, _ setting: Setting) -> Double? {
    guard let name = profile.seriesName else { return setting.value(of: profile)[0] }
    guard let values = setting.series[name], !values.isEmpty else { return nil }
    return values.reduce(0, +) / Double(values.count)
  }
}
