import Exchange
import Tables

/// A model's workbook as a file that appears whole or not at all, and replaces none.
enum WorkbookFile {
  /// Writes the files of a model folder as a workbook; the exit code.
  static func write(
    _ files: [(path: String, bytes: [UInt8])],
    of folder: String,
    to path: String
  ) throws -> Int32 {
    guard !FileSource.isFile(path), !FileSource.isFolder(path) else {
      throw OutputError.taken(path: path)
    }
    let outcome = try FolderToWorkbook.convert(
      files,
      of: folder,
      to: FileSource.folder(of: path)
    )
    IssueText.tell(outcome.issues, of: folder)
    var file = try TextFile(path)
    file.write(outcome.bytes)
    _ = try file.finish()
    let text = "\(path): a model in \(outcome.sheets) sheets\n"
    return Console.finish(text, with: ExitCode.success, writtenTo: path)
  }
}
