public import Tables

extension Report {
  /// Refuses a file that must not be replaced, before any work is done.
  ///
  /// A former report may be replaced, whatever it was made of; nothing else may.
  public static func check(_ path: String) throws(OutputError) {
    guard path != "-" else { return }
    guard !FileSource.isFolder(path) else {
      throw .notWritable(path: path, reason: "it is a folder")
    }
    if FileSource.isFile(path), !isReport(path) { throw .foreignFile(path: path) }
  }

  /// Whether a file is a report that this program wrote.
  static func isReport(_ path: String) -> Bool {
    var log = IssueLog()
    guard let bytes = FileSource.bytes(of: path, log: &log) else { return false }
    return bytes.starts(with: HTMLPage.mark.utf8)
      || bytes.suffix(WorkbookMark.text.utf8.count)
        .elementsEqual(WorkbookMark.text.utf8)
  }

  /// Writes the page, whole or not at all.
  public func writePage(to path: String, with library: ChartLibrary) throws(OutputError) {
    try Self.check(path)
    var file = try TextFile(path)
    file.write(HTMLPage(self).text(with: library))
    _ = try file.finish()
  }

  /// Writes the workbook, whole or not at all.
  public func writeWorkbook(to path: String) throws(OutputError) {
    try Self.check(path)
    let bytes = try Workbook(self).bytes(for: path)
    var file = try TextFile(path)
    file.write(bytes)
    _ = try file.finish()
  }
}
