import Hourly
package import Tables

/// The steps of reading, which share the log and the setting they fill.
package struct ModelReading {
  package var setting = Setting()
  var library: SeriesLibrary
  package var log: IssueLog
  /// What was read of each series, in the order in which they were first asked for.
  var series: [SeriesFacts] = []
  /// The names of those.
  var noted: Set<String> = []
  /// The series that were asked for, whether they could be read or not.
  var used: Set<String> = []
  package let root: YAMLMapping

  init(
    root: YAMLMapping,
    folder: String,
    held: HeldFiles,
    options: ModelOptions,
    log: IssueLog
  ) {
    self.root = root
    self.log = log
    let header = root.read(
      fields: ModelHeader.fields,
      prototype: ModelHeader(),
      besides: ModelSection.keys,
      log: &self.log
    )
    let horizon = Self.hours(of: header, root, log: &self.log)
    var declarations: [SeriesDeclaration] = []
    if let series = root.mapping("series", log: &self.log) {
      declarations = SeriesDeclaration.read(series, folder: folder, log: &self.log)
    }
    if let folder = options.dataFolder, !declarations.contains(where: \.isMeasured) {
      self.log.note(
        at: Place(file: "--data"),
        value: folder,
        rule: "is not read: no series of the model begins with `\(SeriesDeclaration.dataMark)`",
        fix: "Leave --data out, or write `file: \(SeriesDeclaration.dataMark)/…` for a series."
      )
    }
    library = SeriesLibrary(
      declarations: declarations,
      dataFolder: options.dataFolder,
      model: horizon,
      currency: header.currency,
      held: held
    )
    setting.modelHorizon = horizon
    setting.horizon = window(options)
    read(header)
    readSections()
  }

  /// The hours of the whole model.
  private static func hours(
    of header: ModelHeader,
    _ root: YAMLMapping,
    log: inout IssueLog
  ) -> Horizon {
    guard !log.hasErrors(below: "year") else {
      // The year is then that of the start, so that the fault is told once.
      var likely = header
      likely.year = header.start?.year ?? header.year
      return likely.horizon
    }
    if let start = header.start, start.year != header.year {
      log.error(
        at: root.place(of: "start"),
        field: "start",
        value: start.description,
        rule: "must lie in the year \(header.year)",
        fix: "Write the same year in `start` and in `year`."
      )
    }
    return header.horizon
  }

  /// The hours to solve.
  private mutating func window(_ options: ModelOptions) -> Horizon {
    let whole = setting.modelHorizon
    let start = options.from ?? whole.start
    let window = Horizon(
      start: start,
      hours: options.hours ?? max(whole.end.hours(since: start), 0)
    )
    guard window.hours > 0, window.within(model: whole) != nil else {
      log.error(
        at: Place(file: "--from"),
        value: "\(start), \(options.hours ?? 0) h",
        rule: "the window must lie in the model's hours",
        fix: "Choose hours within the \(whole.hours) h from \(whole.start)."
      )
      return whole
    }
    return window
  }

  private mutating func read(_ header: ModelHeader) {
    setting.name = header.name
    setting.title = header.title ?? header.name
    setting.currency = header.currency
    setting.isImported = header.importedFrom != nil
    setting.commitment = header.commitment
    setting.carbonPrice = header.carbonPrice
  }

  private mutating func readSections() {
    readZones()
    readHeatZones()
    setting.fuels = root.mappings("fuels", log: &log).map { mapping in
      var fuel = mapping.read(fields: Fuel.fields, prototype: Fuel(), log: &log)
      fuel.place = mapping.place(of: "price")
      return fuel
    }
    readDeepPeak()
    readCarbonMarket()
    readGreenContracts()
    refuseRepeats(setting.zones.map(\.name), in: "zones")
    refuseRepeats(setting.fuels.map(\.name), in: "fuels")
  }

  /// The zones with the reserve of each: the model's, changed by what the zone states.
  private mutating func readZones() {
    var common = ReservePolicy()
    if let reserve = root.mapping("reserve", log: &log) {
      common = reserve.read(fields: ReservePolicy.fields, prototype: common, log: &log)
    }
    var statedReserve: [String: String] = [:]
    setting.zones = root.mappings("zones", required: true, log: &log).map { mapping in
      var zone = mapping.read(
        fields: Zone.fields,
        prototype: Zone(),
        besides: ["reserve"],
        log: &log
      )
      zone.reserve = common
      zone.place = mapping.place
      if let own = mapping.mapping("reserve", log: &log) {
        zone.reserve = own.read(fields: ReservePolicy.fields, prototype: common, log: &log)
        if let area = zone.area, let other = statedReserve.updateValue(zone.name, forKey: area) {
          log.error(
            at: own.place,
            field: mapping.field("reserve"),
            rule: "is stated a second time for the area \(area), by the zone \(other) before",
            fix: "State the reserve of an area at one of its zones."
          )
        }
      }
      return zone
    }
    let ofAreas = statedReserve.mapValues { setting.reserve(in: $0) }
    setting.zones = setting.zones.map { zone in
      var zone = zone
      if let reserve = zone.area.flatMap({ ofAreas[$0] }) { zone.reserve = reserve }
      return zone
    }
    refuseAreasNamedAsZones()
  }

  private mutating func refuseAreasNamedAsZones() {
    let names = Set(setting.zones.map(\.name))
    for zone in setting.zones {
      guard let area = zone.area, area != zone.name, names.contains(area) else { continue }
      log.error(
        at: root.place(of: "zones"),
        field: "zones/\(zone.name)/area",
        value: area,
        rule: "is the name of another zone",
        fix: "Give the area a name of its own."
      )
    }
  }

  package mutating func refuseRepeats(_ names: [String], in section: String) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      log.error(
        at: root.place(of: section),
        field: section,
        value: name,
        rule: "is there twice",
        fix: "Give each its own name."
      )
    }
  }
}
