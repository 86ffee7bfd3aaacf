import Foundation

/// A result folder that appears whole or not at all.
///
/// It is written beside its final place and put there in one step at the end; an older result is exchanged for it,
/// so that whoever reads finds the old one or the new one. What a run that was killed left behind goes with the next.
package struct AtomicFolder: ~Copyable {
  /// The final place of the folder.
  package let path: String
  /// Where the files lie until the end.
  package var stagingPath: String { hidden.path }

  private let hidden: HiddenPlace
  private let madeParents: [String]

  /// Refuses a path that must not be replaced or cannot be written, before any work is done.
  package static func check(_ path: String) throws(OutputError) {
    let target = FolderPath.target(path)
    try refuseForeign(target, shown: path)
    let parent = FolderPath.nearestFolder(above: target)
    guard FileSource.isFolder(parent) else {
      throw .notWritable(path: path, reason: "\(parent) is not a folder")
    }
    guard access(parent, W_OK | X_OK) == 0 else { throw OutputError(code: errno, path: path) }
    guard parent == FileSource.folder(of: target) else { return }
    HiddenPlace.clear(beside: target)
    try probe(target, shown: path)
  }

  /// Brings back a result that a run was replacing when it was killed, where that left none.
  package static func recover(_ path: String) {
    let target = FolderPath.target(path)
    if !FileSource.isFolder(target) { HiddenPlace.clear(beside: target) }
  }

  /// Makes the folder beside its final place.
  package init(replacing path: String) throws(OutputError) {
    (self.path, hidden, madeParents) = try Self.prepare(path)
  }

  /// Writes a file of the folder; folders on the way are made.
  package func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    let file = FileSource.path(name, from: stagingPath)
    precondition(file.hasPrefix(stagingPath + "/"), "a result file lies in the result folder")
    let shown = FileSource.path(name, from: path)
    _ = try FolderPath.make(FileSource.folder(of: file), shown: shown)
    try Self.writeFile(bytes, at: file, shown: shown)
  }

  /// Writes a text file of the folder as UTF-8.
  package func write(_ text: String, to name: String) throws(OutputError) {
    try write(Array(text.utf8), to: name)
  }

  /// Puts the folder in its final place; an older result goes only when the new one stands there.
  package mutating func commit() throws(OutputError) {
    try Self.refuseForeign(path, shown: path)
    let code = FolderPath.keepAll(stagingPath)
    if code != 0 { throw OutputError(code: code, path: path) }
    do throws(FolderSwap.Failure) {
      try FolderSwap.put(hidden, at: path) { Self.mayReplace($0) }
    } catch {
      switch error {
      case .foreign: throw .foreignFolder(path: path)
      case .system(let code): throw OutputError(code: code, path: path)
      }
    }
    _ = FolderPath.keep(FileSource.folder(of: path))
  }

  deinit {
    guard !hidden.isGone else { return }
    // It goes before the folders that were made for it.
    hidden.remove()
    for folder in madeParents.reversed() { _ = rmdir(folder) }
  }

  /// Whether a folder is a result that this program wrote: its `summary.json` says so.
  package static func isResult(_ path: String) -> Bool {
    var log = IssueLog()
    let summary = FileSource.path("summary.json", from: path)
    guard let bytes = FileSource.bytes(of: summary, log: &log) else { return false }
    return String(decoding: bytes.prefix(4096), as: UTF8.self).contains("\"gridflex\"")
  }

  private static func mayReplace(_ folder: String) -> Bool {
    FolderPath.isEmpty(folder) || isResult(folder)
  }

  /// Makes the folder that is written to, and those above it.
  private static func prepare(
    _ path: String
  ) throws(OutputError) -> (target: String, hidden: HiddenPlace, made: [String]) {
    try check(path)
    let target = FolderPath.target(path)
    let made = try FolderPath.make(FileSource.folder(of: target), shown: path)
    switch HiddenPlace.folder(beside: target) {
    case .success(let hidden): return (target, hidden, made)
    case .failure(let error):
      for folder in made.reversed() { _ = rmdir(folder) }
      throw OutputError(code: error.code, path: path)
    }
  }

  /// Finds what keeps a folder from being put in a place: makes one beside it, and asks to move what is there.
  private static func probe(_ target: String, shown: String) throws(OutputError) {
    switch HiddenPlace.folder(beside: target) {
    case .failure(let error): throw OutputError(code: error.code, path: shown)
    case .success(let hidden):
      guard FileSource.isFolder(target) else { return }
      try writeFile([], at: hidden.path + "/full", shown: shown)
      let code = FolderSwap.probe(target, onto: hidden.path)
      if code != 0 { throw OutputError(code: code, path: shown) }
    }
  }

  /// Writes one file; an error names the path that is shown.
  static func writeFile(_ bytes: [UInt8], at file: String, shown: String) throws(OutputError) {
    let handle = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard handle >= 0 else { throw OutputError(code: errno, path: shown) }
    var code = write(bytes, to: handle)
    if code == 0 { code = FolderPath.kept(handle) }
    let closing = close(handle) == 0 ? 0 : errno
    if code != 0 { throw OutputError(code: code, path: shown) }
    if closing != 0 { throw OutputError(code: closing, path: shown) }
  }

  /// Refuses whatever is there and is neither an older result nor an empty folder.
  private static func refuseForeign(_ target: String, shown: String) throws(OutputError) {
    var status = stat()
    guard lstat(target, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return }
      throw OutputError(code: errno, path: shown)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .isFile(path: shown) }
    if mayReplace(target) { return }
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
}
