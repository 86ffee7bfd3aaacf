import GridFormulation
import Hourly
package import Tables
import Workbooks

/// Writes the sheets of a workbook as the files of a model folder.
package struct WorkbookToFolder {
  /// What was made: the files, and what is to be told.
  package struct Outcome {
    /// The path of each file in the folder, with its bytes.
    package let files: [(path: String, bytes: [UInt8])]
    /// Warnings and notes.
    package let issues: [Issue]
  }

  /// Makes the files of a folder.
  ///
  /// - Parameters:
  ///   - workbook: The path of the workbook.
  ///   - folder: The folder that is to be, from which paths in model.yaml are seen then.
  /// - Returns: The files, and what is to be told.
  /// - Throws: `InputError` with every cell that cannot be read.
  package static func convert(
    _ workbook: String,
    to folder: String
  ) throws(InputError) -> Outcome {
    var log = IssueLog()
    var files: [(path: String, bytes: [UInt8])] = []
    if let sheets = WorkbookReader.read(path: workbook, log: &log) {
      let (first, rest) = ModelWorkbook.parts(of: sheets)
      if let model = ModelWorkbook.model(of: first, in: workbook, log: &log) {
        let names = Set(ModelWorkbook.seriesFiles(of: model.root))
        let text = model.text(with: moved(model.root, rest, from: workbook, to: folder))
        files.append(("model.yaml", Array(text.utf8)))
        for sheet in rest {
          files.append(file(of: sheet, named: names, in: workbook, log: &log))
        }
      }
    }
    try log.throwIfErrors()
    return Outcome(files: files, issues: log.sorted())
  }

  /// The keys with the paths seen from the folder.
  private static func moved(
    _ root: YAMLNode,
    _ sheets: [Sheet],
    from workbook: String,
    to folder: String
  ) -> YAMLNode {
    let place = FileSource.folder(of: workbook)
    let held = sheets.map { (name: $0.name, file: SheetNames.file(of: $0.name)) }
    return ModelPaths.replaced(
      in: root,
      extends: { RelativePath.moved($0, from: place, to: folder) },
      file: { file in
        if file.hasPrefix(SeriesDeclaration.dataMark) { return file }
        let plain = FileSource.path(file, from: "")
        if let own = held.first(where: { $0.file == plain || $0.name == plain }) { return own.file }
        return RelativePath.moved(file, from: place, to: folder)
      }
    )
  }

  /// The file of a sheet; one that nothing names is kept as a table of notes.
  private static func file(
    of sheet: Sheet,
    named: Set<String>,
    in workbook: String,
    log: inout IssueLog
  ) -> (path: String, bytes: [UInt8]) {
    let own = SheetNames.file(of: sheet.name)
    let isRead = !own.hasPrefix("series/") || named.contains(own) || named.contains(sheet.name)
    let path = isRead ? own : "notes/\(sheet.name).csv"
    ModelWorkbook.tell(sheet, of: workbook, log: &log)
    if path.hasSuffix(".csv") {
      return (path, sheet.commaSeparated(keepingBlankRows: false).bytes)
    }
    var lines: [String] = []
    for row in sheet.rows {
      lines += Array(repeating: "", count: row.number - 1 - lines.count)
      lines.append(row.cells.map(\.text).joined(separator: "\t"))
    }
    return (path, Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}
