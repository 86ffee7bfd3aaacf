import Arguments
import Exchange
import GridDispatch
import GridFormulation
import GridPlanning
import Hourly
import LinearProgramming
import Tables

/// `gridflex export`: writes the linear program of a model, or its network, for another solver.
enum ExportCommand {
  static let command = Command(
    "export",
    summary: "Write a model for another solver: its linear program, or a PyPSA network.",
    arguments: [ModelArguments.model],
    options: [
      .init(format), .init(output), .init(plan), .init(PlanArguments.goals),
      .init(PlanArguments.chosen), .init(ModelArguments.from), .init(ModelArguments.hours),
      .init(ModelArguments.changes), .init(ModelArguments.data), .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let format = Option.choice(
    "format",
    ["mps", "lp", "pypsa"],
    help: "Free MPS or CPLEX LP text. Required."
  )
  private static let output = Option.text(
    "output",
    "PATH",
    help: "The file to write, - for stdout; the folder for pypsa. Required."
  )

  private static let plan = Option.flag(
    "plan",
    help: "The program that sizes the model's options, its goals as rows."
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let monitor = SolveMonitor()
    Interruption.listen("stopping; again to quit at once") { monitor.cancel() }
    guard let format = line[format] else { return missing("--format mps|lp|pypsa") }
    guard let path = line[output] else { return missing("--output PATH") }
    let (input, code) = ModelArguments.read(line)
    guard var model = input?.model else { return code }
    if monitor.isCancelled { return stopped() }
    if line[plan], format == "pypsa" {
      Console.message("gridflex: --plan writes a program: --format mps|lp\n")
      return ExitCode.wrongUsage
    }
    for option in [PlanArguments.goals, PlanArguments.chosen]
    where line[option] != nil && !line[plan] {
      Console.message(
        "gridflex: --\(option.name) is of the program that sizes options: add --plan\n"
      )
      return ExitCode.wrongUsage
    }
    if format == "pypsa" { return writeNetwork(model, to: path) }
    guard line[plan] else {
      return write(model.formulated().build(), of: model, as: format, to: path, monitor)
    }
    var options = PlanOptions()
    switch PlanArguments.choose(line, in: &model) {
    case .success(let goals): options.goals = goals
    case .failure(let fault):
      Console.message("gridflex: \(fault.text)\n")
      return ExitCode.wrongUsage
    }
    do {
      let program = try Planner.program(of: model, options: options, monitor: monitor)
      return write(program, of: model, as: format, to: path, monitor)
    } catch {
      Console.message("gridflex: internal error: \(error)\n")
      return ExitCode.internalError
    }
  }

  /// Writes the linear program.
  private static func write(
    _ program: LinearProgram,
    of model: GridModel,
    as format: String,
    to path: String,
    _ monitor: SolveMonitor
  ) -> Int32 {
    do throws(OutputError) {
      var file = try TextFile(path) { monitor.isCancelled }
      if format == "mps" {
        MPSWriter.write(program, name: model.name, to: &file)
      } else {
        LPWriter.write(program, to: &file)
      }
      guard try file.finish() else { return stopped() }
    } catch {
      Console.message("gridflex: \(error)\n")
      return ExitCode.cannotWrite
    }
    guard path != "-" else { return ExitCode.success }
    let rows = NumberText.grouped(Double(program.rowCount))
    let columns = NumberText.grouped(Double(program.columnCount))
    return Console.finish(
      "\(path): \(rows) rows, \(columns) columns\n",
      with: ExitCode.success,
      writtenTo: path
    )
  }

  /// Writes a PyPSA folder and tells what it does not carry over.
  private static func writeNetwork(_ model: GridModel, to path: String) -> Int32 {
    guard path != "-" else {
      Console.message("gridflex: --format pypsa writes a folder, not to stdout\n")
      return ExitCode.wrongUsage
    }
    let differences: [PyPSADifference]
    do throws(OutputError) {
      differences = try PyPSAFolder.write(model, to: path)
    } catch {
      Console.message("gridflex: \(error)\n")
      return ExitCode.cannotWrite
    }
    for difference in differences { Console.message("\(difference)\n") }
    let count = "\(differences.count) rule\(differences.count == 1 ? "" : "s")"
    return Console.finish(
      "\(path): \(model.horizon.hours) snapshots, \(count) not carried over\n",
      with: ExitCode.success,
      writtenTo: path
    )
  }

  private static func stopped() -> Int32 {
    Console.message("gridflex: stopped; nothing was written\n")
    return ExitCode.stopped
  }

  private static func missing(_ option: String) -> Int32 {
    Console.message("gridflex: \(option) is missing\ntry 'gridflex export --help'\n")
    return ExitCode.wrongUsage
  }
}
