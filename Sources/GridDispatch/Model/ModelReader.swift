public import Grid

/// Reads a model folder into a checked ``GridModel``.
public enum ModelReader {
  /// Reads and validates the model.
  ///
  /// - Parameters:
  ///   - folder: The model folder.
  ///   - options: What the command line changes.
  /// - Returns: The model, with warnings and notes in ``GridModel/issues``.
  /// - Throws: `InputError` with every issue found.
  public static func read(
    folder: String,
    options: ModelOptions = ModelOptions()
  ) throws(InputError) -> GridModel {
    var log = IssueLog()
    let plain = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let files = ModelFiles(folder: plain, changes: options.changes, log: &log)
    guard let files, let root = YAMLMapping(files.root, log: &log) else {
      try log.throwIfErrors()
      throw .invalid(log.sorted())
    }
    var reading = ModelReading(root: root, folder: plain, options: options, log: log)
    let read = reading.assets(of: files)
    reading.loadSeries(of: read)
    reading.checkRules(of: read)
    let goals = reading.goals(beside: read.map(\.asset.name))
    PlausibilityCheck.run(
      setting: reading.setting,
      assets: read,
      goals: goals,
      log: &reading.log
    )
    try reading.log.throwIfErrors()
    return GridModel(
      setting: reading.setting,
      assets: read.map(\.asset),
      goals: goals,
      issues: reading.log.sorted(),
      resolved: ResolvedModel.files(
        of: files,
        library: &reading.library,
        setting: reading.setting
      )
    )
  }
}

/// The steps of reading, which share the log and the setting they fill.
struct ModelReading {
  private(set) var setting = Setting()
  var library: SeriesLibrary
  var log: IssueLog
  private let root: YAMLMapping

  private static let sections = [
    "extends", "name", "title", "year", "start", "hours", "time-zone", "currency", "commitment",
    "carbon-price", "zones", "fuels", "reserve", "deep-peak", "series", "goals",
  ]

  init(root: YAMLMapping, folder: String, options: ModelOptions, log: IssueLog) {
    self.root = root
    self.log = log
    root.refuseUnknown(known: Self.sections, log: &self.log)
    let horizon = Self.modelHorizon(root, log: &self.log)
    var declarations: [SeriesDeclaration] = []
    if let series = root.mapping("series", log: &self.log) {
      declarations = SeriesDeclaration.read(series, folder: folder, log: &self.log)
    }
    library = SeriesLibrary(
      declarations: declarations,
      dataFolder: options.dataFolder,
      model: horizon
    )
    setting.modelHorizon = horizon
    setting.horizon = window(options)
    readSetting()
  }

  /// The hours of the whole model.
  private static func modelHorizon(_ root: YAMLMapping, log: inout IssueLog) -> Horizon {
    let year = root.integer("year", in: 1900...2200, required: true, log: &log) ?? 2000
    let start = root.time("start", log: &log) ?? TimeStamp(year: year, month: 1, day: 1)
    if start.year != year {
      log.error(
        at: root.place(of: "start"),
        field: "start",
        value: start.description,
        rule: "must lie in the year \(year)",
        mend: "Change start or year."
      )
    }
    let inYear = TimeStamp(year: year + 1, month: 1, day: 1)
      .hours(since: TimeStamp(year: year, month: 1, day: 1))
    let hours = root.integer("hours", in: 1...87_840, log: &log) ?? inYear
    return Horizon(start: start, hours: hours)
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
        mend: "The model runs from \(whole.start) for \(whole.hours) h."
      )
      return whole
    }
    return window
  }

  private mutating func readSetting() {
    setting.name = root.text("name", required: true, log: &log) ?? ""
    setting.title = root.text("title", log: &log) ?? setting.name
    setting.currency = root.text("currency", log: &log) ?? "CNY"
    setting.commitment = root.choice("commitment", log: &log) ?? .linear
    setting.carbonPrice =
      root.profile("carbon-price", in: 0...10_000, log: &log) ?? .constant(0)
    if let zone = root.text("time-zone", log: &log), zone != "UTC+8" {
      log.error(
        at: root.place(of: "time-zone"),
        field: "time-zone",
        value: zone,
        rule: "must be UTC+8",
        mend: "Give times in Beijing time, without summer time."
      )
    }
    setting.zones = root.mappings("zones", required: true, log: &log).map {
      $0.read(fields: Zone.fields, prototype: Zone(), log: &log)
    }
    setting.fuels = root.mappings("fuels", log: &log).map {
      $0.read(fields: Fuel.fields, prototype: Fuel(), log: &log)
    }
    if let reserve = root.mapping("reserve", log: &log) {
      setting.reserve = reserve.read(
        fields: ReservePolicy.fields,
        prototype: ReservePolicy(),
        log: &log
      )
    }
    readDeepPeak()
    refuseRepeats(setting.zones.map(\.name), in: "zones")
    refuseRepeats(setting.fuels.map(\.name), in: "fuels")
    if setting.zones.count > 1 {
      log.error(
        at: root.place(of: "zones"),
        field: "zones",
        value: "\(setting.zones.count) zones",
        rule: "a model has one zone: corridors between zones cannot be stated yet",
        mend: "Model each zone by itself, with its exchange as an asset."
      )
    }
  }

  private mutating func readDeepPeak() {
    guard let mapping = root.mapping("deep-peak", log: &log) else { return }
    setting.deepPeak = mapping.read(
      fields: DeepPeakPolicy.fields,
      prototype: DeepPeakPolicy(),
      besides: ["tiers"],
      log: &log
    )
    setting.deepPeak.tiers = mapping.mappings("tiers", log: &log).map {
      $0.read(
        fields: DeepPeakPolicy.Tier.fields,
        prototype: DeepPeakPolicy.Tier(),
        log: &log
      )
    }
    let baselines = setting.deepPeak.tiers.map(\.baseline)
    if zip(baselines, baselines.dropFirst()).contains(where: { $0 <= $1 }) {
      log.error(
        at: mapping.place(of: "tiers"),
        field: "deep-peak/tiers",
        rule: "tiers must stand from the highest baseline down",
        mend: "Sort the tiers."
      )
    }
  }

  private mutating func refuseRepeats(_ names: [String], in section: String) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      log.error(
        at: root.place(of: section),
        field: section,
        value: name,
        rule: "is there twice",
        mend: "Give each its own name."
      )
    }
  }
}

// MARK: - Assets

extension ModelReading {
  /// The assets of all tables, each in a zone of the model and with a name of its own.
  mutating func assets(of files: ModelFiles) -> [ReadAsset] {
    var result: [ReadAsset] = []
    var owners: [String: (kind: String, place: Place)] = [:]
    for (kind, table) in files.tables {
      for entry in kind.read(table, &log) {
        let name = entry.asset.name
        if let other = owners[name], other.kind != kind.type.name {
          log.append(
            entry.row.issue(
              field: "name",
              rule: "is taken by \(other.place.file):\(other.place.line ?? 0)",
              mend: "Give every asset of the model its own name."
            )
          )
        }
        owners[name] = (kind.type.name, entry.row.place)
        result.append(inZone(entry))
      }
    }
    if files.tables.isEmpty {
      log.error(
        at: Place(file: root.place.file),
        rule: "the model has no assets",
        mend: "Add tables such as assets/coal.csv; see `gridflex describe`."
      )
    }
    setting.windAndSolarCapacity = result.reduce(0) { sum, entry in
      let facts = entry.asset.facts
      return sum + (facts.technology.isWind || facts.technology.isSolar ? facts.capacity : 0)
    }
    return result
  }

  private mutating func inZone(_ entry: ReadAsset) -> ReadAsset {
    let zones = setting.zones.map(\.name)
    if entry.asset.zone.isEmpty, zones.count == 1 {
      return ReadAsset(
        asset: entry.settingZone(zones[0]),
        row: entry.row,
        profiles: entry.profiles,
        settingZone: entry.settingZone
      )
    }
    if !zones.contains(entry.asset.zone) {
      log.append(
        entry.row.issue(
          field: "zone",
          value: entry.asset.zone,
          rule: "is not a zone of the model",
          mend: NearestName.mend(entry.asset.zone, among: zones)
        )
      )
    }
    return entry
  }

  /// Rules that join parameters, once all series are there.
  mutating func checkRules(of assets: [ReadAsset]) {
    guard !log.hasErrors else { return }
    for entry in assets {
      for complaint in entry.asset.complaints(in: setting) {
        log.append(
          entry.row.issue(
            complaint.severity,
            field: complaint.field,
            rule: complaint.rule,
            mend: complaint.mend
          )
        )
      }
    }
  }
}

// MARK: - Series

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

// MARK: - Goals

extension ModelReading {
  /// The goals, with their thresholds settled and their metrics known.
  mutating func goals(beside assets: [String]) -> [Goal] {
    let names = MetricCatalogue.all.map(\.name)
    let goals = root.mappings("goals", log: &log).map { mapping in
      var goal = mapping.read(fields: Goal.fields, prototype: Goal(), log: &log)
      goal.place = mapping.place
      if !goal.settleThreshold() {
        log.error(
          at: mapping.place,
          field: "goals/\(goal.id)",
          rule: "has several thresholds",
          mend: "Keep one of at-least, at-most, above, below, about."
        )
      }
      guard let metric = MetricCatalogue.metric(named: goal.metric) else {
        log.error(
          at: mapping.place(of: "metric"),
          field: "metric",
          value: goal.metric,
          rule: "is not a known metric",
          mend: NearestName.mend(goal.metric, among: names)
        )
        return goal
      }
      if let variant = goal.variant, !metric.variants.contains(variant) {
        log.error(
          at: mapping.place(of: "variant"),
          field: "variant",
          value: variant,
          rule: "is not a variant of \(metric.name)",
          mend: NearestName.mend(variant, among: metric.variants)
        )
      }
      if let asset = goal.asset, !assets.contains(asset) {
        log.error(
          at: mapping.place(of: "asset"),
          field: "asset",
          value: asset,
          rule: "is not an asset of the model",
          mend: NearestName.mend(asset, among: assets)
        )
      }
      return goal
    }
    refuseRepeats(goals.map(\.id), in: "goals")
    return goals
  }
}
