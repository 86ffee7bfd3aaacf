import Hourly
import Tables

extension ModelReading {
  /// Reads every series that a zone, a fuel or an asset uses.
  mutating func loadSeries(of assets: [ReadAsset]) {
    let zones = entries(of: "zones")
    for zone in setting.zones {
      let path = "zones/\(zone.name)"
      let place = zones[path]?.place(of: "load") ?? zone.place
      load(zone.load, unit: "MW", in: 0...1e6, at: place, field: path + "/load")
      for (key, profile) in [("up-mw", zone.reserve.up), ("down-mw", zone.reserve.down)] {
        load(
          profile,
          unit: "MW",
          in: 0...1e6,
          at: root.place(of: "reserve"),
          field: "reserve/\(key)"
        )
      }
    }
    let heatZones = entries(of: "heat-zones")
    for heatZone in setting.heatZones {
      let path = "heat-zones/\(heatZone.name)"
      let place = heatZones[path]?.place(of: "demand") ?? heatZone.place
      load(heatZone.demand, unit: "MW", in: 0...1e6, at: place, field: path + "/demand")
    }
    for fuel in setting.fuels {
      let field = "fuels/\(fuel.name)/price"
      load(fuel.price, unit: "", in: 0...20_000, at: fuel.place, field: field)
    }
    load(
      setting.carbonPrice,
      unit: "",
      in: 0...10_000,
      at: root.place(of: "carbon-price"),
      field: "carbon-price"
    )
    if let price = setting.carbonMarket?.price {
      let field = "carbon-market/price"
      load(price, unit: "", in: 0...10_000, at: root.place(of: "carbon-market"), field: field)
    }
    for (index, tier) in setting.deepPeak.tiers.enumerated() {
      guard let price = tier.price else { continue }
      load(
        price,
        unit: "",
        in: 0...10_000,
        at: root.place(of: "deep-peak"),
        field: "deep-peak/tiers/\(index + 1)/price-per-mwh"
      )
    }
    for entry in assets {
      for use in entry.profiles {
        let unit = use.unit.hasPrefix("currency") ? "" : use.unit
        load(
          .series(use.series),
          unit: unit,
          in: use.range,
          at: entry.row.place(of: use.field),
          field: use.field
        )
      }
    }
  }

  /// The entries of a list of the model by the paths that lead to them.
  private func entries(of list: String) -> [String: YAMLMapping] {
    var silent = IssueLog()
    let mappings = root.mappings(list, log: &silent)
    return Dictionary(mappings.map { ($0.path, $0) }) { first, _ in first }
  }

  private mutating func load(
    _ profile: Profile,
    unit: String,
    in range: ClosedRange<Double>,
    at place: Place,
    field: String
  ) {
    guard let name = profile.seriesName else { return }
    used.insert(name)
    guard library.contains(name) else {
      log.error(
        at: place,
        field: field,
        value: name,
        rule: "is not a series of the model",
        mend: NearestName.mend(name, among: library.declarations.map(\.name))
      )
      return
    }
    let values = library.values(
      name,
      over: setting.horizon,
      unit: unit,
      in: range,
      usedAt: place,
      field: field,
      log: &log
    )
    guard let values else { return }
    setting.series[name] = values
    note(name, unit: unit.isEmpty ? library.declaration(name)?.unit ?? "" : unit, values)
  }

  private mutating func note(_ name: String, unit: String, isUsed: Bool = true, _ values: [Double])
  {
    guard !noted.contains(name),
      let facts = SeriesFacts(name: name, unit: unit, isUsed: isUsed, of: values)
    else { return }
    noted.insert(name)
    series.append(facts)
  }

  /// Reads the series that nothing uses, too: what is wrong in them is told like all else.
  mutating func checkUnusedSeries() {
    for declaration in library.declarations where !used.contains(declaration.name) {
      let field = "series/\(declaration.name)"
      if declaration.isMeasured, !library.hasDataFolder {
        log.note(
          at: declaration.place,
          field: field,
          rule: "is declared and used by nothing; without --data it is not read"
        )
        continue
      }
      let values = library.values(
        declaration.name,
        over: setting.horizon,
        usedAt: declaration.place,
        field: field,
        log: &log
      )
      guard let values else { continue }
      note(declaration.name, unit: declaration.unit, isUsed: false, values)
    }
  }
}
