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
  static func make(_ folder: String) throws(OutputError) -> [String] {
    if FileSource.isFolder(folder) { return [] }
    let parent = FileSource.folder(of: folder)
    var made = parent == folder ? [] : try make(parent)
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST && FileSource.isFolder(folder) else {
      throw AtomicFolder.error(errno, folder)
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

  /// Removes a folder with all in it; links are removed, not followed.
  static func remove(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The path without links, `.` and `..`; nil if nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
