/// Reads the user's files and says clearly why one cannot be read.
package enum FileSource {
  /// The bytes of a file; nil if it cannot be read or is larger than the limit, which is logged.
  package static func bytes(
    of path: String,
    limit: Int = 512 << 20,
    log: inout IssueLog
  ) -> [UInt8]? {
    nil
  }

  /// Whether a path is a folder.
  package static func isFolder(_ path: String) -> Bool { false }

  /// Whether a path is a regular file.
  package static func isFile(_ path: String) -> Bool { false }

  /// The names in a folder that end in a suffix, sorted by bytes; empty if there is no folder.
  package static func names(in folder: String, suffix: String) -> [String] { [] }

  /// The path of a file seen from a folder, `.` and `..` resolved where possible.
  package static func path(_ file: String, from folder: String) -> String { file }

  /// The folder a file lies in, `.` for a bare name.
  package static func folder(of file: String) -> String { file }
}
