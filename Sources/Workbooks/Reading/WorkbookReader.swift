package import Tables

/// Reads workbooks as spreadsheets save them: the packages of XML files of ISO/IEC 29500.
package enum WorkbookReader {
  /// The most bytes of a workbook.
  private static let sizeLimit = 128 << 20

  /// Whether a path is that of a workbook, by its ending.
  package static func isWorkbook(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm")
  }

  /// The sheets of a workbook; nil if it cannot be read, which is logged.
  ///
  /// Sheets of charts have no cells and are left out.
  package static func read(path: String, log: inout IssueLog) -> [Sheet]? {
    guard let bytes = FileSource.bytes(of: path, limit: sizeLimit, log: &log) else { return nil }
    return read(bytes, path: path, log: &log)
  }

  /// The sheets in the bytes of a workbook.
  package static func read(_ bytes: [UInt8], path: String, log: inout IssueLog) -> [Sheet]? {
    // What spreadsheets saved before 2007, and what is locked with a password, is another container.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      log.error(
        at: Place(file: path),
        rule: "is a workbook of an older kind (.xls), or locked with a password",
        fix: "Save it as a workbook (.xlsx) without a password."
      )
      return nil
    }
    let read = bytes.withUnsafeBytes { buffer in
      Result { () throws(Failure) in try sheets(in: buffer) }
    }
    switch read {
    case .success(let sheets): return sheets
    case .failure(let error):
      let fix = "Open it in a spreadsheet and save it anew as a workbook (.xlsx)."
      if let sheet = error.sheet {
        log.tell(at: [path + "/" + sheet: SheetOrigin(workbook: path, sheet: sheet)])
        log.error(at: Place(file: path + "/" + sheet), rule: error.rule, fix: fix)
      } else {
        log.error(at: Place(file: path), rule: error.rule, fix: fix)
      }
      return nil
    }
  }

  /// Why a workbook cannot be read, and in which sheet.
  private struct Failure: Error {
    var sheet: String?
    let rule: String
  }

  private static func sheets(in buffer: UnsafeRawBufferPointer) throws(Failure) -> [Sheet] {
    var archive = try opened(buffer)
    let main = try mainPart(of: &archive)
    let folder = FileSource.folder(of: main)
    let relations = try relations(of: main, in: &archive)
    let list = SheetListReceiver()
    guard try read(main, in: &archive, to: list) else {
      throw Failure(rule: "is no workbook: it has no `\(main)`")
    }
    func part(_ type: String) -> String? {
      relations.values.first { $0.type == type }.map { path($0.target, from: folder) }
    }
    let (texts, styles) = (SharedTextReceiver(), StyleReceiver())
    if let path = part("sharedStrings") { _ = try read(path, in: &archive, to: texts) }
    if let path = part("styles") { _ = try read(path, in: &archive, to: styles) }
    var sheets: [Sheet] = []
    for entry in list.entries {
      guard let relation = relations[entry.relation] else {
        throw Failure(sheet: entry.name, rule: "has no content in the workbook")
      }
      guard relation.type == "worksheet" else { continue }
      let receiver = SheetReceiver(
        name: entry.name,
        texts: texts.texts,
        formats: styles.formats,
        startsIn1904: list.startsIn1904
      )
      let target = path(relation.target, from: folder)
      guard try read(target, in: &archive, to: receiver, of: entry.name) else {
        throw Failure(sheet: entry.name, rule: "has no content: `\(target)` is missing")
      }
      if let failure = receiver.failure {
        throw Failure(sheet: entry.name, rule: "is damaged: \(failure.address) \(failure.rule)")
      }
      var sheet = receiver.sheet
      sheet.isHidden = entry.isHidden
      sheets.append(sheet)
    }
    guard !sheets.isEmpty else { throw Failure(rule: "is a workbook without sheets") }
    return sheets
  }

  private static func opened(_ buffer: UnsafeRawBufferPointer) throws(Failure) -> ZipArchive {
    do throws(ZipArchive.Fault) {
      return try ZipArchive(buffer)
    } catch {
      throw Failure(rule: error.rule)
    }
  }

  /// The path of the part that lists the sheets.
  private static func mainPart(of archive: inout ZipArchive) throws(Failure) -> String {
    let relations = try relations(of: "", in: &archive)
    guard let main = relations.values.first(where: { $0.type == "officeDocument" }) else {
      throw Failure(rule: "is no workbook: it does not say where its sheets are")
    }
    return path(main.target, from: ".")
  }

  private static func relations(
    of part: String,
    in archive: inout ZipArchive
  ) throws(Failure) -> [String: RelationReceiver.Relation] {
    let folder = FileSource.folder(of: part)
    let name = "_rels/\(FileSource.name(of: part)).rels"
    let receiver = RelationReceiver()
    _ = try read(folder == "." ? name : folder + "/" + name, in: &archive, to: receiver)
    return receiver.relations
  }

  /// A target seen from a folder of the archive.
  private static func path(_ target: String, from folder: String) -> String {
    target.hasPrefix("/")
      ? String(target.dropFirst()) : FileSource.path(target, from: folder == "." ? "" : folder)
  }

  /// Hands a part of the archive to a receiver; false if there is none.
  private static func read(
    _ part: String,
    in archive: inout ZipArchive,
    to receiver: any XMLElements.Receiver,
    of sheet: String? = nil
  ) throws(Failure) -> Bool {
    let bytes: [UInt8]?
    do throws(ZipArchive.Fault) {
      bytes = try archive.bytes(of: part)
    } catch {
      throw Failure(sheet: sheet, rule: error.rule)
    }
    guard let bytes else { return false }
    do throws(XMLElements.Fault) {
      try XMLElements.read(bytes, to: receiver)
    } catch {
      throw Failure(
        sheet: sheet,
        rule: "is damaged: `\(part)` line \(error.line): \(error.reason)"
      )
    }
    return true
  }
}
