import Arguments
import Tables
import Workbooks

/// `gridflex new`: writes the tutorial model, which is commented, to start from.
enum NewCommand {
  static let command = Command(
    "new",
    summary: "Write a small commented model to start from.",
    arguments: [("DIR", "A folder that does not exist yet, or is empty.")],
    options: [.init(workbook), .init(ModelArguments.quiet)],
    action: run
  )

  private static let workbook = Option.flag(
    "xlsx",
    help: "Write it as one Excel workbook, named DIR or DIR.xlsx."
  )

  /// The files of `GridModels/tutorial`, which the build puts into the command.
  private static let files: [(path: String, bytes: [UInt8])] = [
    ("model.yaml", PackageResources.model_yaml),
    ("README.md", PackageResources.README_md),
    ("options.csv", PackageResources.options_csv),
    ("sources.csv", PackageResources.sources_csv),
    ("assets/battery.csv", PackageResources.battery_csv),
    ("assets/coal.csv", PackageResources.coal_csv),
    ("assets/exchange.csv", PackageResources.exchange_csv),
    ("assets/interruptible-load.csv", PackageResources.interruptible_load_csv),
    ("assets/pumped-hydro.csv", PackageResources.pumped_hydro_csv),
    ("assets/shiftable-load.csv", PackageResources.shiftable_load_csv),
    ("assets/solar.csv", PackageResources.solar_csv),
    ("assets/wind.csv", PackageResources.wind_csv),
    ("series/hours.csv", PackageResources.hours_csv),
  ]

  /// The model under the name of its folder, so that its results do not replace another's.
  ///
  /// A folder whose name is no plain word keeps the tutorial's.
  private static func named(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
    guard isPlain, NameRule.looksLikeName(name), NameRule.check(name) == nil, name != "null"
    else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    return Array(text.replacing("\nname: tutorial\n", with: "\nname: \(name)\n").utf8)
  }

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    let path = line.arguments[0]
    Interruption.listen("this is done in a moment; again to quit at once") {}
    if line[workbook] { return writeWorkbook(path) }
    do throws(OutputError) {
      if AtomicFolder.isResult(path) { throw .foreignFolder(path: path) }
      var folder = try AtomicFolder(replacing: path)
      let name = FileSource.name(of: folder.path)
      for file in files {
        let isModel = file.path == "model.yaml"
        try folder.write(isModel ? named(name, file.bytes) : file.bytes, to: file.path)
      }
      try folder.commit()
    } catch {
      Console.message("gridflex: \(error)\n")
      return ExitCode.cannotWrite
    }
    let text = "\(path): a model of 48 hours\ntry 'gridflex dispatch \(path)'\n"
    return Console.finish(text, with: ExitCode.success, writtenTo: path)
  }

  /// Writes the model as a workbook.
  private static func writeWorkbook(_ given: String) -> Int32 {
    let path = WorkbookReader.isWorkbook(given) ? given : given + ".xlsx"
    let name = String(FileSource.name(of: path).dropLast(5))
    do {
      let files = files.map { file in
        (path: file.path, bytes: file.path == "model.yaml" ? named(name, file.bytes) : file.bytes)
      }
      let code = try WorkbookFile.write(files, of: ".", to: path)
      guard code == ExitCode.success else { return code }
      return Console.finish("try 'gridflex dispatch \(path)'\n", with: code, writtenTo: path)
    } catch let error as InputError {
      IssueText.tell(error.issues, of: path)
      return error.exitCode
    } catch {
      Console.message("gridflex: \(error)\n")
      return ExitCode.cannotWrite
    }
  }
}
