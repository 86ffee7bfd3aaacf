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
/// left of it. ``CorridorShareSearch`` finds a schedule that meets the goal itself.
enum CorridorShareRule {
  /// The corridors that a goal is about, with the variant that judges each.
  static func corridors(
    of goal: Goal,
    among assets: [AssetSummary]
  ) -> [(asset: AssetSummary, link: LinkFacts, isContract: Bool)] {
    let corridors = goal.knownMetric?.corridors(of: goal, among: assets) ?? []
    return corridors.compactMap { asset in
      guard asset.isNewCorridor, let link = asset.facts.link ?? trade(of: asset) else { return nil }
      let isContract = goal.asset == nil ? nil : goal.variant.map { $0 == "contract" }
      return (asset, link, isContract ?? (link.contracts != nil))
    }
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

  /// States the goal as rules, one for each of its corridors.
  static func enforce(_ goal: Goal, among assets: [AssetSummary], in model: inout DispatchModel) {
    guard let threshold = goal.enforcedThreshold else { return }
    for corridor in corridors(of: goal, among: assets) {
      let carried = carried(
        by: corridor.asset,
        corridor.link,
        corridor.isContract,
        among: assets,
        in: &model
      )
      model.requireTotal(
        "goal \(goal.id)",
        of: Owner(corridor.asset.name, zone: corridor.link.from),
        carried.renewable - threshold * carried.sent,
        over: model.steps,
        atLeast: 0,
        isGlobal: true
      )
    }
  }

  /// What a corridor sends, and the most of it that can count as renewable.
  private static func carried(
    by corridor: AssetSummary,
    _ link: LinkFacts,
    _ isContract: Bool,
    among assets: [AssetSummary],
    in model: inout DispatchModel
  ) -> (renewable: HourlySum, sent: HourlySum) {
    var (renewable, total) = bought(by: corridor, in: model)
    for (zone, limit) in [(link.from, link.forwardLimit), (link.to, link.backwardLimit)] {
      if isContract, zone == link.to { continue }
      guard let sent = sent(by: corridor, at: zone, in: model), !sent.terms.isEmpty
      else { continue }
      let owner = Owner(corridor.name, part: zone, zone: zone)
      let share = model.variable("renewable sent", of: owner, to: .constant(limit))
      model.require("renewable share", of: owner, share <= sent)
      if isContract || !isFed(zone, besides: corridor, among: assets) {
        let plants = isContract ? link.contracts ?? [] : all(in: zone, among: assets)
        let counted = Set(assets.filter { $0.facts.technology.isRenewable }.map(\.name))
        let offered = plants.filter { counted.contains($0.plant) }
          .reduce(HourlySum()) { sum, plant in
            model.records.reduce(sum) {
              guard $1.quantity == .power, $1.owner.name == plant.plant else { return $0 }
              return $0 + plant.share * $1.sum
            }
          }
        model.require("renewable source", of: owner, share <= offered)
      }
      renewable += share
      total += sent
    }
    return (renewable, total)
  }

  private static func all(in zone: String, among assets: [AssetSummary]) -> [PlantShare] {
    assets.filter { $0.zone == zone && $0.facts.technology.isRenewable }
      .map { PlantShare(plant: $0.name, share: 1) }
  }

  /// Whether power can reach a zone from elsewhere, so that more can leave than is made there.
  private static func isFed(
    _ zone: String,
    besides corridor: AssetSummary,
    among assets: [AssetSummary]
  ) -> Bool {
    assets.contains { asset in
      if asset.zone == zone, let trade = asset.facts.trade, trade.importLimit > 0 { return true }
      guard let link = asset.facts.link, asset.name != corridor.name else { return false }
      return (link.to == zone && link.forwardLimit > 0)
        || (link.from == zone && link.backwardLimit > 0)
    }
  }

  /// What a corridor or exchange takes out of a zone.
  static func sent(
    by corridor: AssetSummary,
    at zone: String,
    in model: DispatchModel
  ) -> HourlySum? {
    record(corridor.facts.link == nil ? .exported : .sent, of: corridor.name, at: zone, in: model)
  }

  /// What an exchange buys, and what of it is renewable.
  static func bought(
    by exchange: AssetSummary,
    in model: DispatchModel
  ) -> (renewable: HourlySum, all: HourlySum) {
    func sum(_ quantity: ResultQuantity) -> HourlySum {
      record(quantity, of: exchange.name, at: exchange.zone, in: model) ?? HourlySum()
    }
    return (sum(.importedRenewable), sum(.imported))
  }

  /// An expression that a corridor's end recorded.
  static func record(
    _ quantity: ResultQuantity,
    of name: String,
    at zone: String,
    in model: DispatchModel
  ) -> HourlySum? {
    model.records.first {
      $0.quantity == quantity && $0.owner.name == name && $0.owner.zone == zone
    }?.sum
  }
}
