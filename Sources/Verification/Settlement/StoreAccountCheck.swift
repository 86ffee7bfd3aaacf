import GridDispatch
import GridFormulation
import Tables

/// The accounts of stores against their series, prices and parameters.
extension Examination {
  /// Checks that every store has an account, and each number of it.
  mutating func checkStores(_ model: GridModel, _ result: DispatchResult) {
    var expected: [String] = []
    for asset in model.assets {
      guard let store = asset as? any AccountedStore, let paid = store.paidForPower
      else { continue }
      expected.append(store.name)
      guard let account = result.settlement.stores.first(where: { $0.name == store.name }) else {
        continue
      }
      check(account, of: store, paid: paid)
    }
    if result.settlement.stores.map(\.name) != expected {
      note("stores", rule: "accounts", amount: .infinity, "are not those of the model's stores")
    }
  }

  private mutating func check(
    _ account: StoreAccount,
    of asset: any AccountedStore,
    paid: Double
  ) {
    let owner = asset.owner
    let zone = setting.zones.first { $0.name == owner.zone }
    let area = Owner.zone(zone?.area ?? owner.zone)
    let taken = seriesIfPresent(.charging, of: owner)
    let given = seriesIfPresent(.discharging, of: owner)
    let atGrid = asset.isAtCustomer ? 1 / (1 - (zone?.gridLoss ?? 0)) : 1
    var energy = 0.0
    var turnover = 1.0
    let price = seriesIfPresent(.price, of: .zone(owner.zone))
    for step in 0..<hours {
      let value = atGrid * (price?[step] ?? 0)
      energy += value * ((given?[step] ?? 0) - (taken?[step] ?? 0))
      turnover += abs(value) * ((given?[step] ?? 0) + (taken?[step] ?? 0))
    }
    var reserve = 0.0
    for (held, price) in [
      (ResultQuantity.reserveUp, ResultQuantity.reserveUpPrice), (.reserveDown, .reserveDownPrice),
    ] {
      guard let held = seriesIfPresent(held, of: owner),
        let price = seriesIfPresent(price, of: area)
      else { continue }
      for step in 0..<hours {
        reserve += price[step] * held[step]
        turnover += abs(price[step] * held[step])
      }
    }
    let capacity = paid * setting.yearShare
    let fixed = asset.facts.fixedCost * setting.yearShare
    var spent = 0.0
    for entry in ledger.entries where entry.owner == asset.name {
      spent += entry.amount
    }
    turnover += abs(capacity) + abs(fixed) + abs(spent)
    let stated: [(name: String, value: Double?, found: Double?)] = [
      ("energy income", account.energyIncome, price == nil ? nil : energy),
      ("reserve income", account.reserveIncome, price == nil ? nil : reserve),
      ("capacity income", account.capacityIncome, capacity),
      ("fixed cost", account.fixedCost, fixed),
      ("variable cost", account.wear + account.otherCost, spent),
      (
        "margin before capital", account.marginBeforeCapital,
        price == nil ? nil : energy + reserve + capacity - spent - fixed
      ),
    ]
    for (name, value, found) in stated {
      checkAmount(name, of: asset.name, stated: value, found: found, turnover: turnover)
    }
  }

  /// Checks an amount of money that a settlement states.
  mutating func checkAmount(
    _ rule: String,
    of subject: String,
    stated: Double?,
    found: Double?,
    turnover: Double
  ) {
    let difference =
      stated == nil && found == nil ? 0 : abs((stated ?? .infinity) - (found ?? -.infinity))
    guard !(difference <= tolerance.cost * max(turnover, 1)) else { return }
    let shown = (stated.map { "\($0)" } ?? "missing", found.map { "\($0)" } ?? "missing")
    note(
      subject,
      rule: rule,
      amount: difference,
      "is stated as \(shown.0) and comes to \(shown.1)"
    )
  }
}
