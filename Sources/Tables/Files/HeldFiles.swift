/// Files that were made of the sheets of workbooks, seen beside those on the disk.
///
/// A workbook stands for a folder: `grid.xlsx/assets/coal.csv` is its sheet `coal`.
package struct HeldFiles: Sendable {
  /// A file in memory.
  private struct File {
    let bytes: [UInt8]
    let origin: SheetOrigin
  }

  private var files: [String: File] = [:]
  private var workbooks: Set<String> = []

  /// No files but those on the disk.
  package init() {}

  /// Takes a workbook as a folder that has no files yet.
  package mutating func add(workbook: String) { workbooks.insert(workbook) }

  /// Takes a file that was made of a sheet.
  package mutating func add(_ bytes: [UInt8], at path: String, of origin: SheetOrigin) {
    files[path] = File(bytes: bytes, origin: origin)
  }

  /// Where each held file comes from.
  package var origins: [String: SheetOrigin] { files.mapValues(\.origin) }

  /// Whether a path is one of the workbooks.
  package func isWorkbook(_ path: String) -> Bool { workbooks.contains(path) }

  /// Whether a file is held.
  package func contains(_ path: String) -> Bool { files[path] != nil }

  /// Whether a path is a file, held or on the disk.
  package func isFile(_ path: String) -> Bool { contains(path) || FileSource.isFile(path) }

  /// The bytes of a file, held or on the disk; nil if it cannot be read, which is logged.
  package func bytes(
    of path: String,
    namedIn mention: Mention? = nil,
    log: inout IssueLog
  ) -> [UInt8]? {
    files[path]?.bytes ?? FileSource.bytes(of: path, namedIn: mention, log: &log)
  }

  /// The names in a folder that end in a suffix, sorted by bytes; empty if there is no folder.
  package func names(in folder: String, suffix: String = "") -> [String] {
    guard isWorkbook(FileSource.folder(of: folder)) || isWorkbook(folder) else {
      return FileSource.names(in: folder, suffix: suffix)
    }
    return files.keys.filter { FileSource.folder(of: $0) == folder && $0.hasSuffix(suffix) }
      .map { FileSource.name(of: $0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of a file that is named in a folder; in a workbook a sheet, or else seen from where the workbook lies.
  package func path(_ file: String, from folder: String) -> String {
    let inside = FileSource.path(file, from: folder)
    guard isWorkbook(folder), !contains(inside) else { return inside }
    return FileSource.path(file, from: FileSource.folder(of: folder))
  }
}
