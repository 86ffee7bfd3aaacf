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
    let isComplete =
      files.areTablesReadable && read.allSatisfy(\.isSound)
      && !reading.log.hasErrors(below: "zones")
    reading.loadSeries(of: read)
    reading.checkUnusedSeries()
    reading.checkRules(of: read)
    reading.checkDeepPeakPrices()
    if isComplete { reading.checkGreenContracts(of: read) }
    if isComplete { AssetLinks.check(read, in: reading.setting, &reading.log) }
    let goals = reading.goals(beside: files.areTablesReadable ? read.map(\.asset.name) : nil)
    let options = reading.options(of: read.map(\.asset))
    NetworkCheck.run(
      setting: reading.setting,
      assets: read,
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
      goals: goals,
      root: reading.root,
      log: &reading.log
    )
    try reading.log.throwIfErrors()
    return GridModel(
      setting: reading.setting,
      assets: read.map(\.asset),
      goals: goals,
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
