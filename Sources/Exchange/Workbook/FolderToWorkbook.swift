import GridFormulation
import Hourly
package import Tables
import Workbooks

/// Writes the files of a model folder into one workbook, a sheet each.
package struct FolderToWorkbook {
  /// What was made: the bytes, and what is to be told.
  package struct Outcome {
    /// The workbook.
    package let bytes: [UInt8]
    /// How many sheets it has.
    package let sheets: Int
    /// Warnings and notes.
    package let issues: [Issue]
  }

  /// The most bytes of a text in a cell, and of rows in a sheet.
  private static let (cellLimit, rowLimit) = (32_767, 1_048_576)

  private let folder: String
  private var log = IssueLog()
  /// The name of the sheet of each file that has one.
  private var names: [String: String] = [:]
  private var sheets: [(name: String, rows: [[String]], isTable: Bool)] = []

  /// Makes a workbook of the files of a folder.
  ///
  /// - Parameters:
  ///   - files: The path of each file in the folder, with its bytes; one is model.yaml.
  ///   - folder: Where they lie, from which the paths in model.yaml are seen.
  ///   - place: The folder of the workbook, from which they are seen then.
  /// - Returns: The workbook, and what is to be told.
  /// - Throws: `InputError` with every file that cannot be taken over.
  package static func convert(
    _ files: [(path: String, bytes: [UInt8])],
    of folder: String,
    to place: String
  ) throws(InputError) -> Outcome {
    var work = FolderToWorkbook(folder: folder)
    for file in files where file.path != "model.yaml" { work.add(file.path, file.bytes) }
    if let model = files.first(where: { $0.path == "model.yaml" }) {
      work.addModel(model.bytes, to: place)
    }
    try work.log.throwIfErrors()
    return try work.written()
  }

  private init(folder: String) { self.folder = folder }

  /// Adds the first sheet: the keys, with the paths seen from the workbook.
  private mutating func addModel(_ bytes: [UInt8], to place: String) {
    let path = folder + "/model.yaml"
    guard let root = YAMLReader.read(bytes, file: path, log: &log) else { return }
    var silent = IssueLog()
    let utf8 = TextEncoding.utf8(bytes, file: path, log: &silent)
    let text = String(decoding: utf8, as: UTF8.self)
    let (folder, names) = (folder, names)
    let moved = ModelPaths.replaced(
      in: root,
      extends: { RelativePath.moved($0, from: folder, to: place) },
      file: { file in
        if file.hasPrefix(SeriesDeclaration.dataMark) { return file }
        let inside = FileSource.path(file, from: "")
        if let sheet = names[inside] { return SheetNames.file(of: sheet) }
        return RelativePath.moved(file, from: folder, to: place)
      }
    )
    let rows = ModelWorkbook.rows(of: moved, commentsOf: text)
    sheets.insert((SheetNames.model, rows, true), at: 0)
  }

  /// Adds the sheet of a table or a text; of anything else it is told that it stays behind.
  private mutating func add(_ path: String, _ bytes: [UInt8]) {
    let isTable = path.hasSuffix(".csv")
    guard isTable || path.hasSuffix(".md") || path.hasSuffix(".yaml"), let name = name(for: path)
    else {
      log.warning(
        at: Place(file: folder + "/" + path),
        rule: "is not in the workbook",
        fix: "Only tables and texts whose names are short enough for a sheet are taken over."
      )
      return
    }
    let rows = isTable ? table(bytes, path) : lines(bytes, path)
    guard let rows else { return }
    names[path] = name
    sheets.append((name, rows, isTable))
  }

  /// A name for the sheet of a file that no other has; nil where there is none that can be read back.
  private func name(for path: String) -> String? {
    let name = SheetNames.sheet(of: path)
    func isFree(_ name: String) -> Bool {
      name.utf16.count <= WorkbookWriter.nameLimit
        && !sheets.contains { $0.name.lowercased() == name.lowercased() }
    }
    let isWritable =
      !name.contains { "[]:*?\\/".contains($0) } && !name.hasPrefix("'") && !name.hasSuffix("'")
    if isWritable, isFree(name) { return name }
    // A series is called by its sheet's name then: what names it is written anew.
    guard path.hasPrefix("series/") else { return nil }
    let stem = name.filter { !"[]:*?\\/'|".contains($0) }.prefix(WorkbookWriter.nameLimit - 4)
    return (1...999).lazy.map { "\(stem)~\($0)" }.first(where: isFree)
  }

  /// The cells of a table, with plain numbers where its own notation would be lost.
  private mutating func table(_ bytes: [UInt8], _ path: String) -> [[String]]? {
    let file = folder + "/" + path
    guard let table = CSVTexts.read(bytes, file: file, log: &log) else { return nil }
    for (index, row) in table.enumerated() {
      let place = Place(file: file, line: index + 1)
      if index == Self.rowLimit {
        log.error(
          at: place,
          rule: "a sheet has at most \(Self.rowLimit) rows",
          fix: "Cut the file to the hours that are needed, or name it with `${data}`."
        )
        return nil
      }
      if let column = row.firstIndex(where: { $0.utf16.count > Self.cellLimit }) {
        log.error(
          at: Place(file: file, line: index + 1, column: column + 1),
          rule: "a cell of a sheet has at most \(Self.cellLimit) letters",
          fix: "Shorten the text."
        )
        return nil
      }
    }
    return table
  }

  /// The lines of a text, one a row.
  private mutating func lines(_ bytes: [UInt8], _ path: String) -> [[String]]? {
    let utf8 = TextEncoding.utf8(bytes, file: folder + "/" + path, log: &log)
    guard let text = String(validating: utf8, as: UTF8.self) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines.map { [$0] }
  }

  private consuming func written() throws(InputError) -> Outcome {
    func failed(_ reason: String) -> InputError {
      .invalid([Issue(file: folder, rule: "cannot be made a workbook: \(reason)")])
    }
    guard var writer = WorkbookWriter.opened() else {
      throw failed("there is no memory, or no place for temporary files")
    }
    var refused: String?
    for sheet in sheets
    where !writer.add(sheet: sheet.name, rows: sheet.rows, isTable: sheet.isTable) {
      refused = sheet.name
    }
    switch writer.finish() {
    case .success(let bytes):
      if let refused { throw failed("`\(refused)` is no name for a sheet") }
      return Outcome(bytes: bytes, sheets: sheets.count, issues: log.sorted())
    case .failure(let failure): throw failed(failure.reason)
    }
  }
}
