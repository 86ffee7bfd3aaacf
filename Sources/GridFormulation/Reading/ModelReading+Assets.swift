import Tables

extension ModelReading {
  /// The assets of all tables, each in a zone of the model and with a name of its own.
  mutating func assets(of files: ModelFiles) -> [ReadAsset] {
    var result: [ReadAsset] = []
    var owners: [String: (kind: String, place: Place)] = [:]
    let zones = setting.zones.map(\.name)
    let known = (zones: Set(zones), heatZones: Set(setting.heatZones.map(\.name)))
    for (kind, table) in files.tables {
      for entry in kind.read(table, &log) {
        let name = entry.asset.name
        if name.isEmpty {
          result.append(inZone(entry, zones, known))
          continue
        }
        if name == NodalBalance.linesName {
          log.append(
            entry.row.issue(
              field: "name",
              rule: "is the name that results give all lines of a zone together",
              fix: "Give the asset another name."
            )
          )
        }
        if let other = owners[name], other.kind != kind.type.name {
          log.append(
            entry.row.issue(
              field: "name",
              rule: "is taken by \(other.place.file):\(other.place.line ?? 0)",
              fix: "Give every asset of the model its own name."
            )
          )
        }
        owners[name] = (kind.type.name, entry.row.place)
        result.append(inZone(entry, zones, known))
      }
    }
    refuseHeatZonesNamedAsAssets(Set(owners.keys))
    if files.tables.isEmpty, files.areTablesReadable {
      log.error(
        at: Place(file: root.place.file),
        rule: "the model has no assets",
        fix: "Add tables such as assets/coal.csv; see `gridflex describe`."
      )
    }
    setting.windAndSolarCapacity = result.reduce(0) { sum, entry in
      let facts = entry.asset.facts
      return sum + (facts.technology.isWind || facts.technology.isSolar ? facts.capacity : 0)
    }
    return result
  }

  private mutating func inZone(
    _ read: ReadAsset,
    _ zones: [String],
    _ known: (zones: Set<String>, heatZones: Set<String>)
  ) -> ReadAsset {
    var entry = inHeatZone(read, known.heatZones)
    if entry.asset.zone.isEmpty, zones.count == 1 {
      entry.asset.zone = zones[0]
      return entry
    }
    for use in entry.asset.zones where !zones.isEmpty && !known.zones.contains(use.name) {
      log.append(
        entry.row.issue(
          field: use.field,
          value: use.name,
          rule: "is not a zone of the model",
          fix: NearestName.fix(use.name, among: zones)
        )
      )
    }
    return entry
  }

  /// What assets name beside series and zones, and the rules that join parameters.
  ///
  /// The rules are asked only where the whole row could be read and its series are there.
  mutating func checkRules(of assets: [ReadAsset]) {
    let known = ModelHeader.fields.map(\.name) + ModelSection.keys
    let hasUnknownKey = root.keys.contains { !known.contains($0) }
    for entry in assets {
      var complaints: [Complaint] = []
      if !(setting.fuels.isEmpty && hasUnknownKey) {
        complaints += entry.asset.unknownNames(in: setting)
      }
      if entry.isSound, entry.profiles.allSatisfy({ setting.series[$0.series] != nil }) {
        complaints += entry.asset.complaints(in: setting)
      }
      for complaint in complaints {
        log.append(
          entry.row.issue(
            complaint.severity,
            field: complaint.field,
            rule: complaint.rule,
            fix: complaint.fix
          )
        )
      }
    }
  }
}
