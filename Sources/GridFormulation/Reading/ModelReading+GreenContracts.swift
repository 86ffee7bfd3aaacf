import Tables

extension ModelReading {
  /// Reads the contracts on green power.
  mutating func readGreenContracts() {
    let zones = setting.zones.map(\.name)
    setting.greenContracts = root.mappings("green-contracts", log: &log).map { mapping in
      var contract = mapping.read(
        fields: GreenContract.fields,
        prototype: GreenContract(),
        log: &log
      )
      contract.place = mapping.place
      let known = [("buyer-zone", contract.buyerZone), ("zone", contract.zone)]
      for (key, zone) in known where zone.map({ !zones.contains($0) }) ?? false {
        log.error(
          at: mapping.place(of: key),
          field: mapping.field(key),
          value: zone,
          rule: "is not a zone of the model",
          fix: NearestName.fix(zone ?? "", among: zones)
        )
      }
      if (contract.energy == nil) == (contract.share == nil) {
        log.error(
          at: mapping.place,
          field: mapping.field("energy-mwh"),
          rule: "a contract is about an energy or about a share, one of the two",
          fix: "Write energy-mwh or share, and leave the other out."
        )
      }
      if (contract.plantList == nil) == (contract.source == .named) {
        log.error(
          at: mapping.place,
          field: mapping.field("plants"),
          rule: "a contract names its plants or their technology, one of the two",
          fix: "Write plants or technology, and leave the other out."
        )
      }
      if let list = contract.plantList, PlantShare.list(list)?.isEmpty ?? true {
        log.error(
          at: mapping.place(of: "plants"),
          field: mapping.field("plants"),
          value: list,
          rule: "must be a list of plants with shares above 0 and up to 1",
          fix: "Write names with `;` between, such as `ridge; coast:0.5`."
        )
      }
      return contract
    }
    refuseRepeats(setting.greenContracts.map(\.name), in: "green-contracts")
  }

  /// Checks the plants that contracts are about, once the assets are there.
  mutating func checkGreenContracts(of assets: [ReadAsset]) {
    let summaries = assets.map { AssetSummary($0.asset) }
    let green = summaries.filter { $0.facts.technology.isRenewable }
    for contract in setting.greenContracts {
      let field = "green-contracts/\(contract.name)"
      for plant in contract.namedPlants ?? [] {
        guard !green.contains(where: { $0.name == plant.plant }) else { continue }
        let isThere = summaries.contains { $0.name == plant.plant }
        log.error(
          at: contract.place,
          field: field + "/plants",
          value: plant.plant,
          rule: isThere ? "gives no renewable energy" : "is not a plant of the model",
          fix: isThere
            ? "Name wind, PV, hydro or biomass plants."
            : NearestName.fix(plant.plant, among: green.map(\.name))
        )
      }
      let meant = green.compactMap { asset in contract.share(of: asset).map { ($0, asset) } }
      if contract.source != .named, meant.isEmpty {
        log.error(
          at: contract.place,
          field: field + "/technology",
          value: contract.source.rawValue,
          rule: "stands for no plant of the model",
          fix: "Name the plants, or another technology."
        )
      }
      let most =
        meant.reduce(0) { $0 + $1.0 * $1.1.facts.capacity }
        * Double(setting.hoursOfYear)
      if let energy = contract.energy, !meant.isEmpty, energy > most {
        log.warning(
          at: contract.place,
          field: field + "/energy-mwh",
          value: NumberText.shortest(energy),
          rule: "is more than the plants could give all year (\(NumberText.grouped(most)) MWh)",
          fix: "Write MWh: 1 亿千瓦时 is 100,000 MWh, 1 万千瓦时 is 10 MWh."
        )
      }
    }
  }
}
