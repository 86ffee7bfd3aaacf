/// Reads comma-separated tables as RFC 4180 has them.
///
/// A byte-order mark, CRLF, quoted fields and trailing blank lines are accepted.
package enum CSVReader {
  /// The most bytes a cell may have.
  package static let cellLimit = 65_536

  /// Reads a table from bytes; what is wrong is logged, and nil returned if nothing can be read.
  package static func read(_ bytes: [UInt8], file: String, log: inout IssueLog) -> Table? { nil }

  /// Reads a table from a file; a missing file is logged.
  package static func read(path: String, log: inout IssueLog) -> Table? { nil }
}
