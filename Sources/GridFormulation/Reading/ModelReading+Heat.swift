import Tables

extension ModelReading {
  /// The heat zones, each in a zone of the model.
  mutating func readHeatZones() {
    let zones = setting.zones.map(\.name)
    let areZones = Set(zones)
    setting.heatZones = root.mappings("heat-zones", log: &log).map { mapping in
      var heatZone = mapping.read(fields: HeatZone.fields, prototype: HeatZone(), log: &log)
      heatZone.place = mapping.place
      if heatZone.zone.isEmpty, zones.count == 1 { heatZone.zone = zones[0] }
      if !zones.isEmpty, !areZones.contains(heatZone.zone) {
        log.error(
          at: mapping.place(of: "zone"),
          field: mapping.field("zone"),
          value: heatZone.zone,
          rule: "is not a zone of the model",
          fix: NearestName.fix(heatZone.zone, among: zones)
        )
      }
      if areZones.contains(heatZone.name) {
        log.error(
          at: mapping.place(of: "name"),
          field: mapping.field("name"),
          value: heatZone.name,
          rule: "is the name of a zone of the grid",
          fix: "Give the heat zone a name of its own, such as \(heatZone.name)-heat."
        )
      }
      return heatZone
    }
    refuseRepeats(setting.heatZones.map(\.name), in: "heat-zones")
  }

  /// The asset in the model's heat zones: its own, or the only one there is.
  mutating func inHeatZone(_ entry: ReadAsset, _ known: Set<String>) -> ReadAsset {
    var settled = entry
    if setting.heatZones.count == 1 {
      settled.asset.settle(inHeatZone: setting.heatZones[0].name)
    }
    for use in settled.asset.heatZones where !known.contains(use.name) {
      let isNamed = !use.name.isEmpty
      log.append(
        entry.row.issue(
          field: use.field,
          value: use.name,
          rule: isNamed ? "is not a heat zone of the model" : "must name a heat zone of the model",
          fix: known.isEmpty
            ? "Add the section heat-zones to model.yaml: see `gridflex describe heat-zones`."
            : NearestName.fix(use.name, among: setting.heatZones.map(\.name))
        )
      )
    }
    if settled.asset.zone.isEmpty, let first = settled.asset.heatZones.first,
      let home = setting.heatZone(named: first.name)
    {
      settled.asset.zone = home.zone
    }
    return settled
  }

  /// Assets whose names heat zones have, too: results could not tell them apart.
  mutating func refuseHeatZonesNamedAsAssets(_ names: Set<String>) {
    for heatZone in setting.heatZones where names.contains(heatZone.name) {
      log.error(
        at: root.place(of: "heat-zones"),
        field: "heat-zones",
        value: heatZone.name,
        rule: "is the name of an asset",
        fix: "Give the heat zone a name of its own."
      )
    }
  }
}
