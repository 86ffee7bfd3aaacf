import Foundation
import Tables

/// A path seen from another place than the one it was written for.
enum RelativePath {
  /// The path from one folder that means what another means from elsewhere; a whole path stays.
  static func moved(_ path: String, from old: String, to new: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    let target = parts(FileSource.path(path, from: absolute(old)))
    let base = parts(absolute(new))
    var common = 0
    while common < min(target.count, base.count), target[common] == base[common] { common += 1 }
    let up = Array(repeating: "..", count: base.count - common)
    let steps = up + target[common...].map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }

  /// A folder seen from the root, links followed as far as it is there.
  private static func absolute(_ folder: String) -> String {
    let whole = FileSource.path(folder, from: FileManager.default.currentDirectoryPath)
    var (rest, tail) = (whole, "")
    while rest != "/", !FileSource.isFolder(rest) {
      tail = "/" + FileSource.name(of: rest) + tail
      rest = FileSource.folder(of: rest)
    }
    guard let real = realpath(rest, nil) else { return whole }
    defer { free(real) }
    return FileSource.path(String(cString: real) + tail, from: "")
  }
}
