package import Tables
package import Workbooks

/// A model in one workbook: its sheets as the files of a folder, so that every rule of a folder holds for them.
package enum ModelWorkbook {
  /// Reads a workbook into files held in memory; the keys of its first sheet, nil if they cannot be read.
  static func read(_ path: String, into held: inout HeldFiles, log: inout IssueLog) -> YAMLNode? {
    held.add(workbook: path)
    guard let sheets = WorkbookReader.read(path: path, log: &log) else { return nil }
    let (first, rest) = parts(of: sheets)
    let root = model(of: first, in: path, log: &log)?.root
    let named = root.map(seriesFiles)
    for sheet in rest {
      add(sheet, of: path, named: named, to: &held, log: &log)
    }
    log.tell(at: held.origins)
    return root
  }

  /// The sheet of the keys, which is the first that has their headings, and the others.
  package static func parts(of sheets: [Sheet]) -> (keys: Sheet, rest: [Sheet]) {
    let index = sheets.firstIndex(where: KeySheet.isOne) ?? 0
    var rest = sheets
    return (rest.remove(at: index), rest)
  }

  /// What the sheet of the keys holds.
  package struct Model {
    /// The keys and their values.
    package let root: YAMLNode
    /// The words about each row.
    private let comments: [Int: String]

    fileprivate init(_ root: YAMLNode, _ sheet: Sheet) {
      (self.root, comments) = (root, KeySheet.comments(of: sheet))
    }

    /// Other values of the same keys as model.yaml, with the words of the sheet.
    package func text(with root: YAMLNode) -> String {
      KeyFile.text(of: root, comments: comments)
    }
  }

  /// The rows of the first sheet of a mapping, with the comments of the text it was read from.
  package static func rows(of root: YAMLNode, commentsOf text: String) -> [[String]] {
    KeySheet.rows(of: root, comments: KeyFile.comments(of: text))
  }

  /// Reads the keys of the first sheet; nil if they cannot be read, which is logged.
  package static func model(of sheet: Sheet, in path: String, log: inout IssueLog) -> Model? {
    let file = path + "/model.yaml"
    log.tell(at: [file: origin(of: sheet, in: path)])
    tell(sheet, of: path, log: &log)
    guard KeySheet.isOne(sheet) else {
      log.error(
        at: Place(file: file, line: 1),
        rule: "the first sheet must hold the keys of model.yaml, in columns `key` and `value`",
        fix: "Start from a workbook that `gridflex new --xlsx FILE` writes."
      )
      return nil
    }
    return KeySheet.read(sheet, file: file, log: &log).map { Model($0, sheet) }
  }

  /// Holds a sheet as the file that it stands for, and under its own name.
  private static func add(
    _ sheet: Sheet,
    of path: String,
    named: [String]?,
    to held: inout HeldFiles,
    log: inout IssueLog
  ) {
    let file = SheetNames.file(of: sheet.name)
    let isSeries = file.hasPrefix("series/")
    let (bytes, rows) = sheet.commaSeparated(keepingBlankRows: !isSeries)
    let origin = origin(of: sheet, in: path, rows: rows)
    if isSeries, let named, !named.contains(file), !named.contains(sheet.name) {
      // A sheet of a person's own notes is no fault, a misspelt table is.
      return tellUnread(sheet, path, origin, log: &log)
    }
    tell(sheet, of: path, log: &log)
    guard file != SheetNames.file(of: "README") else { return }
    if held.contains(path + "/" + file) {
      log.tell(at: [path + "/" + sheet.name: origin])
      log.error(
        at: Place(file: path + "/" + sheet.name),
        rule: "stands for `\(file)`, as another sheet does",
        fix: "Join the two, or rename one."
      )
    }
    held.add(bytes, at: path + "/" + file, of: origin)
    if isSeries { held.add(bytes, at: path + "/" + sheet.name, of: origin) }
  }

  private static func origin(of sheet: Sheet, in path: String, rows: [Int] = []) -> SheetOrigin {
    SheetOrigin(
      workbook: path,
      sheet: sheet.name,
      rows: rows,
      refused: Set(sheet.faults.map { SheetOrigin.Cell(row: $0.row, column: $0.column) })
    )
  }

  /// Tells what of a sheet cannot be read, or may surprise.
  package static func tell(_ sheet: Sheet, of path: String, log: inout IssueLog) {
    func tell(_ severity: Issue.Severity, _ value: String?, _ rule: String, _ fix: String = "") {
      var issue = Issue(severity, file: path, value: value, rule: rule, fix: fix)
      issue.sheet = sheet.name
      log.append(issue)
    }
    for fault in sheet.faults.prefix(CSVReader.issueLimit) {
      var issue = Issue(file: path, line: fault.row, column: fault.column, rule: fault.rule)
      (issue.sheet, issue.value, issue.fix) = (sheet.name, fault.value, fault.fix)
      log.append(issue)
    }
    let more = sheet.faults.count - CSVReader.issueLimit
    if more > 0 {
      tell(.more, nil, "\(more) more such cells", "Fix the first ones and check again.")
    }
    if sheet.isHidden { tell(.note, nil, "is hidden, and is read as the others are") }
    if let range = sheet.merged.first {
      tell(
        .warning,
        range,
        "are merged cells: the first holds the value, the others are empty",
        "Split them, and write a value in each."
      )
    }
  }

  private static func tellUnread(
    _ sheet: Sheet,
    _ path: String,
    _ origin: SheetOrigin,
    log: inout IssueLog
  ) {
    let file = path + "/" + sheet.name
    log.tell(at: [file: origin])
    let kinds = AssetCatalogue.kinds.map(\.type.name) + ["options", "sources"]
    if NearestName.of(sheet.name.lowercased(), among: kinds) != nil {
      log.error(
        at: Place(file: file),
        rule: "is neither a table of assets nor named by a series",
        fix: NearestName.fix(sheet.name.lowercased(), among: kinds)
      )
    } else {
      log.note(
        at: Place(file: file),
        rule: "is not read: it is no table of assets, and no series names it"
      )
    }
  }

  /// The files that the series of a model name.
  package static func seriesFiles(of root: YAMLNode) -> [String] {
    guard case .mapping(let keys, _) = root,
      case .mapping(let series, _)? = keys.first(where: { $0.key == "series" })?.value
    else { return [] }
    return series.compactMap { entry in
      guard case .mapping(let keys, _) = entry.value else { return nil }
      return keys.first { $0.key == "file" }?.value.text.map { FileSource.path($0, from: "") }
    }
  }
}
