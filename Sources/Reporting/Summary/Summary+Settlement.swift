import Grid
import GridDispatch

extension Summary {
  /// What stores earn and spend, a line each.
  var storeAccountLines: [String] {
    var table = TextTable(header: [
      "store accounts, \(currency)", "energy", "reserve", "capacity", "wear", "other cost",
      "fixed cost", "profit",
    ])
    for account in settlement.stores where account.energyIncome != nil {
      table.append([
        "  " + account.name, money(account.energyIncome), money(account.reserveIncome),
        money(account.capacityIncome), money(account.wear), money(account.otherCost),
        money(account.fixedCost), money(account.profit, shownAtZero: true),
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
    return table.lines(indent: 0) + [settlement.remark.map { "  \($0)" } ?? way]
  }

  /// An amount of money without its currency; nothing where it is nil, or less than half a unit.
  private func money(_ amount: Double?, shownAtZero: Bool = false) -> String {
    guard let amount, shownAtZero || abs(amount) >= 0.5 else { return "" }
    return Amount.money(amount, currency: "").trimmingBlanks
  }
}
