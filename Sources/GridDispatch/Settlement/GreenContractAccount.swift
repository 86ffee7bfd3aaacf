import GridFormulation
import Tables

/// What a contract on green power was due and what it got.
public struct GreenContractAccount: Sendable, Hashable {
  /// Energy that one plant delivered to it.
  public struct Delivery: Sendable, Hashable {
    /// The plant's name.
    public let plant: String
    /// The zone it stands in.
    public let zone: String
    /// Energy, MWh.
    public package(set) var energy: Double
  }

  /// The contract's name.
  public let name: String
  /// Who buys.
  public let buyer: String
  /// The zone of the buyer; nil where it is outside the model.
  public let buyerZone: String?
  /// Energy due in the hours solved, MWh.
  public package(set) var due: Double
  /// What each plant delivered.
  public package(set) var deliveries: [Delivery]
  /// What the buyer pays beside the price of the energy, in the model's currency.
  public package(set) var premium: Double

  /// Energy delivered, MWh.
  public var delivered: Double { deliveries.reduce(0) { $0 + $1.energy } }
  /// Energy due and not delivered, MWh.
  public var shortfall: Double { max(0, due - delivered) }

  /// The accounts of all contracts, in the order written.
  static func all(of schedule: Schedule, among assets: [AssetSummary], in setting: Setting)
    -> [GreenContractAccount]
  {
    guard !setting.greenContracts.isEmpty else { return [] }
    var left: [String: Double] = [:]
    for series in schedule.series where series.quantity == .power {
      left[series.owner, default: 0] += series.values.reduce(0) { $0 + max(0, $1) }
    }
    let given = left
    return setting.greenContracts.map { contract in
      var deliveries: [Delivery] = []
      var promised = 0.0
      for asset in assets {
        guard let share = contract.share(of: asset) else { continue }
        let energy = share * (given[asset.name] ?? 0)
        promised += energy
        deliveries.append(
          Delivery(
            plant: asset.name,
            zone: asset.zone,
            energy: min(energy, left[asset.name] ?? 0)
          )
        )
      }
      let due = contract.energy.map { $0 * setting.yearShare } ?? (contract.share ?? 0) * promised
      let possible = deliveries.reduce(0) { $0 + $1.energy }
      let part = possible > 0 ? min(1, due / possible) : 0
      for index in deliveries.indices {
        deliveries[index].energy *= part
        left[deliveries[index].plant]? -= deliveries[index].energy
      }
      return GreenContractAccount(
        name: contract.name,
        buyer: contract.buyer,
        buyerZone: contract.buyerZone,
        due: due,
        deliveries: deliveries,
        premium: contract.premium * part * possible
      )
    }
  }
}
