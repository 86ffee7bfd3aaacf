package import Tables

/// A model folder whose zones, assets and options are read and checked, its goals not yet.
///
/// What goals can be stated in is known to who judges them: they are read there, and ``model(goals:)`` completes the
/// model.
package struct ModelDraft {
  /// The steps of reading, with the log and the setting they fill.
  package var reading: ModelReading
  /// The assets with the places they were read from.
  package let assets: [ReadAsset]
  /// Whether every table could be read.
  package let areTablesReadable: Bool
  /// Whether all zones and assets could be read.
  package let isComplete: Bool
  private let files: ModelFiles
  private let options: [CapacityOption]

  /// Reads and checks all but the goals.
  package init(folder: String, options: ModelOptions) throws(InputError) {
    var log = IssueLog()
    let plain = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let files = ModelFiles(folder: plain, changes: options.changes, log: &log)
    guard let files, let root = YAMLMapping(files.root, log: &log) else {
      try log.throwIfErrors()
      throw .invalid(log.sorted())
    }
    var reading = ModelReading(
      root: root,
      folder: plain,
      held: files.held,
      options: options,
      log: log
    )
    let read = reading.assets(of: files)
    let isComplete =
      files.areTablesReadable && read.allSatisfy(\.isSound)
      && !reading.log.hasErrors(below: "zones")
    LabelCheck.run(setting: reading.setting, assets: read, log: &reading.log)
    reading.loadSeries(of: read)
    reading.checkUnusedSeries()
    reading.checkRules(of: read)
    reading.checkDeepPeakPrices()
    if isComplete { reading.checkGreenContracts(of: read) }
    if isComplete { AssetLinks.check(read, in: reading.setting, &reading.log) }
    self.options = reading.options(
      of: read.map(\.asset),
      in: plain,
      changes: files.changes.effective
    )
    reading.readOptionLimits(of: self.options)
    NetworkCheck.run(
      setting: reading.setting,
      assets: read,
      options: self.options,
      isComplete: isComplete,
      log: &reading.log
    )
    HeatCheck.run(
      setting: reading.setting,
      assets: read,
      isComplete: isComplete && !reading.log.hasErrors(below: "heat-zones"),
      log: &reading.log
    )
    PlausibilityCheck.run(
      setting: reading.setting,
      library: reading.library,
      assets: read,
      isComplete: isComplete,
      root: reading.root,
      log: &reading.log
    )
    self.reading = reading
    self.files = files
    self.isComplete = isComplete
    areTablesReadable = files.areTablesReadable
    assets = read
  }

  /// The checked model with its goals, cut to the hours that it solves.
  package consuming func model(goals: [Goal]) throws(InputError) -> GridModel {
    try reading.log.throwIfErrors()
    return GridModel(
      setting: reading.setting,
      assets: assets.map(\.asset),
      settledGoals: goals,
      options: options,
      issues: reading.log.sorted(),
      resolved: ResolvedModel.files(
        of: files,
        library: &reading.library,
        setting: reading.setting
      ),
      series: reading.series,
      changes: files.changes.effective
    )
  }
}
