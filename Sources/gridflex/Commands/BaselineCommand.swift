import Arguments
import Comparison
import Tables

/// `gridflex baseline`: stores what is to stay the same of a result in a small file.
enum BaselineCommand {
  static let command = Command(
    "baseline",
    summary: "Store what is to stay the same of a result, for 'gridflex compare'.",
    arguments: [
      ("RESULT", "A result folder of `gridflex dispatch` or `plan`."),
      ("FILE", "The JSON file to write; only an earlier baseline is replaced."),
    ],
    options: [.init(tolerance), .init(ModelArguments.quiet)],
    action: run
  )

  private static let tolerance = Option.text(
    "tolerance",
    "FILE",
    defaultText: "those of 'gridflex describe tolerance'",
    help: "A YAML file of tolerances, which are stored too."
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let path = line.arguments[1]
    let result: ComparedResult
    var tolerances = ToleranceSet.standard
    do throws(InputError) {
      if let file = line[tolerance] { tolerances = try ToleranceSet.read(path: file) }
      result = try ComparedResult.read(line.arguments[0])
    } catch {
      IssueText.tell(error.issues, of: line.arguments[0])
      return error.exitCode
    }
    do throws(OutputError) {
      try BaselineFile.write(result, tolerances: tolerances, to: path)
    } catch {
      return SolveArguments.cannotWrite(error)
    }
    guard path != "-" else { return ExitCode.success }
    let figures = result.record.figures.count + result.record.goals.count + 1
    return Console.finish(
      "\(path): \(figures) figures of \(result.record.model)\n",
      with: ExitCode.success,
      writtenTo: path
    )
  }
}
