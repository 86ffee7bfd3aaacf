import Foundation
import SystemGuard

/// Puts a folder in the place of another, so that a reader finds the one or the other at every moment.
enum FolderSwap {
  /// Why a folder was not put in its place.
  enum Failure: Error {
    /// The system refused.
    case system(Int32)
    /// Something stands there that is not to be replaced.
    case foreign
  }

  /// Exchanges a folder with what stands at a path, where anything does, and removes that.
  ///
  /// Whether what stood there may go is asked of what was really exchanged; the file system is asked to exchange in
  /// one step, unless told that it cannot.
  static func put(
    _ new: HiddenPlace,
    at path: String,
    exchanges: Bool = true,
    mayReplace: (_ folder: String) -> Bool
  ) throws(Failure) {
    for _ in 0..<10 {
      var code = renameNew(new.path, path)
      if code == 0 {
        new.isGone = true
        return
      }
      guard code == EEXIST || code == ENOTEMPTY else { throw .system(code) }
      code = exchanges ? guard_exchange(new.path, path) : EINVAL
      if code == 0 {
        // The old one stands under the hidden name now, and goes with it.
        if mayReplace(new.path) { return }
        _ = guard_exchange(new.path, path)
        throw .foreign
      }
      if code == ENOENT { continue }
      guard hasNoExchange(code) else { throw .system(code) }
      return try putInTwoSteps(new, at: path)
    }
    throw .system(EBUSY)
  }

  /// Renames, and never replaces; 0, or the error code.
  static func renameNew(_ old: String, _ new: String) -> Int32 {
    let code = guard_rename_new(old, new)
    guard hasNoExchange(code) else { return code }
    var status = stat()
    if lstat(new, &status) == 0 { return EEXIST }
    return rename(old, new) == 0 ? 0 : errno
  }

  /// Whether what stands at a path can be put elsewhere, found without moving it; 0, or the error code.
  ///
  /// It is renamed onto a folder that is not empty, which fails last of all.
  static func probe(_ path: String, onto full: String) -> Int32 {
    guard rename(path, full) != 0 else {
      _ = rename(full, path)
      return 0
    }
    return errno == ENOTEMPTY || errno == EEXIST ? 0 : errno
  }

  private static func hasNoExchange(_ code: Int32) -> Bool {
    code == EINVAL || code == ENOSYS || code == EOPNOTSUPP
  }

  /// By two renames; the next run puts the old one back, should this one die between them.
  private static func putInTwoSteps(_ new: HiddenPlace, at path: String) throws(Failure) {
    let lock = HiddenPlace.lock(path)
    defer { if lock >= 0 { close(lock) } }
    let old = HiddenPlace.path(beside: path, .replaced)
    guard rename(path, old) == 0 else { throw .system(errno) }
    guard rename(new.path, path) == 0 else {
      let code = errno
      _ = rename(old, path)
      throw .system(code)
    }
    new.isGone = true
    FolderPath.remove(old)
  }
}
