import GridFormulation
import Hourly
import Tables

/// The renewable share of a corridor as a rule of the program.
///
/// Of a corridor that is new; one that exists already is not judged and not ruled. What an exchange buys counts by
/// the renewable share that its table gives.
///
///     0 ≤ r[t] ≤ f[t],   r[t] ≤ Σ share·p[t] over the plants,   Σ r[t] ≥ threshold · Σ f[t]
///
/// Under contract that is the metric itself, as r can be as large as the lesser of the two. By the hourly mix r
/// is `f[t]·R[t]/G[t]`, which is not linear: the rule then takes all renewable plants of the sending zone, is
/// weaker than the goal, and gives a bound. Where other zones or imports feed the corridor too, only `r ≤ f` is
/// left of it. With the mix of the last schedule taken as given it is `Σ (mix[t] − threshold)·f[t] ≥ 0`.
struct CorridorShareRule: MetricRule {
  let corridor: AssetSummary
  let link: LinkFacts
  let isContract: Bool
  let assets: [AssetSummary]

  /// The rule of a corridor; nil where it is not new, or where the source of what it buys is not told.
  init?(of corridor: AssetSummary, isContract: Bool?, among assets: [AssetSummary]) {
    guard corridor.isNewCorridor, let link = corridor.facts.link ?? Self.trade(of: corridor)
    else { return nil }
    (self.corridor, self.link, self.assets) = (corridor, link, assets)
    self.isContract = isContract ?? (link.contracts != nil)
  }

  /// Trade with the outside as a corridor that ends nowhere; nil where the source of what it buys is not told.
  private static func trade(of asset: AssetSummary) -> LinkFacts? {
    guard let trade = asset.facts.trade, trade.importLimit <= 0 || trade.tellsSource else {
      return nil
    }
    return LinkFacts(
      from: asset.zone,
      to: "",
      forwardLimit: trade.exportLimit,
      backwardLimit: 0,
      isNew: trade.isNew
    )
  }

  var weakness: RuleWeakness? {
    guard !isContract, max(link.forwardLimit, link.backwardLimit) > 0 else { return nil }
    return RuleWeakness(
      ofResult: "renewable shares by the hourly mix are bounded, not exact: see the goals",
      ofGoal: "bounded: the mix is not linear, the gap is to a weaker rule"
    )
  }

  func value(in evidence: Evidence) -> Double {
    CorridorRenewableShare().share(of: corridor, in: evidence)
  }

  func state(_ goal: Goal, atLeast threshold: Double, in model: inout DispatchModel) {
    let carried = carried(in: &model)
    require("goal \(goal.id)", carried.renewable - threshold * carried.sent, in: &model)
  }

  func state(
    _ goal: Goal,
    atLeast threshold: Double,
    by last: Evidence,
    in model: inout DispatchModel
  ) {
    let bought = bought(in: model)
    var sum = bought.renewable - threshold * bought.all
    for zone in [link.from, link.to] {
      guard let sent = sent(at: zone, in: model) else { continue }
      let mix = HourlyMix(of: zone, in: last) { $0.isRenewable }
      sum += HourlyValue.hourly(mix.share.map { $0 - threshold }) * sent
    }
    require("goal \(goal.id) by the last mix", sum, in: &model)
  }

  private func require(_ name: String, _ sum: HourlySum, in model: inout DispatchModel) {
    model.requireTotal(
      name,
      of: Owner(corridor.name, zone: link.from),
      sum,
      over: model.steps,
      atLeast: 0,
      isGlobal: true
    )
  }
}

// MARK: - What is carried

extension CorridorShareRule {
  /// What the corridor sends, and the most of it that can count as renewable.
  private func carried(
    in model: inout DispatchModel
  ) -> (renewable: HourlySum, sent: HourlySum) {
    var (renewable, total) = bought(in: model)
    for (zone, limit) in [(link.from, link.forwardLimit), (link.to, link.backwardLimit)] {
      if isContract, zone == link.to { continue }
      guard let sent = sent(at: zone, in: model), !sent.terms.isEmpty else { continue }
      let owner = Owner(corridor.name, part: zone, zone: zone)
      let share = model.variable("renewable sent", of: owner, to: .constant(limit))
      model.require("renewable share", of: owner, share <= sent)
      if isContract || !isFed(zone) {
        model.require("renewable source", of: owner, share <= offered(at: zone, in: model))
      }
      renewable += share
      total += sent
    }
    return (renewable, total)
  }

  /// What the renewable plants that count at an end give.
  private func offered(at zone: String, in model: DispatchModel) -> HourlySum {
    let counted = assets.filter { $0.facts.technology.isRenewable }
    let names = Set(counted.map(\.name))
    let all = counted.filter { $0.zone == zone }.map { PlantShare(plant: $0.name, share: 1) }
    let plants = isContract ? link.contracts ?? [] : all
    return plants.filter { names.contains($0.plant) }.reduce(HourlySum()) { sum, plant in
      model.records.reduce(sum) {
        guard $1.quantity == .power, $1.owner.name == plant.plant else { return $0 }
        return $0 + plant.share * $1.sum
      }
    }
  }

  /// Whether power can reach a zone from elsewhere, so that more can leave than is made there.
  private func isFed(_ zone: String) -> Bool {
    assets.contains { asset in
      if asset.zone == zone, let trade = asset.facts.trade, trade.importLimit > 0 { return true }
      guard let link = asset.facts.link, asset.name != corridor.name else { return false }
      return (link.to == zone && link.forwardLimit > 0)
        || (link.from == zone && link.backwardLimit > 0)
    }
  }

  /// What the corridor or exchange takes out of a zone.
  private func sent(at zone: String, in model: DispatchModel) -> HourlySum? {
    record(corridor.facts.link == nil ? .exported : .sent, at: zone, in: model)
  }

  /// What an exchange buys, and what of it is renewable.
  private func bought(in model: DispatchModel) -> (renewable: HourlySum, all: HourlySum) {
    func sum(_ quantity: ResultQuantity) -> HourlySum {
      record(quantity, at: corridor.zone, in: model) ?? HourlySum()
    }
    return (sum(.importedRenewable), sum(.imported))
  }

  /// An expression that the corridor's end recorded.
  private func record(
    _ quantity: ResultQuantity,
    at zone: String,
    in model: DispatchModel
  ) -> HourlySum? {
    model.records.first {
      $0.quantity == quantity && $0.owner.name == corridor.name && $0.owner.zone == zone
    }?.sum
  }
}
