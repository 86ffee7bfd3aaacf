import GridDispatch
import GridFormulation
import Tables

/// What contracts on green power take of each plant, recomputed from the plants' energy.
struct GreenDeliveries {
  /// What a contract takes of a plant, MWh.
  struct Delivery {
    let contract: Int
    let plant: String
    let zone: String
    let energy: Double
  }

  let deliveries: [Delivery]
  /// Energy due to each contract, MWh.
  let due: [Double]

  init(_ model: GridModel, _ schedule: Schedule) {
    var deliveries: [Delivery] = []
    var due: [Double] = []
    func energy(of name: String) -> Double {
      schedule.series.reduce(0) { sum, entry in
        guard entry.owner == name, entry.quantity.stem == ResultQuantity.power.stem else {
          return sum
        }
        return sum + entry.values.reduce(0) { $0 + max(0, $1) }
      }
    }
    for (index, contract) in model.setting.greenContracts.enumerated() {
      var offers: [(plant: any Asset, energy: Double)] = []
      var promised = 0.0
      for asset in model.assets {
        guard let share = Self.share(of: asset, in: contract) else { continue }
        let whole = energy(of: asset.name)
        let taken = deliveries.reduce(0) { $1.plant == asset.name ? $0 + $1.energy : $0 }
        promised += share * whole
        offers.append((asset, min(share * whole, whole - taken)))
      }
      let target =
        contract.energy.map { $0 * model.setting.yearShare } ?? (contract.share ?? 0) * promised
      let most = offers.reduce(0) { $0 + $1.energy }
      for offer in offers where most > 0 {
        deliveries.append(
          Delivery(
            contract: index,
            plant: offer.plant.name,
            zone: offer.plant.zone,
            energy: offer.energy * min(target, most) / most
          )
        )
      }
      due.append(target)
    }
    self.deliveries = deliveries
    self.due = due
  }

  private static func share(of asset: any Asset, in contract: GreenContract) -> Double? {
    if let list = contract.plantList {
      return PlantShare.list(list)?.first { $0.plant == asset.name }?.share
    }
    if let zone = contract.zone, zone != asset.zone { return nil }
    let source = EnergySource(asset)
    let isMeant: Bool
    switch contract.source {
    case .named: isMeant = false
    case .wind: isMeant = source == .wind
    case .solar: isMeant = source == .solar
    case .hydro: isMeant = source == .hydro
    case .biomass: isMeant = source == .biomass
    case .onshoreWind, .offshoreWind, .centralSolar, .distributedSolar:
      isMeant = asset.facts.technology.rawValue == contract.source.rawValue
    }
    return isMeant ? 1 : nil
  }

  /// What changes hands over the border of some zones: brought in by buyers inside less sold to others.
  func net(
    into zones: Set<String>,
    of model: GridModel,
    where isCounted: (EnergySource) -> Bool
  ) -> Double {
    deliveries.reduce(0) { sum, delivery in
      let asset = model.assets.first { $0.name == delivery.plant }
      guard let source = asset.flatMap({ EnergySource($0) }), isCounted(source) else { return sum }
      let buyer = model.setting.greenContracts[delivery.contract].buyerZone
      let isBought = buyer.map { zones.contains($0) } ?? false
      let isSold = zones.contains(delivery.zone)
      return sum + (isBought && !isSold ? delivery.energy : 0)
        - (isSold && !isBought ? delivery.energy : 0)
    }
  }
}

extension Examination {
  /// Checks what each contract was due, got and paid.
  mutating func checkContracts(_ model: GridModel, _ result: DispatchResult) {
    let found = GreenDeliveries(model, result.schedule)
    let accounts = result.settlement.contracts
    if accounts.map(\.name) != setting.greenContracts.map(\.name) {
      note("green-contracts", rule: "contracts", amount: .infinity, "are not those of the model")
      return
    }
    for (index, contract) in setting.greenContracts.enumerated() {
      let account = accounts[index]
      let got = found.deliveries.filter { $0.contract == index }.reduce(0) { $0 + $1.energy }
      let (due, premium) = (found.due[index], contract.premium * got)
      checkAmount(
        "energy due",
        of: contract.name,
        stated: account.due,
        found: due,
        turnover: due
      )
      checkAmount(
        "energy delivered",
        of: contract.name,
        stated: account.delivered,
        found: got,
        turnover: due
      )
      checkAmount(
        "premium",
        of: contract.name,
        stated: account.premium,
        found: premium,
        turnover: premium
      )
    }
  }
}
