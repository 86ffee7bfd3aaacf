import Arguments
import Exchange
import Tables

/// `gridflex import`: writes a model from the network of another program.
enum ImportCommand {
  static let command = Command(
    "import",
    summary: "Write a model from the network of another program.",
    arguments: [
      ("FORMAT", "What NETWORK is: \(formats.map(\.name).joined(separator: ", "))."),
      ("NETWORK", "The folder of the network, or its netCDF file."),
      ("OUT", "The model folder to write; only an earlier import is replaced."),
    ],
    words: formats.map(\.name),
    options: [.init(ModelArguments.quiet)],
    action: run
  )

  /// Each format with what imports it.
  private static let formats: [(name: String, run: @Sendable (String, String) -> Int32)] = [
    ("pypsa", { tell($0, $1, PyPSAImport.run) }), ("rts-gmlc", { tell($0, $1, RTSGMLCImport.run) }),
    ("genx", { tell($0, $1, GenXImport.run) }),
  ]

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    Interruption.listen("this is done in a moment; again to quit at once") {}
    let word = line.arguments[0]
    guard let format = formats.first(where: { $0.name == word }) else {
      let names = formats.map(\.name)
      let fix = NearestName.of(word, among: names).map { "did you mean '\($0)'?" }
      Console.message(
        "gridflex: '\(word)' is no format to import; \(fix ?? "formats: " + names.joined(separator: ", "))\n"
          + "try 'gridflex import --help'\n"
      )
      return ExitCode.wrongUsage
    }
    return format.run(line.arguments[1], line.arguments[2])
  }

  @Sendable private static func tell(
    _ folder: String,
    _ path: String,
    _ run: (String, String) throws(PyPSAImport.Failure) -> PyPSAImport.Outcome
  ) -> Int32 {
    let outcome: PyPSAImport.Outcome
    do throws(PyPSAImport.Failure) {
      outcome = try run(folder, path)
    } catch {
      switch error {
      case .input(let error, let table):
        IssueText.tell(error.issues, of: folder)
        if let table { keep(table, beside: path) }
        return error.exitCode
      case .output(let error):
        Console.message("gridflex: \(error)\n")
        return ExitCode.cannotWrite
      }
    }
    IssueText.tell(outcome.issues, of: path)
    for difference in outcome.differences where difference.kind != .descriptive {
      Console.message("\(difference)\n")
    }
    let rules = outcome.differences.count { $0.kind != .descriptive }
    let options = outcome.options > 0 ? [count(outcome.options, "option")] : []
    let sizes =
      ([count(outcome.zones, "zone"), count(outcome.assets, "asset")] + options + [
        count(outcome.hours, "hour")
      ]).joined(separator: ", ")
    return Console.finish(
      "\(path): \(sizes); \(count(rules, "rule")) not carried over or changed, "
        + "see not-carried-over.csv\ntry 'gridflex \(outcome.options > 0 ? "plan" : "dispatch") \(path)'\n",
      with: ExitCode.success,
      writtenTo: path
    )
  }

  /// Keeps the list of what would not have been carried over, beside where the model would have been.
  private static func keep(_ table: String, beside path: String) {
    let plain = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let file = plain + "-not-carried-over.csv"
    do throws(OutputError) {
      var text = try TextFile(file)
      text.write(table)
      guard try text.finish() else { return }
      Console.message("what would not have been carried over is listed in \(file)\n")
    } catch {
      Console.message("gridflex: \(error)\n")
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(NumberText.grouped(Double(number))) \(word)\(number == 1 ? "" : "s")"
  }
}
