import Foundation

/// Finds, makes and removes folders.
enum FolderPath {
  /// The absolute path of a folder to be written; links on the way to it are followed.
  static func target(_ path: String) -> String {
    if let resolved = resolved(path) { return resolved }
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let absolute = FileSource.path(trimmed, from: resolved(".") ?? ".")
    let parent = FileSource.folder(of: absolute)
    guard parent != absolute, let folder = resolved(parent) else { return absolute }
    return FileSource.path(FileSource.name(of: absolute), from: folder)
  }

  /// The nearest folder above a path that is there.
  static func nearestFolder(above path: String) -> String {
    var folder = FileSource.folder(of: path)
    var status = stat()
    while folder != "/", folder != ".", stat(folder, &status) != 0 {
      folder = FileSource.folder(of: folder)
    }
    return folder
  }

  /// Makes a folder and those above it; what was made, outermost first.
  static func make(_ folder: String, shown: String) throws(OutputError) -> [String] {
    if FileSource.isFolder(folder) { return [] }
    let parent = FileSource.folder(of: folder)
    var made = parent == folder ? [] : try make(parent, shown: shown)
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST && FileSource.isFolder(folder) else {
      throw OutputError(code: errno, path: shown)
    }
    made.append(folder)
    return made
  }

  /// Whether a folder has nothing in it.
  static func isEmpty(_ folder: String) -> Bool {
    guard let handle = opendir(folder) else { return false }
    defer { closedir(handle) }
    var count = 0
    while readdir(handle) != nil, count <= 2 { count += 1 }
    return count <= 2
  }

  /// Removes a file, or a folder with all in it; links are removed, not followed.
  ///
  /// What another run removes meanwhile does not keep it from removing the rest.
  static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    // One file is open at a time: there may be no more to be had.
    let handle = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else { return }
    guard let entries = fdopendir(handle) else {
      close(handle)
      return
    }
    for name in FileSource.names(of: entries) { remove(path + "/" + name) }
    _ = rmdir(path)
  }

  /// Has the system keep what a folder lists, so that it outlives a loss of power; the error code, or 0.
  static func keep(_ folder: String) -> Int32 {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return errno }
    defer { close(handle) }
    return kept(handle)
  }

  /// The same for a folder and those in it.
  static func keepAll(_ folder: String) -> Int32 {
    for name in FileSource.allNames(in: folder) {
      let path = FileSource.path(name, from: folder)
      guard FileSource.isFolder(path) else { continue }
      let code = keepAll(path)
      if code != 0 { return code }
    }
    return keep(folder)
  }

  /// The same for an open file or folder; where the file system cannot, it is left as it is.
  static func kept(_ handle: Int32) -> Int32 {
    guard fsync(handle) != 0 else { return 0 }
    return errno == EINVAL || errno == EROFS || errno == ENOTSUP || errno == EBADF ? 0 : errno
  }

  /// The path without links, `.` and `..`; nil if nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
