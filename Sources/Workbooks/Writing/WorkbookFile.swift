package import CXLSXWriter
import Foundation
import Tables

/// The file that the library writes a workbook to: it writes to files alone, so one is made for a moment and read back.
///
/// Everything of the library lives as long as the file does, and within one call of what fills it.
package struct WorkbookFile: ~Copyable {
  /// The workbook, to be filled.
  package let workbook: UnsafeMutablePointer<lxw_workbook>
  private let path: String

  /// Why a workbook could not be made.
  package struct Failure: Error {
    /// The words of the library or the system.
    package let reason: String
  }

  /// Opens a workbook; nil where there is no memory.
  ///
  /// - Parameters:
  ///   - title: Its title, or none.
  ///   - seconds: When it says that it was made, in seconds since 1970; the same every time, as its bytes are to be.
  /// - Returns: The file, to be finished.
  package static func opened(title: String? = nil, madeAt seconds: Int) -> WorkbookFile? {
    let path = FileManager.default.temporaryDirectory.path + "/gridflex-\(UUID().uuidString).xlsx"
    guard let workbook = workbook_new(path) else { return nil }
    var properties = lxw_doc_properties()
    properties.created = time_t(seconds)
    let text = title.flatMap { strdup($0) }
    properties.title = text
    workbook_set_properties(workbook, &properties)
    free(text)
    return WorkbookFile(workbook: workbook, path: path)
  }

  /// The bytes of the workbook; the reason where it could not be made.
  package consuming func finish() -> Result<[UInt8], Failure> {
    let code = workbook_close(workbook)
    defer { unlink(path) }
    guard code == LXW_NO_ERROR else {
      let reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
      return .failure(Failure(reason: reason))
    }
    var log = IssueLog()
    guard let bytes = FileSource.bytes(of: path, log: &log) else {
      return .failure(Failure(reason: log.sorted().first?.rule ?? "it is gone"))
    }
    return .success(bytes)
  }
}
