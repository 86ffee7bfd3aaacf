import GridDispatch
import Tables

extension Summary {
  /// What stores earn and spend, a line each.
  var storeAccountLines: [String] {
    var table = TextTable(header: [
      "store accounts, \(currency)", "energy", "reserve", "capacity", "wear", "other cost",
      "fixed cost", Figure.marginBeforeCapital.name,
    ])
    // A store of no size, which a plan may build, has nothing to tell.
    for account in settlement.stores
    where account.energyIncome != nil && (account.fixedCost != 0 || account.energyIncome != 0) {
      table.append([
        "  " + account.name, money(account.energyIncome), money(account.reserveIncome),
        money(account.capacityIncome), money(account.wear), money(account.otherCost),
        money(account.fixedCost), money(account.marginBeforeCapital, shownAtZero: true),
      ])
    }
    guard !table.isEmpty else { return [] }
    return table.lines(indent: 0)
      + settlement.stores.compactMap { account in
        account.remark.map { "  \(account.name): \($0)" }
      }
  }

  /// Payments for deep-peak regulation, a line a plant.
  var deepPeakLines: [String] {
    guard let settlement = settlement.deepPeak else { return [] }
    let tierCount = settlement.plants.map(\.tierEnergy.count).max() ?? 0
    let tiers = (0..<tierCount).map { "tier \($0 + 1) MWh" }
    var table = TextTable(
      header: ["deep-peak payments, \(currency)"] + tiers + ["received", "paid", "of the fee"]
    )
    for plant in settlement.plants where plant.receivedHundredths + plant.paidHundredths > 0 {
      table.append(
        ["  " + plant.name]
          + plant.tierEnergy.map { $0 > 0 ? NumberText.grouped($0) : "" }
          + [
            money(plant.received), money(plant.paid),
            plant.share > 0 ? Amount.percent(plant.share) : "",
          ]
      )
    }
    if !table.isEmpty {
      let sums = (0..<tierCount).map { tier in
        settlement.plants.reduce(0) { $0 + $1.tierEnergy[tier] }
      }
      table.append(
        ["  all"] + sums.map { NumberText.grouped($0) }
          + [money(settlement.received), money(settlement.paid), ""]
      )
    }
    let way =
      settlement.isBid
      ? "  the objective held the prices instead of extra fuel and wear"
      : "  settled after the dispatch, apart from cost"
    let head = table.isEmpty ? ["deep-peak payments: none"] : table.lines(indent: 0)
    return head + [settlement.remark.map { "  \($0)" } ?? way]
  }

  /// Emissions and allowances in the carbon market, a line a plant.
  var carbonLines: [String] {
    guard let carbon = settlement.carbon else { return [] }
    var table = TextTable(
      header: [
        "carbon market", "emitted kt", "captured kt", "allowance kt", "position kt", currency,
      ]
    )
    func row(_ name: String, _ plants: [CarbonAccount.Plant]) {
      func sum(_ value: (CarbonAccount.Plant) -> Double) -> Double {
        plants.reduce(0) { $0 + value($1) }
      }
      let captured = sum(\.captured)
      table.append([
        "  " + name, Amount.plain(sum(\.emitted) / 1000),
        captured > 0 ? Amount.plain(captured / 1000) : "", Amount.plain(sum(\.allowance) / 1000),
        Amount.plain(sum(\.position) / 1000), money(sum(\.value), shownAtZero: true),
      ])
    }
    for plant in carbon.plants where plant.emitted + plant.allowance > 0 {
      row(plant.name, [plant])
    }
    if carbon.plants.count > 1 { row("all", carbon.plants) }
    let way =
      switch carbon.bid {
      case "none": "settled after the dispatch, apart from cost"
      case "emissions": "the objective held the price of what is emitted"
      default: "the objective held the price of what is emitted beyond the allowance"
      }
    return table.isEmpty ? [] : table.lines(indent: 0) + ["  " + way]
  }

  /// Contracts on green power, a line each.
  var contractLines: [String] {
    var table = TextTable(
      header: ["green contracts", "due GWh", "delivered", "short", "premium \(currency)", "buyer"],
      endsInText: true
    )
    for contract in settlement.contracts {
      table.append([
        "  " + contract.name, Amount.plain(contract.due / 1000),
        Amount.plain(contract.delivered / 1000),
        contract.shortfall > 0.5 ? Amount.plain(contract.shortfall / 1000) : "",
        money(contract.premium),
        contract.buyer + (contract.buyerZone == nil ? " (outside)" : ""),
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }

  /// An amount of money without its currency; nothing where it is nil, or less than half a unit.
  private func money(_ amount: Double?, shownAtZero: Bool = false) -> String {
    guard let amount, shownAtZero || abs(amount) >= 0.5 else { return "" }
    return Amount.money(amount, currency: "").trimmingBlanks
  }
}
