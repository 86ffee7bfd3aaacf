import Arguments
import Grid
import GridDispatch
import Reporting

/// The argument and options that every command which reads a model shares.
enum ModelArguments {
  static let model = (name: "MODEL", help: "The model folder, which holds model.yaml.")

  static let from = Option<TimeStamp?>(
    "from",
    "TIME",
    absent: nil,
    help: "First hour, as 2030-01-31 or 2030-01-31T08:00."
  ) { text throws(UsageError) in
    if let time = TimeStamp(text) { return time }
    throw UsageError("must be a time such as 2030-01-31 or 2030-01-31T08:00")
  }

  static let hours = Option.integer(
    "hours",
    "N",
    in: 1...87_840,
    help: "Number of hours; all that follow without it."
  )

  static let changes = Option.repeated(
    "set",
    "PATH=VALUE",
    help: "Change a value, as assets/coal/NAME/column=value."
  ) { text throws(UsageError) in
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty { return text }
    throw UsageError("must be PATH=VALUE, such as reserve/up-share-of-load=0.05")
  }

  static let data = Option.text("data", "DIR", help: "The folder that ${data} stands for.")

  static let quiet = Option.flag("quiet", help: "No progress; issues are still told.")

  /// Reads the model of a command line and tells its issues; nil with the exit code where it fails.
  static func read(_ line: Command.Line) -> (model: GridModel?, code: Int32) {
    var options = ModelOptions()
    do {
      let used = try UsedOptions.read(beside: line.arguments[0])
      let isWindowAsked = line[from] != nil || line[hours] != nil
      options.from = isWindowAsked ? line[from] : used.flatMap { TimeStamp($0.from) }
      options.hours = isWindowAsked ? line[hours] : used?.hours
    } catch {
      Console.message("gridflex: \(error)\n")
      return (nil, ExitCode.badData)
    }
    options.changes = line[changes]
    options.dataFolder = line[data]
    let folder = line.arguments[0]
    do throws(InputError) {
      let model = try ModelReader.read(folder: folder, options: options)
      IssueText.tell(model.issues, of: folder)
      return (model, ExitCode.success)
    } catch {
      IssueText.tell(error.issues, of: folder)
      return (nil, error.exitCode)
    }
  }
}
