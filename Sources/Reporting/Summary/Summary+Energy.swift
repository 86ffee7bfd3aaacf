import GridFormulation
import Tables

extension Summary {
  /// Generation by kind with its hours, then every other kind that is there, down to the demand.
  var energyLines: [String] {
    var table = TextTable(header: [
      "energy", "MW", Figure.net.name, Figure.share.name, Figure.gross.name,
      Figure.fullLoadHours.name, "curtailed GWh", Figure.curtailmentRate.name,
    ])
    let plants = assets.filter { $0.asset.facts.technology.isGeneration }
    for technology in Technology.allCases where technology.isGeneration {
      let group = plants.filter { $0.asset.facts.technology == technology }
      if !group.isEmpty { table.append(generation(technology.rawValue, of: group)) }
    }
    if Set(plants.map(\.asset.facts.technology)).count > 1 {
      table.append(generation("all generation", of: plants))
    }
    for row in balance.rows {
      table.append([
        "  " + row.name, row.capacity.map { NumberText.grouped($0) } ?? "",
        Amount.plain(row.energy / 1000),
      ])
    }
    table.append(["  demand with losses", "", Amount.plain(totals.demand / 1000)])
    return table.lines(indent: 0)
  }

  private func generation(_ name: String, of group: [AssetFigures]) -> [String] {
    func sum(_ value: (AssetFigures) -> Double) -> Double { group.reduce(0) { $0 + value($1) } }
    let capacity = sum { $0.asset.facts.capacity }
    let available = sum { $0.available ?? 0 }
    let curtailed = sum { $0.curtailed ?? 0 }
    let (net, gross) = (sum(\.injected), sum(\.output))
    return [
      "  " + name, NumberText.grouped(capacity), Amount.plain(net / 1000),
      totals.generation > 0 ? Amount.percent(net / totals.generation) : "",
      Amount.plain(gross / 1000), capacity > 0 ? NumberText.grouped(gross / capacity) : "",
      available > 0 ? Amount.plain(curtailed / 1000) : "",
      available > 0 ? Amount.percent(curtailed / available) : "",
    ]
  }

  /// What each store took in, gave back and lost.
  var storageLines: [String] {
    var table = TextTable(
      header: [
        "storage", "MW", "MWh", "in GWh", "out GWh", "lost GWh", Figure.cycles.name, "a day",
        "both GWh", "both h",
      ]
    )
    for figures in assets {
      guard let storage = figures.storage else { continue }
      table.append([
        "  " + figures.asset.name, NumberText.grouped(figures.asset.facts.capacity),
        figures.asset.facts.energyCapacity.map { NumberText.grouped($0) } ?? "",
        Amount.plain(storage.charged / 1000), Amount.plain(storage.discharged / 1000),
        Amount.plain(storage.lost / 1000), storage.cycles.map(Amount.plain) ?? "",
        storage.cyclesPerDay.map(Amount.plain) ?? "",
        storage.overlap > 0.5 ? Amount.plain(storage.overlap / 1000) : "",
        storage.overlapHours > 0 ? NumberText.grouped(Double(storage.overlapHours)) : "",
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }

  /// What each flexible load did, a line each.
  var demandSideLines: [String] {
    var table = TextTable(header: [
      "demand side, beside its baseline", "kind", "MW", "taken GWh", "given GWh", "called GWh",
      "put off GWh",
      "own output GWh", "made", "not delivered",
    ])
    for figures in assets {
      guard let load = figures.demandSide else { continue }
      func gigawattHours(_ energy: Double?) -> String {
        energy.map { Amount.plain($0 / 1000) } ?? ""
      }
      let made = [load.hydrogen.map(Self.hydrogen), load.water.map(Self.water)]
      let missing = [
        load.hydrogenMissing.flatMap { $0 > 0 ? Self.hydrogen($0) : nil },
        load.waterMissing.flatMap { $0 > 0 ? Self.water($0) : nil },
      ]
      table.append([
        "  " + figures.asset.name, figures.asset.facts.technology.rawValue,
        NumberText.grouped(figures.asset.facts.capacity), gigawattHours(figures.withdrawn),
        gigawattHours(figures.injected), gigawattHours(load.called),
        gigawattHours(load.deferred), gigawattHours(load.ownOutput),
        made.compactMap { $0 }.joined(separator: ", "),
        missing.compactMap { $0 }.joined(separator: ", "),
      ])
    }
    return table.isEmpty ? [] : table.lines(indent: 0)
  }

  private static func hydrogen(_ energy: Double) -> String {
    "\(Amount.plain(energy / 1000)) GWh of hydrogen"
  }

  private static func water(_ volume: Double) -> String {
    "\(Amount.plain(volume / 1000)) 1000 m³ of water"
  }

  /// Fuel and emissions by technology, down to their sums.
  var emissionLines: [String] {
    var table = TextTable(header: [
      "emissions", "coal ktce", "other fuel ktce", "CO2 kt", "captured kt", "SO2 t", "NOx t",
    ])
    let hasOther = totals.fuel != totals.coal
    func row(_ name: String, _ masses: [Double], captured: Double) {
      table.append([
        "  " + name, Amount.plain(masses[0] / 1000),
        hasOther ? Amount.plain(masses[1] / 1000) : "", Amount.plain(masses[2] / 1000),
        totals.carbonCaptured > 0 ? Amount.plain(captured / 1000) : "", Amount.plain(masses[3]),
        Amount.plain(masses[4]),
      ])
    }
    for entry in emissions.rows {
      row(
        entry.technology.rawValue,
        [
          entry.coal, entry.otherFuel, entry.carbonDioxide, entry.sulphurDioxide,
          entry.nitrogenOxides,
        ],
        captured: entry.carbonCaptured
      )
    }
    row(
      "all",
      [
        totals.coal, totals.fuel - totals.coal, totals.carbonDioxide, totals.sulphurDioxide,
        totals.nitrogenOxides,
      ],
      captured: totals.carbonCaptured
    )
    return emissions.rows.isEmpty ? [] : table.lines(indent: 0)
  }
}
