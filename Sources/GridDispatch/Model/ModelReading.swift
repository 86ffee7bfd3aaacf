import Grid

/// The steps of reading, which share the log and the setting they fill.
struct ModelReading {
  var setting = Setting()
  var library: SeriesLibrary
  var log: IssueLog
  let root: YAMLMapping

  static let sections = [
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

  mutating func refuseRepeats(_ names: [String], in section: String) {
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
