import GridDispatch

extension Settlement {
  /// The settlement as the value of `settlement`.
  var json: JSONValue {
    .object([
      ("deepPeak", deepPeak?.json ?? .null), ("stores", .array(stores.map(\.json))),
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

extension DeepPeakSettlement {
  /// The payments as the value of `settlement/deepPeak`.
  fileprivate var json: JSONValue {
    .object([
      ("bid", .text(isBid ? "market" : "cost")), ("sharedBy", .text(period)),
      ("received", .number(received)), ("paid", .number(paid)), ("uncovered", .number(uncovered)),
      ("remark", .text(remark)),
      (
        "plants",
        .array(
          plants.map { plant in
            .object([
              ("name", .text(plant.name)), ("zone", .text(plant.zone)),
              ("tierMWh", .array(plant.tierEnergy.map { .number($0) })),
              ("received", .number(plant.received)), ("paid", .number(plant.paid)),
              ("net", .number(Double(plant.receivedHundredths - plant.paidHundredths) / 100)),
              ("shareOfFee", .number(plant.share)),
            ])
          }
        )
      ),
    ])
  }
}
