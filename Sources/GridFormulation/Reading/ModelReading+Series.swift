import Hourly
import Tables

extension ModelReading {
  /// Reads every series that a zone, a fuel or an asset uses.
  mutating func loadSeries(of assets: [ReadAsset]) {
    let zones = entries(of: "zones")
    for zone in setting.zones {
      let path = "zones/\(zone.name)"
      let place = zones[path]?.place(of: "load") ?? zone.place
      load(Zone.fields, of: zone, in: 0...1e6, at: place, path: path + "/")
      let policy = root.place(of: "reserve")
      load(ReservePolicy.fields, of: zone.reserve, at: policy, path: "reserve/")
    }
    let heatZones = entries(of: "heat-zones")
    for heatZone in setting.heatZones {
      let path = "heat-zones/\(heatZone.name)"
      let place = heatZones[path]?.place(of: "demand") ?? heatZone.place
      load(HeatZone.fields, of: heatZone, at: place, path: path + "/")
    }
    for fuel in setting.fuels {
      load(Fuel.fields, of: fuel, at: fuel.place, path: "fuels/\(fuel.name)/")
    }
    var header = ModelHeader()
    header.carbonPrice = setting.carbonPrice
    load(ModelHeader.fields, of: header, at: root.place(of: "carbon-price"))
    if let market = setting.carbonMarket {
      let place = root.place(of: "carbon-market")
      load(CarbonMarket.fields, of: market, at: place, path: "carbon-market/")
    }
    for (index, tier) in setting.deepPeak.tiers.enumerated() {
      let path = "deep-peak/tiers/\(index + 1)/"
      load(DeepPeakPolicy.Tier.fields, of: tier, at: root.place(of: "deep-peak"), path: path)
    }
    for entry in assets {
      for use in entry.profiles {
        load(use, in: use.range, at: entry.row.place(of: use.field), field: use.field)
      }
    }
  }

  /// Reads every series that a value names in its fields.
  ///
  /// `range` is one that series must keep instead of that of the field.
  private mutating func load<Root>(
    _ fields: [Field<Root>],
    of root: Root,
    in range: ClosedRange<Double>? = nil,
    at place: Place,
    path: String = ""
  ) {
    for use in fields.compactMap({ $0.series(in: root) }) {
      load(use, in: range ?? use.range, at: place, field: path + use.field)
    }
  }

  /// The entries of a list of the model by the paths that lead to them.
  private func entries(of list: String) -> [String: YAMLMapping] {
    var silent = IssueLog()
    let mappings = root.mappings(list, log: &silent)
    return Dictionary(mappings.map { ($0.path, $0) }) { first, _ in first }
  }

  private mutating func load(
    _ use: SeriesUse,
    in range: ClosedRange<Double>,
    at place: Place,
    field: String
  ) {
    let name = use.series
    used.insert(name)
    guard library.contains(name) else {
      log.error(
        at: place,
        field: field,
        value: name,
        rule: "is not a series of the model",
        fix: NearestName.fix(name, among: library.declarations.map(\.name))
      )
      return
    }
    let values = library.values(
      name,
      over: setting.horizon,
      unit: use.unit,
      in: range,
      usedAt: place,
      field: field,
      log: &log
    )
    guard let values else { return }
    let unit = use.unit?.symbol(in: setting.currency) ?? ""
    if let others = setting.series[name], others != values {
      let other = library.unit(of: name)?.symbol(in: setting.currency) ?? ""
      log.error(
        at: place,
        field: field,
        value: name,
        rule: "is wanted in \(unit) here and in \(other) elsewhere, which are other numbers",
        fix: "Declare the column of the file twice, under a name for each use."
      )
      return
    }
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
