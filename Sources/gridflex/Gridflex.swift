import Arguments
import Glibc
import LinearProgramming
import Reporting

/// The command `gridflex`: reads its line, runs the subcommand and answers its exit code.
@main
struct Gridflex {
  static let program: Program = Program(
    "gridflex",
    version: Version.text,
    summary: "Schedules the hourly dispatch of a power grid and judges policy goals on it.",
    commands: [
      CheckCommand.command, DispatchCommand.command, PlanCommand.command,
      ExplainCommand.command, ReportCommand.command, CompareCommand.command,
      BaselineCommand.command,
      ExportCommand.command, ImportCommand.command, ConvertCommand.command, DescribeCommand.command,
      NewCommand.command,
      CompletionCommand.command { Gridflex.program },
    ]
  )

  static func main() {
    Memory.returnLargeArrays()
    ProcessGuard.start()
    // Work that a stop left behind ends with the process, whatever it is at.
    _exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ words: [String]) -> Int32 {
    do {
      switch try program.parse(words) {
      case .print(let page): return Console.finish(page, with: ExitCode.success)
      case .run(let command, let line): return command.action(line)
      }
    } catch {
      Console.message(program.text(of: error))
      return ExitCode.wrongUsage
    }
  }
}
