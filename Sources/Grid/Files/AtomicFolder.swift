import Foundation

/// A result folder that appears whole or not at all.
///
/// It is written beside its final place and renamed at the end; an older result is replaced.
package struct AtomicFolder: ~Copyable {
  /// The final place of the folder.
  package let path: String
  /// Where the files lie until the end.
  package let stagingPath: String

  private let madeParents: [String]
  private var isCommitted = false

  /// Refuses a path that must not be replaced or cannot be written, before any work is done.
  package static func check(_ path: String) throws(OutputError) {
    let target = FolderPath.target(path)
    try refuseForeign(target, shown: path)
    let parent = FolderPath.nearestFolder(above: target)
    guard FileSource.isFolder(parent) else {
      throw .notWritable(path: path, reason: "\(parent) is not a folder")
    }
    guard access(parent, W_OK | X_OK) == 0 else {
      throw .notWritable(path: path, reason: FileSource.reason(errno))
    }
  }

  /// Makes the folder beside its final place.
  package init(replacing path: String) throws(OutputError) {
    let (target, staging, made) = try Self.prepare(path)
    self.path = target
    self.stagingPath = staging
    self.madeParents = made
  }

  /// Writes a file of the folder; folders on the way are made.
  package func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    let file = FileSource.path(name, from: stagingPath)
    precondition(file.hasPrefix(stagingPath + "/"), "a result file lies in the result folder")
    _ = try FolderPath.make(FileSource.folder(of: file))
    try Self.writeFile(bytes, at: file, shown: FileSource.path(name, from: path))
  }

  /// Writes a text file of the folder as UTF-8.
  package func write(_ text: String, to name: String) throws(OutputError) {
    try write(Array(text.utf8), to: name)
  }

  /// Puts the folder in its final place; an older result goes only when the new one stands there.
  package mutating func commit() throws(OutputError) {
    try Self.refuseForeign(path, shown: path)
    let old = FileSource.path(
      ".\(FileSource.name(of: path)).replaced-\(getpid())",
      from: FileSource.folder(of: path)
    )
    let hasOld = FileSource.isFolder(path)
    if hasOld {
      FolderPath.remove(old)
      guard rename(path, old) == 0 else { throw Self.error(errno, path) }
    }
    guard rename(stagingPath, path) == 0 else {
      let code = errno
      if hasOld { _ = rename(old, path) }
      throw Self.error(code, path)
    }
    isCommitted = true
    if hasOld { FolderPath.remove(old) }
  }

  deinit {
    guard !isCommitted else { return }
    FolderPath.remove(stagingPath)
    for folder in madeParents.reversed() { _ = rmdir(folder) }
  }

  /// Whether a folder is a result that this program wrote: its `summary.json` says so.
  package static func isResult(_ path: String) -> Bool {
    var log = IssueLog()
    let summary = FileSource.path("summary.json", from: path)
    guard let bytes = FileSource.bytes(of: summary, log: &log) else { return false }
    return String(decoding: bytes.prefix(4096), as: UTF8.self).contains("\"gridflex\"")
  }

  /// Makes the folder that is written to, and those above it.
  private static func prepare(
    _ path: String
  ) throws(OutputError) -> (target: String, staging: String, made: [String]) {
    try check(path)
    let target = FolderPath.target(path)
    let folder = FileSource.folder(of: target)
    let name = ".\(FileSource.name(of: target)).partial-\(getpid())"
    let staging = FileSource.path(name, from: folder)
    let made = try FolderPath.make(folder)
    FolderPath.remove(staging)
    guard mkdir(staging, 0o777) == 0 else { throw error(errno, path) }
    return (target, staging, made)
  }

  /// Writes one file; an error names the path that is shown.
  static func writeFile(_ bytes: [UInt8], at file: String, shown: String) throws(OutputError) {
    let handle = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard handle >= 0 else { throw error(errno, shown) }
    let code = write(bytes, to: handle)
    let closing = close(handle) == 0 ? 0 : errno
    if code != 0 { throw error(code, shown) }
    if closing != 0 { throw error(closing, shown) }
  }

  /// Refuses whatever is there and is neither an older result nor an empty folder.
  private static func refuseForeign(_ target: String, shown: String) throws(OutputError) {
    var status = stat()
    guard lstat(target, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return }
      throw error(errno, shown)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .isFile(path: shown) }
    if FolderPath.isEmpty(target) || isResult(target) { return }
    throw .foreignFolder(path: shown)
  }

  /// Writes all bytes; the error code, or 0.
  private static func write(_ bytes: [UInt8], to handle: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = Foundation.write(handle, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return count < 0 ? errno : EIO }
        written += count
      }
      return 0
    }
  }

  /// The error for a code of the system.
  static func error(_ code: Int32, _ path: String) -> OutputError {
    code == ENOSPC || code == EDQUOT
      ? .diskFull(path: path) : .notWritable(path: path, reason: FileSource.reason(code))
  }
}
