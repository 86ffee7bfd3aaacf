import GridDispatch
import GridFormulation
import Hourly
import Tables

/// Payments for deep-peak regulation against output, online capacity, prices and weights.
extension Examination {
  /// Whether payments are settled: there are tiers and somebody who pays.
  var isDeepPeakSettled: Bool {
    !setting.deepPeak.payers.isEmpty && !setting.deepPeak.tiers.isEmpty
  }

  /// Checks what every plant receives and pays, and that both sides are equal.
  mutating func checkDeepPeak(_ model: GridModel, _ result: DispatchResult) {
    guard isDeepPeakSettled else {
      if result.settlement.deepPeak != nil {
        note("deep-peak", rule: "settlement", amount: .infinity, "has nobody who pays")
      }
      return
    }
    guard let settlement = result.settlement.deepPeak else {
      note("deep-peak", rule: "settlement", amount: .infinity, "is missing")
      return
    }
    for zone in setting.deepPeak.scope == .zone ? setting.zones.map(\.name) : [nil] {
      check(settlement, of: model.assets.filter { zone == nil || $0.zone == zone })
    }
  }

  /// Checks what plants that settle among themselves receive and pay.
  private mutating func check(_ settlement: DeepPeakSettlement, of assets: [any Asset]) {
    let names = Set(assets.map(\.name))
    let owed = amountsOwed().filter { names.contains($0.name) }
    let total = owed.reduce(0) { sum, entry in sum + entry.byHour.reduce(0, +) }
    let allowed = tolerance.costItem * total + roundingOfOwed(to: names)
    let fees = feesPaid(assets, owed: owed.map(\.byHour))
    let isCovered = fees.contains { $0.amount > 0 }
    for asset in assets {
      let plant = settlement.plants.first { $0.name == asset.name }
      let due = owed.filter { $0.name == asset.name }.reduce(0) { $0 + $1.byHour.reduce(0, +) }
      let fee = fees.first { $0.name == asset.name }?.amount ?? 0
      checkFen("received", of: asset.name, plant?.received ?? 0, isCovered ? due : 0, allowed)
      checkFen("paid", of: asset.name, plant?.paid ?? 0, fee, allowed)
    }
    let difference = settlement.plants.reduce(0) { sum, plant in
      names.contains(plant.name) ? sum + plant.receivedHundredths - plant.paidHundredths : sum
    }
    if difference != 0 {
      note(
        "deep-peak",
        rule: "settlement",
        amount: Double(abs(difference)) / 100,
        "is not balanced"
      )
    }
  }

  /// Checks an amount that is rounded to a hundredth, and to another to balance both sides.
  private mutating func checkFen(
    _ rule: String,
    of name: String,
    _ stated: Double,
    _ found: Double,
    _ allowed: Double
  ) {
    let difference = abs(stated - found)
    guard !(difference <= 0.011 + allowed) else { return }
    note(name, rule: rule, amount: difference, "is stated as \(stated) and comes to \(found)")
  }

  /// What amounts may be off by because what is forgone is only an identity within tolerance.
  private func roundingOfOwed(to names: Set<String>) -> Double {
    let size = regulated.reduce(0) { names.contains($1.owner.name) ? $0 + $1.size : $0 }
    let prices = setting.deepPeak.tiers.map { values(of: $0.price ?? .constant($0.priceCap)) }
    return tolerance.identity * size * prices.reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// What the units of each part are owed, hour by hour.
  private func amountsOwed() -> [(name: String, byHour: [Double])] {
    let prices = setting.deepPeak.tiers.map { values(of: $0.price ?? .constant($0.priceCap)) }
    return regulated.map { units in
      let amounts = (0..<hours).map { step in
        prices.indices.reduce(0.0) { sum, tier in
          sum + prices[tier][step] * units.forgone(within: tier, at: step)
        }
      }
      return (units.owner.name, amounts)
    }
  }

  /// What each plant pays of the amounts owed, period by period.
  private mutating func feesPaid(
    _ assets: [any Asset],
    owed: [[Double]]
  ) -> [(name: String, amount: Double)] {
    var payers: [(name: String, energy: [Double])] = []
    for asset in assets {
      let source = EnergySource(asset)
      let payer = setting.deepPeak.payers.first { payer in
        (payer.zone ?? asset.zone) == asset.zone && Self.isMeant(payer.technology, asset, source)
      }
      guard let payer, payer.weight > 0 else { continue }
      payers.append((asset.name, payingEnergy(of: asset).map { payer.weight * $0 }))
    }
    var fees = payers.map { (name: $0.name, amount: 0.0) }
    var open = 0.0
    for steps in periods {
      let fee = steps.reduce(0.0) { sum, step in owed.reduce(sum) { $0 + $1[step] } }
      let energies = payers.map { $0.energy[steps].reduce(0, +) }
      let all = energies.reduce(0, +)
      if all > 0 {
        for index in fees.indices { fees[index].amount += fee * energies[index] / all }
      } else {
        open += fee
      }
    }
    let all = payers.reduce(0) { $0 + $1.energy.reduce(0, +) }
    guard open > 0, all > 0 else { return fees }
    for index in fees.indices {
      fees[index].amount += open * payers[index].energy.reduce(0, +) / all
    }
    return fees
  }

  /// The hours over which a fee is shared.
  private var periods: [Range<Int>] {
    switch setting.deepPeak.period {
    case .hour: (0..<hours).map { $0..<$0 + 1 }
    case .month: setting.horizon.monthRanges
    case .year: [0..<hours]
    }
  }

  /// Energy above the first baseline, or injected where there is none.
  private func payingEnergy(of asset: any Asset) -> [Double] {
    var energy = [Double](repeating: 0, count: hours)
    let own = regulated.filter { $0.owner.name == asset.name }
    for units in own {
      for step in 0..<hours {
        energy[step] += max(0, units.gross[step] - units.baselines[0][step])
      }
    }
    guard own.isEmpty else { return energy }
    return power(ofAsset: asset.name).map { max(0, $0) }
  }

  /// Whether a payer's word stands for an asset.
  private static func isMeant(
    _ kind: DeepPeakPayer.Kind,
    _ asset: any Asset,
    _ source: EnergySource?
  ) -> Bool {
    guard let source else { return false }
    switch kind {
    case .wind: return source == .wind
    case .solar: return source == .solar
    case .nuclear: return source == .nuclear
    case .hydro: return source == .hydro
    case .biomass: return source == .biomass
    case .coal: return source == .coal
    case .gas: return source == .gas
    case .onshoreWind, .offshoreWind, .centralSolar, .distributedSolar:
      return asset.facts.technology.rawValue == kind.rawValue
    }
  }
}
