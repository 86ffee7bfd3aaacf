import GridDispatch
import Verification

extension Settlement {
  /// The settlement as the value of `settlement`, with what a check of it found.
  func json(differences: [Violation]) -> JSONValue {
    .object([
      ("carbon", carbon?.json ?? .null), ("contracts", .array(contracts.map(\.json))),
      ("deepPeak", deepPeak?.json ?? .null),
      ("differences", .array(differences.map { .text($0.text) })),
      ("stores", .array(stores.map(\.json))),
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
      ("fixedCost", .number(fixedCost)), ("marginBeforeCapital", .number(marginBeforeCapital)),
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

extension CarbonAccount {
  /// The account as the value of `settlement/carbon`.
  fileprivate var json: JSONValue {
    .object([
      ("bid", .text(bid)),
      ("emittedT", .number(plants.reduce(0) { $0 + $1.emitted })),
      ("allowanceT", .number(plants.reduce(0) { $0 + $1.allowance })),
      ("value", .number(plants.reduce(0) { $0 + $1.value })),
      (
        "plants",
        .array(
          plants.map { plant in
            .object([
              ("name", .text(plant.name)), ("zone", .text(plant.zone)),
              ("emittedT", .number(plant.emitted)), ("capturedT", .number(plant.captured)),
              ("allowanceT", .number(plant.allowance)), ("positionT", .number(plant.position)),
              ("value", .number(plant.value)),
            ])
          }
        )
      ),
    ])
  }
}

extension GreenContractAccount {
  /// The account as an entry of `settlement/contracts`.
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(name)), ("buyer", .text(buyer)), ("buyerZone", .text(buyerZone)),
      ("dueMWh", .number(due)), ("deliveredMWh", .number(delivered)),
      ("shortfallMWh", .number(shortfall)), ("premium", .number(premium)),
      (
        "plants",
        .array(
          deliveries.map { delivery in
            .object([("name", .text(delivery.plant)), ("deliveredMWh", .number(delivery.energy))])
          }
        )
      ),
    ])
  }
}
