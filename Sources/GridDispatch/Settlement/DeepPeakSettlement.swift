import GridFormulation
import Hourly
import Tables

/// Payments for deep-peak regulation: what each plant receives for output forgone, and what it pays.
///
///     tier k    e_k[t] = d_k[t] − d_k+1[t]              forgone between baseline k and the next one below
///     received  Σ_t Σ_k π_k[t]·e_k[t]
///     paid      Σ_T (what all receive in period T) · w·E[T] / Σ w·E[T]
///
/// E is the energy that a payer injects, for thermal units the gross output above the first baseline, and w the
/// weight of its kind. A period in which no payer has energy is shared by the energy of all hours. Amounts are
/// rounded to a hundredth so that both sides are equal to the last of them, in each zone where zones settle apart.
public struct DeepPeakSettlement: Sendable, Hashable {
  /// What one plant receives and pays.
  public struct Plant: Sendable, Hashable {
    /// The plant's name.
    public let name: String
    /// The zone it stands in.
    public let zone: String
    /// Output forgone within each tier, MWh.
    public package(set) var tierEnergy: [Double]
    /// What it receives, in hundredths of the currency.
    public package(set) var receivedHundredths = 0
    /// What it pays, in hundredths of the currency.
    public package(set) var paidHundredths = 0
    /// The share of the fee that it pays.
    public package(set) var share = 0.0

    /// What it receives, in the model's currency.
    public var received: Double { Double(receivedHundredths) / 100 }
    /// What it pays, in the model's currency.
    public var paid: Double { Double(paidHundredths) / 100 }
  }

  /// The plants that receive or pay, in the order of the model.
  public package(set) var plants: [Plant]
  /// The time over which the fee is shared.
  public let period: String
  /// Whether the objective held the prices.
  public let isBid: Bool
  /// What would be owed with nobody to pay it; it is not received then.
  public package(set) var uncovered = 0.0
  /// What hindered the settlement; nil where nothing did.
  public package(set) var remark: String?

  /// Settles a schedule; nil where the model names nobody who pays.
  init?(of schedule: Schedule, among assets: [AssetSummary], in setting: Setting) {
    let policy = setting.deepPeak
    guard policy.isSettled else { return nil }
    period = policy.period.rawValue
    isBid = policy.bid == .market
    if setting.commitment == .none {
      remark = "without commitment no output below a baseline is known: nothing is settled"
    }
    let meter = DeepPeakMeter(of: schedule, among: assets, in: setting)
    let owed = meter.owed
    var received = owed.map { _ in 0 }
    var paid = received
    for members in Self.groups(of: assets, by: policy.scope) {
      let fees = meter.fees(of: members, by: policy.period)
      guard fees.contains(where: { $0 > 0 }) else {
        uncovered += members.reduce(0) { $0 + owed[$1] }
        continue
      }
      for index in members { received[index] = WholeNumber.nearest(100 * owed[index]) }
      let whole = Apportionment.whole(members.reduce(0) { $0 + received[$1] }, by: fees)
      for (index, amount) in zip(members, whole) { paid[index] = amount }
    }
    if uncovered > 0 {
      let part = received.contains { $0 > 0 } ? "in some zone " : ""
      remark = "\(part)no payer has energy: what is owed there is not paid"
    }
    let total = Double(paid.reduce(0, +))
    plants = assets.enumerated().compactMap { index, asset in
      let energy = meter.tierEnergy(of: index)
      guard energy.contains(where: { $0 != 0 }) || meter.weights[index] > 0 else { return nil }
      var plant = Plant(name: asset.name, zone: asset.zone, tierEnergy: energy)
      plant.receivedHundredths = received[index]
      plant.paidHundredths = paid[index]
      plant.share = total > 0 ? Double(paid[index]) / total : 0
      return plant
    }
  }

  /// The assets that settle among themselves, by position.
  private static func groups(
    of assets: [AssetSummary],
    by scope: DeepPeakPolicy.Scope
  ) -> [[Int]] {
    guard scope == .zone else { return [Array(assets.indices)] }
    var zones: [String] = []
    for asset in assets where !zones.contains(asset.zone) { zones.append(asset.zone) }
    return zones.map { zone in assets.indices.filter { assets[$0].zone == zone } }
  }

  /// What all receive, in the model's currency.
  public var received: Double { Double(plants.reduce(0) { $0 + $1.receivedHundredths }) / 100 }
  /// What all pay, in the model's currency.
  public var paid: Double { Double(plants.reduce(0) { $0 + $1.paidHundredths }) / 100 }
}

/// The energies that payments go by: forgone and paying, hour by hour and asset by asset.
private struct DeepPeakMeter {
  /// Output forgone below each baseline: by asset, tier and hour.
  private var forgone: [[[Double]]]
  /// Energy that pays, by asset and hour, not weighted.
  private var paying: [[Double]]
  /// The weight of each asset's energy; 0 where it does not pay.
  private(set) var weights: [Double]
  private let prices: [HourlyValue]
  private let horizon: Horizon

  init(of schedule: Schedule, among assets: [AssetSummary], in setting: Setting) {
    let policy = setting.deepPeak
    horizon = schedule.horizon
    prices = policy.tiers.map { $0.paid(in: setting) }
    let none = [Double](repeating: 0, count: horizon.hours)
    let tiers = prices.indices.map { ResultQuantity.deepTier($0 + 1) }
    var positions: [String: Int] = [:]
    for (index, asset) in assets.enumerated() { positions[asset.name] = index }
    weights = assets.map { asset in
      policy.payers.first { $0.includes(asset) }?.weight ?? 0
    }
    forgone = assets.map { _ in tiers.map { _ in none } }
    paying = assets.map { _ in none }
    // A part with a baseline pays by what it gives above it, any other by what it injects.
    var baselines: [String: [Double]] = [:]
    for series in schedule.series where series.quantity == .deepPeakBaseline {
      baselines[series.label] = series.values
    }
    for series in schedule.series {
      guard let asset = positions[series.owner] else { continue }
      if let tier = tiers.firstIndex(of: series.quantity) {
        for step in horizon.steps { forgone[asset][tier][step] += series.values[step] }
      }
      guard weights[asset] > 0 else { continue }
      let baseline = baselines[series.label]
      if series.quantity == .gross, let baseline {
        for step in horizon.steps {
          paying[asset][step] += max(0, series.values[step] - baseline[step])
        }
      }
      if series.quantity == .power, baseline == nil {
        for step in horizon.steps { paying[asset][step] += max(0, series.values[step]) }
      }
    }
  }

  /// What is forgone between a baseline and the next one below, by asset.
  private func within(_ tier: Int, of asset: Int, at step: Int) -> Double {
    let deeper = tier + 1 < prices.count ? forgone[asset][tier + 1][step] : 0
    return max(0, forgone[asset][tier][step] - deeper)
  }

  /// Energy forgone within each tier, MWh.
  func tierEnergy(of asset: Int) -> [Double] {
    prices.indices.map { tier in
      horizon.steps.reduce(0) { $0 + within(tier, of: asset, at: $1) }
    }
  }

  private func owed(to asset: Int, at step: Int) -> Double {
    prices.indices.reduce(0) { $0 + prices[$1][step] * within($1, of: asset, at: step) }
  }

  /// What each asset is owed over all hours.
  var owed: [Double] {
    forgone.indices.map { asset in
      horizon.steps.reduce(0) { $0 + owed(to: asset, at: $1) }
    }
  }

  /// The steps of each period.
  private func periods(_ period: DeepPeakPolicy.Period) -> [Range<Int>] {
    switch period {
    case .hour: horizon.steps.map { $0..<$0 + 1 }
    case .month: horizon.monthRanges
    case .year: [0..<horizon.hours]
    }
  }

  /// What each of some assets pays of what they are owed, by the weighted energy of each period.
  func fees(of members: [Int], by period: DeepPeakPolicy.Period) -> [Double] {
    var fees = members.map { _ in 0.0 }
    var uncovered = 0.0
    for steps in periods(period) {
      let fee = steps.reduce(0) { sum, step in
        members.reduce(sum) { $0 + owed(to: $1, at: step) }
      }
      if fee > 0, !add(fee, over: steps, of: members, to: &fees) { uncovered += fee }
    }
    if uncovered > 0 { _ = add(uncovered, over: 0..<horizon.hours, of: members, to: &fees) }
    return fees
  }

  /// Shares a fee by the energy of some hours; false where there is none.
  private func add(
    _ fee: Double,
    over steps: Range<Int>,
    of members: [Int],
    to fees: inout [Double]
  ) -> Bool {
    let counted = members.map { asset in
      weights[asset] > 0 ? weights[asset] * paying[asset][steps].reduce(0, +) : 0
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { return false }
    for index in fees.indices { fees[index] += fee * counted[index] / total }
    return true
  }
}
