import Foundation
import Grid
import GridDispatch
import LinearProgramming

/// Measures reading, building and solving of model folders, one line each.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    var options = DispatchOptions()
    var reading = ModelOptions()
    var folders: [String] = []
    for argument in arguments {
      if argument.hasPrefix("--method=") {
        options.method = DispatchOptions.Method(rawValue: String(argument.dropFirst(9))) ?? .auto
      } else if argument.hasPrefix("--hours=") {
        reading.hours = Int(argument.dropFirst(8))
      } else if argument.hasPrefix("--gap=") {
        options.gap = Double(argument.dropFirst(6)) ?? options.gap
      } else if argument.hasPrefix("--threads=") {
        options.threads = Int(argument.dropFirst(10)) ?? 2
      } else if argument.hasPrefix("--set=") {
        reading.changes.append(String(argument.dropFirst(6)))
      } else if argument == "--enforce-goals" {
        options.enforcesGoals = true
      } else {
        folders.append(argument)
      }
    }
    for folder in folders { try measure(folder, reading, options) }
  }

  private static func measure(
    _ folder: String,
    _ reading: ModelOptions,
    _ options: DispatchOptions
  ) throws {
    let clock = ContinuousClock()
    var grid: GridModel?
    let started = clock.now
    do throws(InputError) {
      grid = try ModelReader.read(folder: folder, options: reading)
    } catch {
      for issue in error.issues { print(issue) }
      return
    }
    let readTime = started.duration(to: clock.now)
    guard let grid else { return }
    for issue in grid.issues { print(issue) }
    var program: LinearProgram?
    let buildTime = clock.measure { program = Dispatch.formulated(grid).build() }
    if let program {
      print(
        "\(folder): read \(readTime), build \(buildTime), \(program.columnCount) columns, "
          + "\(program.rowCount) rows, \(program.entryCount) entries"
      )
    }
    var outcome: DispatchOutcome?
    let solveTime = try clock.measure { outcome = try Dispatch.run(grid, options: options) }
    print("solve \(solveTime)")
    switch outcome {
    case .solved(let result): report(result)
    case .infeasible(let report):
      print("infeasible, proved \(report.isProved) by \(report.margin)")
      for finding in report.findings { print(finding.start, finding.end, finding.text) }
    case .nothing(let reason): print(reason)
    case nil: break
    }
  }

  private static func report(_ result: DispatchResult) {
    print(
      result.status,
      "cost",
      result.cost,
      "bound",
      result.lowerBound,
      "gap",
      result.gap,
      result.method,
      "iterations",
      result.iterations
    )
    for message in result.messages { print("  ", message) }
    for kind in CostKind.allCases { print("  cost", kind.rawValue, result.cost(of: kind)) }
    for asset in result.assets {
      let energy = result.schedule.total(.power) { $0 == asset.name }
      print("  ", asset.name, "GWh", energy / 1000, "MW", asset.facts.capacity)
    }
    for verdict in result.verdicts {
      print(
        "  ",
        verdict.goal.id,
        verdict.value ?? .nan,
        verdict.verdict,
        verdict.remark ?? ""
      )
    }
  }
}
