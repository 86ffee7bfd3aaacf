import GridDispatch
import GridFormulation
import Hourly
import Tables

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

  /// The metrics that are counted anew; a verdict by any other is a fault.
  static func knows(_ metric: String) -> Bool {
    CapacityCount(metric: metric) != nil || counted.contains(metric)
  }

  private static let counted: Set<String> = [
    "curtailment", "non-fossil-generation-share", "clean-generation-share",
    "non-fossil-capacity-share", "clean-capacity-share", "renewable-consumption-weight",
    "corridor-renewable-share", "co2-peak", "co2-emissions", "coal-consumption",
    "unserved-energy", "shortage-hours", "reserve-margin", "supply-coal-rate",
    "wind-generation", "pv-generation", "peak-response",
  ]

  /// The figure of a goal; nil where there is none, or only a second solve can tell it.
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
    case "peak-response" where variant == "registered": registeredResponse(goal)
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
    let burnt = burntCounts && variant == "joint" ? burntByNetwork : 0
    return GoalFigure(
      numerator: total(.curtailed, where: isCounted) + burnt,
      denominator: total(.power, where: isCounted) + total(.curtailed, where: isCounted)
    )
  }

  private func values(_ quantity: ResultQuantity, of name: String) -> [Double] {
    schedule.series.first { $0.owner == name && $0.quantity.stem == quantity.stem }?.values ?? []
  }

  private func generation(_ variant: String) -> GoalFigure {
    let words = Set(variant.split(separator: "-").map(String.init))
    let isGross = words.contains("gross")
    var (chosen, all) = (0.0, 0.0)
    for (asset, source) in assets {
      if let works = asset as? CaptivePlant, !words.contains("captive") {
        let output = values(.captiveOutput, of: works.name).reduce(0, +)
        all += isGross ? output / (1 - works.ownUse) : output
      }
      guard source.isGeneration else { continue }
      let made = made(by: asset, isGross: isGross)
      all += made
      if source.isNonFossil || (words.contains("gas") && source == .gas) { chosen += made }
    }
    if words.contains("imports") {
      all += total(.imported) { $0 == .exchange } + crossing(.received)
    }
    return GoalFigure(numerator: chosen, denominator: all)
  }

  /// What a plant makes after its own use, or before it where it has one, MWh.
  private func made(by asset: any Asset, isGross: Bool) -> Double {
    let quantity: ResultQuantity =
      switch asset {
      case is Coal, is Chp, is Gas, is Nuclear, is Biomass: isGross ? .gross : .power
      default: .power
      }
    return schedule.series.reduce(0) {
      $1.owner == asset.name && $1.quantity == quantity ? $0 + $1.values.reduce(0, +) : $0
    }
  }
}
