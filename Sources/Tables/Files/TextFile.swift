import Foundation

/// A text that is streamed to a file, which appears whole or not at all, or to stdout for `-`.
///
/// A device or pipe is written to as it stands.
package struct TextFile: TextOutputStream {
  private let path: String
  private let target: String
  private let hidden: HiddenPlace?
  private let handle: Int32
  private let isStopped: () -> Bool
  private var buffer: [UInt8] = []
  private var failure: Int32 = 0
  private var wasStopped = false

  /// Opens the file beside its final place; it is given up when it is to stop.
  package init(
    _ path: String,
    isStopped: @escaping () -> Bool = { false }
  ) throws(OutputError) {
    (self.path, self.isStopped) = (path, isStopped)
    guard path != "-" else {
      (target, hidden, handle) = (path, nil, STDOUT_FILENO)
      return
    }
    guard !FileSource.isFolder(path) else {
      throw .notWritable(path: path, reason: "it is a folder")
    }
    if Self.isDevice(path) {
      (target, hidden) = (path, nil)
      handle = open(path, O_WRONLY | O_CLOEXEC)
      guard handle >= 0 else { throw OutputError(code: errno, path: path) }
      return
    }
    target = FolderPath.target(path)
    HiddenPlace.clear(beside: target)
    switch HiddenPlace.file(beside: target) {
    case .success(let made): (hidden, handle) = (made, made.handle)
    case .failure(let error): throw OutputError(code: error.code, path: path)
    }
  }

  /// Takes the next part of the text.
  package mutating func write(_ text: String) {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Takes the next bytes of a file that is no text.
  package mutating func write(_ bytes: [UInt8]) {
    buffer += bytes
    flush()
  }

  /// Writes what is left and puts the file in its place; false where it was to stop before.
  package mutating func finish() throws(OutputError) -> Bool {
    flush()
    if failure == 0, hidden != nil { failure = FolderPath.kept(handle) }
    if hidden == nil, path != "-", close(handle) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw OutputError(code: failure, path: path == "-" ? "stdout" : path) }
    if wasStopped { return false }
    guard let hidden else { return true }
    guard rename(hidden.path, target) == 0 else { throw OutputError(code: errno, path: path) }
    hidden.isGone = true
    _ = FolderPath.keep(FileSource.folder(of: target))
    return true
  }

  private mutating func flush() {
    wasStopped = wasStopped || isStopped()
    guard !wasStopped else { return buffer.removeAll() }
    buffer.withUnsafeBytes { bytes in
      var written = 0
      while failure == 0, written < bytes.count, let base = bytes.baseAddress {
        let count = Foundation.write(handle, base + written, bytes.count - written)
        if count > 0 {
          written += count
        } else if errno != EINTR {
          failure = count < 0 ? errno : EIO
        }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Whether a path is a device or a pipe, which is written to and never replaced.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}
