import Foundation

/// A hidden file or folder beside a final place, where a run writes what is then put there.
///
/// Its name is random and made new, so no two runs share it, whatever their process numbers, and no link can
/// stand there. A lock on it tells what is being written from what a dead run left. A class, because the lock and
/// what was not put in its place end with the last one who holds it.
final class HiddenPlace {
  /// What a hidden place holds.
  enum Kind: String, CaseIterable {
    /// Something new that is not whole yet.
    case partial
    /// Something old for the moment between two renames.
    case replaced
  }

  /// The path of the hidden file or folder.
  let path: String
  /// The open file; of a folder it only holds the lock.
  let handle: Int32
  /// Whether nothing is left at the path that is to go.
  var isGone = false
  private var isOpen = true

  private init(path: String, handle: Int32) {
    (self.path, self.handle) = (path, handle)
  }

  deinit { remove() }

  /// Gives up what was not put in its place, and the lock.
  func remove() {
    if isOpen { close(handle) }
    isOpen = false
    if !isGone { FolderPath.remove(path) }
    isGone = true
  }

  /// A new folder beside a final place, or the error code.
  static func folder(beside target: String) -> Result<HiddenPlace, SystemError> {
    made(beside: target) { path in
      guard mkdir(path, 0o777) == 0 else { return -1 }
      return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
  }

  /// A new file beside a final place, open to be written, or the error code.
  static func file(beside target: String) -> Result<HiddenPlace, SystemError> {
    made(beside: target) { path in
      open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
  }

  /// A hidden path of a final place that nobody uses.
  static func path(beside target: String, _ kind: Kind) -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    let padding = String(repeating: "0", count: Self.digits - digits.count)
    return FileSource.path(
      stem(of: target, kind) + padding + digits,
      from: FileSource.folder(of: target)
    )
  }

  /// What dead runs left beside a final place goes; a result that stood there comes back where there is none.
  static func clear(beside target: String) {
    let folder = FileSource.folder(of: target)
    let names = FileSource.allNames(in: folder)
    for kind in Kind.allCases.reversed() {
      let stem = stem(of: target, kind)
      for name in names.sorted() where name.hasPrefix(stem) {
        guard name.utf8.count == stem.utf8.count + digits else { continue }
        clear(FileSource.path(name, from: folder), kind, of: target)
      }
    }
  }

  /// An open lock on a file or folder as long as the run lives; −1 where it cannot be had.
  static func lock(_ path: String) -> Int32 {
    let handle = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if handle >= 0 { _ = flock(handle, LOCK_SH | LOCK_NB) }
    return handle
  }

  private static let digits = 16
  /// The part of a long name that its hidden names begin with: a name has at most 255 bytes.
  private static let stemBytes = 180
  private static let attempts = 100

  private static func stem(of target: String, _ kind: Kind) -> String {
    let name = String(decoding: FileSource.name(of: target).utf8.prefix(stemBytes), as: UTF8.self)
    return ".\(name).\(kind.rawValue)-"
  }

  private static func made(
    beside target: String,
    _ make: (_ path: String) -> Int32
  ) -> Result<HiddenPlace, SystemError> {
    for _ in 0..<attempts {
      let path = path(beside: target, .partial)
      let handle = make(path)
      guard handle >= 0 else {
        if errno == EEXIST || errno == ENOENT && FileSource.isFolder(FileSource.folder(of: path)) {
          continue
        }
        return .failure(SystemError(code: errno))
      }
      // Another run may take it for left behind in the moment before it is locked: then another name.
      let isHeld = flock(handle, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK
      if isHeld, isSame(handle, path) {
        return .success(HiddenPlace(path: path, handle: handle))
      }
      close(handle)
    }
    return .failure(SystemError(code: EEXIST))
  }

  private static func clear(_ path: String, _ kind: Kind, of target: String) {
    let handle = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard handle >= 0 else { return }
    defer { close(handle) }
    // Where the file system has no locks nothing is known to be dead.
    guard flock(handle, LOCK_EX | LOCK_NB) == 0, isSame(handle, path), isOwn(handle) else { return }
    if kind == .replaced, FolderSwap.renameNew(path, target) == 0 { return }
    FolderPath.remove(path)
  }

  /// Whether an open file is this user's: in a folder that all may write to, another's is no business of ours.
  private static func isOwn(_ handle: Int32) -> Bool {
    var status = stat()
    return fstat(handle, &status) == 0 && status.st_uid == geteuid()
  }

  /// Whether an open file is what stands at a path.
  private static func isSame(_ handle: Int32, _ path: String) -> Bool {
    var (open, named) = (stat(), stat())
    guard fstat(handle, &open) == 0, lstat(path, &named) == 0 else { return false }
    return open.st_dev == named.st_dev && open.st_ino == named.st_ino
  }
}

/// An error code of the system.
struct SystemError: Error {
  let code: Int32
}
