import Grid

extension ModelReading {
  /// Reads every series that a zone, a fuel or an asset uses.
  mutating func loadSeries(of assets: [ReadAsset]) {
    for zone in setting.zones {
      load(zone.load, unit: "MW", in: 0...1e6, at: root.place(of: "zones"), field: "load")
    }
    for fuel in setting.fuels {
      load(fuel.price, unit: "", in: 0...20_000, at: root.place(of: "fuels"), field: "price")
    }
    load(
      setting.carbonPrice,
      unit: "",
      in: 0...10_000,
      at: root.place(of: "carbon-price"),
      field: "carbon-price"
    )
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

  private mutating func load(
    _ profile: Profile,
    unit: String,
    in range: ClosedRange<Double>,
    at place: Place,
    field: String
  ) {
    guard let name = profile.seriesName else { return }
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
    if let values { setting.series[name] = values }
  }
}
