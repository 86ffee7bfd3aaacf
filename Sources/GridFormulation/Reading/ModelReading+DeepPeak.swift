import Hourly
import Tables

extension ModelReading {
  /// Reads the section on deep-peak regulation.
  mutating func readDeepPeak() {
    guard let mapping = root.mapping("deep-peak", log: &log) else { return }
    setting.deepPeak = mapping.read(
      fields: DeepPeakPolicy.fields,
      prototype: DeepPeakPolicy(),
      besides: ["tiers", "payers"],
      log: &log
    )
    setting.deepPeak.tiers = mapping.mappings("tiers", log: &log).map {
      $0.read(
        fields: DeepPeakPolicy.Tier.fields,
        prototype: DeepPeakPolicy.Tier(),
        log: &log
      )
    }
    setting.deepPeak.payers = mapping.mappings("payers", log: &log).map {
      $0.read(fields: DeepPeakPayer.fields, prototype: DeepPeakPayer(), log: &log)
    }
    refuseTiersOutOfOrder(mapping)
    refusePayers(mapping)
  }

  private mutating func refuseTiersOutOfOrder(_ mapping: YAMLMapping) {
    let tiers = setting.deepPeak.tiers
    for (isHeat, isSeason, units) in [
      (false, false, "condensing units"), (false, true, "condensing units in the heating season"),
      (true, false, "units that give heat"),
      (true, true, "units that give heat in the heating season"),
    ] {
      let baselines = tiers.map { $0.baseline(forHeat: isHeat, inSeason: isSeason) }
      guard zip(baselines, baselines.dropFirst()).contains(where: { $0 <= $1 }) else { continue }
      log.error(
        at: mapping.place(of: "tiers"),
        field: "deep-peak/tiers",
        value: baselines.map(NumberText.shortest).joined(separator: ", "),
        rule: "tiers must stand from the highest baseline down, for \(units)",
        fix: "Write the tier with the highest baseline first."
      )
      return
    }
  }

  private mutating func refusePayers(_ mapping: YAMLMapping) {
    var seen: [DeepPeakPayer] = []
    let zones = setting.zones.map(\.name)
    for payer in setting.deepPeak.payers {
      if let zone = payer.zone, !zones.contains(zone) {
        log.error(
          at: mapping.place(of: "payers"),
          field: "deep-peak/payers/zone",
          value: zone,
          rule: "is not a zone of the model",
          fix: NearestName.fix(zone, among: zones)
        )
      }
      if seen.contains(where: { $0.technology == payer.technology && $0.zone == payer.zone }) {
        log.error(
          at: mapping.place(of: "payers"),
          field: "deep-peak/payers",
          value: payer.technology.rawValue,
          rule: "is there twice",
          fix: "Give each kind of plant one weight."
        )
      }
      seen.append(payer)
    }
  }

  /// Checks the prices of the tiers, once the series they may be are there.
  mutating func checkDeepPeakPrices() {
    let policy = setting.deepPeak
    let names = policy.tiers.compactMap { $0.price?.seriesName }
    guard names.allSatisfy({ setting.series[$0] != nil }) else { return }
    let prices = policy.tiers.map { $0.paid(in: setting) }
    let steps = setting.horizon.steps
    for (index, tier) in policy.tiers.enumerated() {
      let field = "deep-peak/tiers/\(index + 1)/price-per-mwh"
      if tier.priceCap > 0, let step = steps.first(where: { prices[index][$0] > tier.priceCap }) {
        logPrice(
          field,
          prices[index][step],
          "lies above the cap of the tier, price-cap-per-mwh",
          fix: "Lower the price to \(NumberText.shortest(tier.priceCap)), or raise the cap."
        )
      }
      guard policy.bid == .market, index > 0 else { continue }
      if let step = steps.first(where: { prices[index][$0] < prices[index - 1][$0] }) {
        logPrice(
          field,
          prices[index][step],
          "lies below that of the tier before; with `bid: market` prices must rise from tier to tier",
          fix: "Raise the price of this tier, or write `bid: cost`."
        )
      }
    }
    let arePaid = prices.contains { !$0.isEverywhere(0) }
    guard !arePaid, !policy.payers.isEmpty || policy.bid == .market else { return }
    log.error(
      at: root.place(of: "deep-peak"),
      field: "deep-peak",
      rule: "no tier has a price that could be bid or shared",
      fix: "Write price-per-mwh or price-cap-per-mwh at the tiers."
    )
  }

  private mutating func logPrice(_ field: String, _ price: Double, _ rule: String, fix: String) {
    log.error(
      at: root.place(of: "deep-peak"),
      field: field,
      value: NumberText.shortest(price),
      rule: rule,
      fix: fix
    )
  }
}
