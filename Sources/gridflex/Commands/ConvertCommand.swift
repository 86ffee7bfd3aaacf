import Arguments
import Exchange
import Tables
import Workbooks

/// `gridflex convert`: a model folder as one workbook, or a workbook as a folder.
enum ConvertCommand {
  static let command = Command(
    "convert",
    summary: "Write a model folder as an Excel workbook, or a workbook as a folder.",
    arguments: [
      ("MODEL", "A model folder, or a workbook (.xlsx)."),
      ("OUT", "The workbook to write, or the folder. Nothing is replaced."),
    ],
    options: [.init(ModelArguments.quiet)],
    action: run
  )

  @Sendable private static func run(_ line: Command.Line) -> Int32 {
    Interruption.listen("this is done in a moment; again to quit at once") {}
    let (source, path) = (line.arguments[0], line.arguments[1])
    let isWorkbook = FileSource.isFile(source) && WorkbookReader.isWorkbook(source)
    do {
      if isWorkbook {
        guard !WorkbookReader.isWorkbook(path) else {
          return refuse("\(path) is to be a folder, as \(source) is a workbook already")
        }
        return try toFolder(source, path)
      }
      guard WorkbookReader.isWorkbook(path) else {
        return refuse("\(path) must end in .xlsx, as \(source) is no workbook")
      }
      return try toWorkbook(source, path)
    } catch let error as InputError {
      IssueText.tell(error.issues, of: source)
      return error.exitCode
    } catch {
      Console.message("gridflex: \(error)\n")
      return ExitCode.cannotWrite
    }
  }

  private static func toFolder(_ source: String, _ path: String) throws -> Int32 {
    if AtomicFolder.isResult(path) { throw OutputError.foreignFolder(path: path) }
    var folder = try AtomicFolder(replacing: path)
    let outcome = try WorkbookToFolder.convert(source, to: folder.path)
    IssueText.tell(outcome.issues, of: source)
    for file in outcome.files { try folder.write(file.bytes, to: file.path) }
    try folder.commit()
    let text = "\(path): a model folder of \(outcome.files.count) files\n"
    return Console.finish(text, with: ExitCode.success, writtenTo: path)
  }

  private static func toWorkbook(_ source: String, _ path: String) throws -> Int32 {
    let files = try ModelFolderFiles.read(source)
    return try WorkbookFile.write(files, of: source, to: path)
  }

  private static func refuse(_ reason: String) -> Int32 {
    Console.message("gridflex: \(reason)\ntry 'gridflex convert --help'\n")
    return ExitCode.wrongUsage
  }
}
