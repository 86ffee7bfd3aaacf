import GridDispatch

extension Settlement {
  /// The settlement as the value of `settlement`.
  var json: JSONValue {
    .object([
      ("stores", .array(stores.map(\.json)))
    ])
  }
}

extension StoreAccount {
  /// The account as an entry of `settlement/stores`.
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(name)), ("zone", .text(zone)), ("energyIncome", .number(energyIncome)),
      ("reserveIncome", .number(reserveIncome)), ("capacityIncome", .number(capacityIncome)),
      ("wear", .number(wear)), ("otherCost", .number(otherCost)),
      ("fixedCost", .number(fixedCost)), ("profit", .number(profit)),
      ("cycles", .number(cycles)), ("overlapHours", .integer(overlapHours)),
      ("overlapMWh", .number(overlapEnergy)), ("overlapLostMWh", .number(overlapLoss)),
      ("remark", .text(remark)),
    ])
  }
}
