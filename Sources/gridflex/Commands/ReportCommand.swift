import Arguments
import Foundation
import Reports
import Tables

/// `gridflex report`: tables and pictures of results, as a page that stands alone or as a workbook.
enum ReportCommand {
  static let command = Command(
    "report",
    summary: "Write tables and pictures of results as a page or a workbook.",
    arguments: [
      ("RESULT...", "Result folders of `gridflex dispatch` or `plan`; several stand side by side.")
    ],
    options: [
      .init(language), .init(units), .init(output), .init(ModelArguments.quiet),
    ],
    action: run
  )

  private static let language = Option.choice(
    "language",
    Language.allCases.map(\.rawValue),
    defaultText: "zh where the locale is Chinese, else en",
    help: "The language of the report."
  )
  private static let units = Option.choice(
    "units",
    UnitSystem.allCases.map(\.rawValue),
    defaultText: "cn in Chinese, si in English",
    help: "10,000 kW and 100 GWh as plans in China count, or MW and GWh."
  )
  private static let output = Option.text(
    "output",
    "FILE",
    defaultText: "the first result's name with .html, beside it",
    help:
      "The file to write: .html for a page, .xlsx for a workbook; only a former report is replaced."
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let paths = line.arguments
    let path = line[output] ?? beside(paths[0])
    let isWorkbook = path.lowercased().hasSuffix(".xlsx")
    guard isWorkbook || path == "-" || path.lowercased().hasSuffix(".html") else {
      Console.message("gridflex report: --output must end in .html or .xlsx, not '\(path)'\n")
      return ExitCode.wrongUsage
    }
    do {
      try Report.check(path)
      let library = isWorkbook ? nil : try ChartLibrary.read()
      let environment = ProcessInfo.processInfo.environment
      let language =
        line[language].flatMap(Language.init) ?? .preferred(in: environment)
      let report = try Report(of: paths, in: language, units: line[units].flatMap(UnitSystem.init))
      for note in report.notes { Console.message("gridflex: \(note)\n") }
      if let library {
        try report.writePage(to: path, with: library)
      } else {
        try report.writeWorkbook(to: path)
      }
    } catch let error as InputError {
      IssueText.tell(error.issues, of: "gridflex report")
      return error.exitCode
    } catch let error as OutputError {
      return SolveArguments.cannotWrite(error)
    } catch {
      Console.message("gridflex: internal error: \(error)\n")
      return ExitCode.internalError
    }
    guard path != "-" else { return ExitCode.success }
    return Console.finish("report in \(path)\n", with: ExitCode.success, writtenTo: path)
  }

  /// The page of a result, beside its folder: what is in a result folder stays what a run wrote.
  private static func beside(_ result: String) -> String {
    var folder = result
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    // The folder of `.` or `..` has a name only where it lies.
    if folder.hasSuffix(".") { folder = URL(filePath: folder).standardizedFileURL.path }
    return folder + ".html"
  }
}
