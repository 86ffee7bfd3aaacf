import Arguments
import GridDispatch
import Reporting
import Tables
import Verification

/// The options that every command which solves a model shares, and what such commands tell alike.
enum SolveArguments {
  static let threads = Option.integer(
    "threads",
    "N",
    in: 1...1024,
    help: "Threads that may work at once; all cores without it."
  )

  static func method(_ help: String) -> Option<String?> {
    Option.choice(
      "method",
      DispatchOptions.Method.allCases.map(\.rawValue),
      defaultText: "auto",
      help: help
    )
  }

  static func gap(_ help: String) -> Option<Double?> {
    Option.positive("gap", "SHARE", defaultText: "0.001", help: help)
  }

  static func format(_ help: String) -> Option<String?> {
    Option.choice("format", ["text", "json"], defaultText: "text", help: help)
  }

  static func timeLimit(_ help: String) -> Option<Double?> {
    Option.positive("time-limit", "SECONDS", help: help)
  }

  static let netCDF = Option.flag(
    "netcdf",
    help: "Write series.nc too, all series in one netCDF file."
  )

  static let csv = Option.choice(
    "csv",
    ["plain", "excel"],
    defaultText: "plain",
    help: "excel: write excel/ too, the series as Excel opens them."
  )

  static let language = Option.choice(
    "language",
    Language.allCases.map(\.rawValue),
    defaultText: "en",
    help: "Language of the headings in excel/."
  )

  /// The forms in which the series are written.
  static func forms(_ line: Command.Line) -> SeriesForms {
    let language = line[language].flatMap(Language.init) ?? .english
    return SeriesForms(
      hasNetCDF: line[netCDF],
      excel: line[csv] == "excel" ? language : nil
    )
  }

  /// Whether all that was said of the forms is used; tells what is not.
  static func usesForms(_ line: Command.Line) -> Bool {
    guard line[language] != nil, line[csv] != "excel" else { return true }
    Console.message(
      "gridflex: --language is that of the headings in excel/; add --csv excel or leave it out\n"
    )
    return false
  }

  /// What is wrong with a command line beside the form of its words.
  struct Fault: Error { let text: String }

  /// Tells what the check without the solver found; such a result is not written.
  static func tell(_ check: VerificationReport) -> Int32 {
    Console.message("gridflex: internal error: the schedule does not keep the model's rules\n")
    for violation in check.violations { Console.message("\(violation)\n") }
    return ExitCode.internalError
  }

  /// Tells where payments or prices are other than the schedule says.
  static func tell(_ differences: [Violation]) {
    for difference in differences {
      Console.message("gridflex: payments or prices differ from the schedule: \(difference)\n")
    }
  }

  static func cannotWrite(_ error: OutputError) -> Int32 {
    Console.message("gridflex: \(error)\n")
    return ExitCode.cannotWrite
  }
}
