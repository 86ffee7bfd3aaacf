import Grid

/// The steps of reading, which share the log and the setting they fill.
struct ModelReading {
  var setting = Setting()
  var library: SeriesLibrary
  var log: IssueLog
  let root: YAMLMapping

  init(root: YAMLMapping, folder: String, options: ModelOptions, log: IssueLog) {
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
    library = SeriesLibrary(
      declarations: declarations,
      dataFolder: options.dataFolder,
      model: horizon
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
        mend: "Change start or year."
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
        mend: "The model runs from \(whole.start) for \(whole.hours) h."
      )
      return whole
    }
    return window
  }

  private mutating func read(_ header: ModelHeader) {
    setting.name = header.name
    setting.title = header.title ?? header.name
    setting.currency = header.currency
    setting.commitment = header.commitment
    setting.carbonPrice = header.carbonPrice
  }

  private mutating func readSections() {
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
