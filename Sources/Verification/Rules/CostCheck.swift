import GridDispatch
import GridFormulation

/// The stated costs against those recomputed from the schedule.
extension Examination {
  /// Checks each kind of cost of each owner, and the total.
  mutating func checkCosts(_ costs: [CostItem], total: Double) {
    settle(cost: total)
    var stated = CostLedger()
    for item in costs {
      stated.charge(item.kind, of: item.owner, price: 1, for: [item.amount])
    }
    for entry in ledger.entries {
      let amount = stated.entry(entry.kind, of: entry.owner)?.amount ?? 0
      checkItem(entry, stated: amount)
    }
    for entry in stated.entries where ledger.entry(entry.kind, of: entry.owner) == nil {
      checkItem(CostLedger.Entry(kind: entry.kind, owner: entry.owner), stated: entry.amount)
    }
  }

  /// Checks that what no schedule can cost less than is not above the cost.
  mutating func checkBound(_ bound: Double, below cost: Double) {
    let excess = bound - cost
    guard !(excess <= tolerance.cost * max(report.grossCost, 1)) else { return }
    note("cost", rule: "lower bound", amount: excess, "lies above the cost")
  }

  private mutating func checkItem(_ entry: CostLedger.Entry, stated: Double) {
    let difference = abs(entry.amount - stated)
    guard !(difference <= tolerance.costItem * entry.gross) else { return }
    note(
      entry.owner,
      rule: "cost of \(entry.kind.rawValue)",
      amount: difference,
      "is stated as \(stated) and comes to \(entry.amount)"
    )
  }
}
