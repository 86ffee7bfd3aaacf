import Glibc
import Grid

/// A text that is streamed to a file, which appears whole or not at all, or to stdout for `-`.
///
/// A device or pipe is written to as it stands.
struct TextFile: TextOutputStream {
  private let path: String
  private let partial: String?
  private let handle: Int32
  private var buffer: [UInt8] = []
  private var failure: Int32 = 0

  /// Opens the file beside its final place.
  init(_ path: String) throws(OutputError) {
    self.path = path
    guard path != "-" else {
      partial = nil
      handle = STDOUT_FILENO
      return
    }
    guard !FileSource.isFolder(path) else {
      throw .notWritable(path: path, reason: "it is a folder")
    }
    if Self.isDevice(path) {
      partial = nil
      handle = open(path, O_WRONLY | O_CLOEXEC)
      guard handle >= 0 else { throw Self.error(errno, path) }
      return
    }
    let name = "\(path).partial-\(getpid())"
    partial = name
    handle = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard handle >= 0 else { throw Self.error(errno, path) }
  }

  /// Takes the next part of the text.
  mutating func write(_ text: String) {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Writes what is left and puts the file in its place.
  mutating func finish() throws(OutputError) {
    flush()
    guard let partial else {
      if path != "-", close(handle) != 0, failure == 0 { failure = errno }
      if failure != 0 { throw Self.error(failure, path == "-" ? "stdout" : path) }
      return
    }
    if close(handle) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(partial, path) != 0 { failure = errno }
    guard failure != 0 else { return }
    unlink(partial)
    throw Self.error(failure, path)
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { bytes in
      var written = 0
      while failure == 0, written < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(handle, base + written, bytes.count - written)
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

  private static func error(_ code: Int32, _ path: String) -> OutputError {
    code == ENOSPC || code == EDQUOT
      ? .diskFull(path: path) : .notWritable(path: path, reason: FileSource.reason(code))
  }
}
