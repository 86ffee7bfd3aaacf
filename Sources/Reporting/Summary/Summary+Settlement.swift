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

  /// An amount of money without its currency; nothing where it is nil, or less than half a unit.
  private func money(_ amount: Double?, shownAtZero: Bool = false) -> String {
    guard let amount, shownAtZero || abs(amount) >= 0.5 else { return "" }
    return Amount.money(amount, currency: "").trimmingBlanks
  }
}
