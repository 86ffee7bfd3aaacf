import Arguments
import GridFormulation
import GridGoals
import Hourly
import Reporting
import Tables

/// The argument and options that every command which reads a model shares.
enum ModelArguments {
  static let model = (
    name: "MODEL", help: "The model folder, which holds model.yaml, or its workbook (.xlsx)."
  )

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

  /// What a command line names: a model, and the options of the result that it is the model of.
  struct Input {
    var model: GridModel
    let used: UsedOptions?
  }

  /// Reads the model of a command line and tells its issues; nil with the exit code where it fails.
  ///
  /// The model of a result is read anew where a run replaces the result meanwhile.
  static func read(
    _ line: Command.Line,
    beforeTelling: () -> Void = {}
  ) -> (input: Input?, code: Int32) {
    let folder = line.arguments[0]
    guard let read = FileSource.whole(folder, read: { input(line) }) else {
      Console.message(
        "gridflex: \(folder) is replaced again and again; wait for the runs that do\n"
      )
      return (nil, ExitCode.badData)
    }
    beforeTelling()
    switch read {
    case .success(let input):
      IssueText.tell(input.model.issues, of: folder)
      return (input, ExitCode.success)
    case .failure(let error as InputError):
      IssueText.tell(error.issues, of: folder)
      return (nil, error.exitCode)
    case .failure(let error):
      Console.message("gridflex: \(error)\n")
      return (nil, ExitCode.badData)
    }
  }

  /// The model of a command line with more changes, its issues not told again.
  static func model(
    _ line: Command.Line,
    with changes: [String]
  ) throws(InputError) -> GridModel {
    switch input(line, with: changes) {
    case .success(let input): return input.model
    case .failure(let error as InputError): throw error
    case .failure(let error):
      throw .invalid([
        Place(file: line.arguments[0]).issue(.error, rule: String(describing: error))
      ])
    }
  }

  private static func input(
    _ line: Command.Line,
    with more: [String] = []
  ) -> Result<Input, any Error> {
    var options = ModelOptions()
    let used: UsedOptions?
    do {
      used = try UsedOptions.read(beside: line.arguments[0])
      let isWindowAsked = line[from] != nil || line[hours] != nil
      options.from = isWindowAsked ? line[from] : used.flatMap { TimeStamp($0.from) }
      options.hours = isWindowAsked ? line[hours] : used?.hours
    } catch {
      return .failure(error)
    }
    options.changes = line[changes] + more
    options.dataFolder = line[data]
    do throws(InputError) {
      let model = try ModelReader.read(folder: line.arguments[0], options: options)
      return .success(Input(model: model, used: used))
    } catch {
      return .failure(error)
    }
  }
}
