package import GridFormulation
import Tables

/// What a store earns and spends over the hours, at the prices of its zone.
///
///     energy  = Σ λ[t]·(discharging[t] − charging[t])        λ: the dual value of the zone's balance
///     reserve = Σ μ⁺[t]·r⁺[t] + μ⁻[t]·r⁻[t]                  μ: the dual values of its area's reserve
///     margin  = energy + reserve + capacity − wear − other cost − fixed cost
///
/// The fixed cost is that of upkeep for the hours solved: what is left is to pay for the capital, and no profit.
///
/// With perfect foresight a store that may also stand idle never earns less from energy and reserve than its
/// wear and other cost: idle it would earn nothing. A schedule with a gap may fall short by the gap.
public struct StoreAccount: Sendable, Hashable {
  /// The store's name.
  public let name: String
  /// The zone it stands in.
  public let zone: String
  /// Net power at the zone's prices; nil where there are no prices.
  public package(set) var energyIncome: Double?
  /// Reserve held at the prices of reserve; 0 where none is asked for, nil where there are no prices.
  public package(set) var reserveIncome: Double?
  /// Payment for its capacity, by the share of the year that was solved.
  public package(set) var capacityIncome = 0.0
  /// Wear by use.
  public package(set) var wear = 0.0
  /// Other variable cost: of charging, discharging, spilling, and what its content costs and is worth.
  public package(set) var otherCost = 0.0
  /// Fixed cost, by the share of the year that was solved.
  public package(set) var fixedCost = 0.0
  /// Full cycles, as `AssetFacts.cycles(discharging:)` counts them.
  public package(set) var cycles: Double?
  /// Hours in which it takes in and gives more than a hundredth of a MW.
  public package(set) var overlapHours = 0
  /// Energy that passes through within the same hour, as taken in, MWh.
  public package(set) var overlapEnergy = 0.0
  /// What of that is lost, MWh.
  public package(set) var overlapLoss = 0.0

  /// What is left to pay for the capital; nil where there are no prices.
  public var marginBeforeCapital: Double? {
    guard let energyIncome, let reserveIncome else { return nil }
    return energyIncome + reserveIncome + capacityIncome - wear - otherCost - fixedCost
  }

  /// Why it takes in and gives in the same hour; nil where it does not.
  public var remark: String? {
    guard overlapHours > 0 else { return nil }
    let passed = NumberText.grouped(overlapEnergy, decimals: 1)
    let lost = NumberText.grouped(overlapLoss, decimals: 1)
    return
      "shares \(overlapHours) h between taking in and giving: \(passed) MWh pass through, \(lost) MWh"
      + " are lost; where that stands for surplus it counts as curtailed"
  }
}

extension StoreAccount {
  /// The accounts of all stores, in the order of the model.
  package static func all(
    of schedule: Schedule,
    costs: [CostItem],
    among assets: [AssetSummary],
    in setting: Setting
  ) -> [StoreAccount] {
    let prices = StorePrices(of: schedule, in: setting)
    return assets.compactMap { asset in
      guard asset.facts.technology.isStorage else { return nil }
      let own = schedule.series.filter { $0.owner == asset.name }
      var account = StoreAccount(name: asset.name, zone: asset.zone)
      account.earn(from: own, at: prices)
      account.capacityIncome = asset.facts.capacityPayment * setting.yearShare
      account.fixedCost = asset.facts.fixedCost * setting.yearShare
      for item in costs where item.owner == asset.name {
        switch item.kind {
        case .storageWear: account.wear += item.amount
        default: account.otherCost += item.amount
        }
      }
      account.count(own, of: asset.facts)
      return account
    }
  }

  private mutating func earn(from series: [Schedule.Series], at prices: StorePrices) {
    guard let price = prices.energy[zone] else { return }
    func worth(_ quantity: ResultQuantity, at price: [Double]?) -> Double {
      guard let price else { return 0 }
      return series.reduce(0) { sum, entry in
        guard entry.quantity == quantity else { return sum }
        return sum + zip(entry.values, price).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    energyIncome = worth(.power, at: price)
    reserveIncome =
      worth(.reserveUp, at: prices.reserveUp[zone])
      + worth(.reserveDown, at: prices.reserveDown[zone])
  }

  private mutating func count(_ series: [Schedule.Series], of facts: AssetFacts) {
    func values(_ quantity: ResultQuantity) -> [Double] {
      series.first { $0.quantity == quantity }?.values ?? []
    }
    let (charging, discharging) = (values(.charging), values(.discharging))
    cycles = facts.cycles(discharging: discharging.reduce(0, +))
    let efficiency = facts.roundTripEfficiency ?? 1
    for (taken, given) in zip(charging, discharging) where min(taken, given) > 0.01 {
      overlapHours += 1
      overlapEnergy += min(taken, given / efficiency)
    }
    overlapLoss = (1 - efficiency) * overlapEnergy
  }
}

/// The prices that stores are paid, by zone.
private struct StorePrices {
  var energy: [String: [Double]] = [:]
  var reserveUp: [String: [Double]] = [:]
  var reserveDown: [String: [Double]] = [:]

  init(of schedule: Schedule, in setting: Setting) {
    for series in schedule.series(of: .price) { energy[series.owner] = series.values }
    let up = schedule.series(of: .reserveUpPrice)
    let down = schedule.series(of: .reserveDownPrice)
    for zone in setting.zones {
      reserveUp[zone.name] = up.first { $0.owner == zone.areaName }?.values
      reserveDown[zone.name] = down.first { $0.owner == zone.areaName }?.values
    }
  }
}
