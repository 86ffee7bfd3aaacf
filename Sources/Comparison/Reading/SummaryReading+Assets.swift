import Tables

extension SummaryReading {
  /// What an asset is and did, as far as it is compared.
  private struct Plant {
    var name = ""
    var technology = ""
    var isVariable = false
    /// Amounts with the section, the word after the name, and the unit of each.
    var amounts: [Amount] = []
  }

  private struct Amount {
    let section: RecordedFigure.Section
    let word: String
    let unit: String
    let quantity: ComparedQuantity
    var value: Double
  }

  /// Sums by technology, which are judged, and single plants of a technology that has several, which are told.
  ///
  /// Two plants of a kind may share their work in many ways at one cost; so may wind and PV, of which any may
  /// stand back: only their sum is judged.
  mutating func takeAssets(_ log: inout IssueLog) {
    let plants = summary.documents("assets", &log).map { Self.plant($0, &log) }
    var technologies: [String] = []
    for plant in plants where !technologies.contains(plant.technology) {
      technologies.append(plant.technology)
    }
    let variable = plants.filter(\.isVariable)
    let isOne = Set(variable.map(\.technology)).count < 2
    if !isOne { take(Self.sums(variable), of: "wind and PV", isFree: false, only: .energies) }
    for technology in technologies {
      let group = plants.filter { $0.technology == technology }
      let isFree = !isOne && group.allSatisfy(\.isVariable)
      for amount in Self.sums(group) {
        take([amount], of: technology, isFree: isFree && amount.section == .energies)
      }
      guard group.count > 1 else { continue }
      for plant in group { take(plant.amounts, of: "\(technology): \(plant.name)", isFree: true) }
    }
  }

  private mutating func take(
    _ amounts: [Amount],
    of name: String,
    isFree: Bool,
    only section: RecordedFigure.Section? = nil
  ) {
    for amount in amounts where section == nil || amount.section == section {
      let word = amount.word.isEmpty ? name : "\(name), \(amount.word)"
      take(amount.section, word, amount.value, amount.unit, amount.quantity, isFree: isFree)
    }
  }

  /// The sums of a group, each amount that any of it has.
  private static func sums(_ group: [Plant]) -> [Amount] {
    var sums: [Amount] = []
    for amount in group.flatMap(\.amounts) {
      let index = sums.firstIndex { $0.section == amount.section && $0.word == amount.word }
      if let index {
        sums[index].value += amount.value
      } else {
        sums.append(amount)
      }
    }
    return sums
  }

  private static func plant(_ asset: StoredDocument, _ log: inout IssueLog) -> Plant {
    var plant = Plant()
    plant.name = asset.text("name", &log) ?? ""
    plant.technology = asset.text("technology", &log) ?? ""
    plant.isVariable =
      asset.number("availableMWh", &log) != nil
      && ["wind", "solar"].contains(asset.text("type", &log))
    func add(
      _ section: RecordedFigure.Section,
      _ word: String,
      _ value: Double?,
      _ unit: String,
      _ quantity: ComparedQuantity
    ) {
      guard let value else { return }
      plant.amounts.append(
        Amount(section: section, word: word, unit: unit, quantity: quantity, value: value)
      )
    }
    add(.capacities, "", asset.number("capacityMW", &log), "MW", .capacity)
    add(.capacities, "stored", asset.number("energyCapacityMWh", &log), "MWh", .capacity)
    let (given, taken) = (asset.number("injectedMWh", &log), asset.number("withdrawnMWh", &log))
    if let store = asset.document("storage", &log) {
      add(.stores, "charged", store.number("chargedMWh", &log), "MWh", .energy)
      add(.stores, "discharged", store.number("dischargedMWh", &log), "MWh", .energy)
      add(.stores, "lost", store.number("lostMWh", &log), "MWh", .energy)
    } else {
      add(.energies, "", given, "MWh", .energy)
      if taken != 0 { add(.energies, "taken", taken, "MWh", .energy) }
    }
    add(.emissions, "fuel", asset.number("fuelTce", &log), "tce", .emission)
    return plant
  }
}
