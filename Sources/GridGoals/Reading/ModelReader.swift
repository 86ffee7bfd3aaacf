public import GridFormulation
public import Tables

/// Reads a model folder into a checked `GridModel`.
public enum ModelReader {
  /// Reads and validates the model.
  ///
  /// - Parameters:
  ///   - folder: The model folder.
  ///   - options: What the command line changes.
  /// - Returns: The model, with warnings and notes in `GridModel.issues`.
  /// - Throws: `InputError` with every issue found.
  public static func read(
    folder: String,
    options: ModelOptions = ModelOptions()
  ) throws(InputError) -> GridModel {
    var draft = try ModelDraft(folder: folder, options: options)
    let names = draft.areTablesReadable ? draft.assets.map(\.asset.name) : nil
    let goals = draft.reading.goals(beside: names)
    GoalPlausibility.check(
      goals,
      beside: draft.isComplete ? draft.assets.map(\.asset) : nil,
      in: draft.reading.setting,
      log: &draft.reading.log
    )
    let setting = draft.reading.setting
    return try draft.model(goals: goals.map { $0.settled(over: setting) })
  }
}
