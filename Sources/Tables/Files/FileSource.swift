import Foundation

/// Reads the user's files and says clearly why one cannot be read.
package enum FileSource {
  /// The bytes of a file; nil if it cannot be read or is larger than the limit, which is logged.
  ///
  /// Where the file is named by another, the fault is told at the mention.
  package static func bytes(
    of path: String,
    limit: Int = 512 << 20,
    namedIn mention: Mention? = nil,
    log: inout IssueLog
  ) -> [UInt8]? {
    var reading = IssueLog()
    let bytes = content(of: path, limit: limit, log: &reading)
    log.merge(mention.map { reading.moved(to: $0) } ?? reading)
    return bytes
  }

  private static func content(of path: String, limit: Int, log: inout IssueLog) -> [UInt8]? {
    let handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard handle >= 0 else {
      refuse(path, code: errno, &log)
      return nil
    }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0 else {
      refuse(path, code: errno, &log)
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      log.append(
        Issue(
          file: path,
          rule: isFolder ? "is a folder, not a file" : "is not a regular file",
          fix: isFolder ? "Name a file in it." : "Name an ordinary file."
        )
      )
      return nil
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      log.append(
        Issue(
          file: path,
          value: "\(size) bytes",
          rule: "must not be larger than \(limit >> 20) MiB",
          fix: "Split the file, or leave out what is not needed."
        )
      )
      return nil
    }
    return read(handle, size: size, path, &log)
  }

  /// Whether a path is a folder.
  package static func isFolder(_ path: String) -> Bool { mode(of: path) == S_IFDIR }

  /// Whether a path is a regular file.
  package static func isFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }

  /// What was read of a folder that stood there all the while; nil where it was replaced again and again.
  ///
  /// Files of two folders, one of which took the other's place, belong to neither.
  package static func whole<Value>(_ folder: String, read: () -> Value) -> Value? {
    for _ in 0..<20 {
      let before = identity(of: folder)
      let value = read()
      if before == identity(of: folder) { return value }
    }
    return nil
  }

  /// What tells a folder from another that stands at its path later; nil if there is nothing.
  private static func identity(of path: String) -> [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let time = status.st_mtim
    return [Int(status.st_dev), Int(status.st_ino), time.tv_sec, time.tv_nsec]
  }

  /// The names in a folder that end in a suffix, sorted by bytes; empty if there is no folder.
  package static func names(in folder: String, suffix: String = "") -> [String] {
    allNames(in: folder).filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in a folder in no order, hidden ones too; empty if there is no folder.
  static func allNames(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    return names(of: handle)
  }

  /// The names in an open folder, which is closed.
  static func names(of handle: OpaquePointer) -> [String] {
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The path of a file seen from a folder, with `.` and `..` resolved where possible.
  package static func path(_ file: String, from folder: String) -> String {
    let joined = file.hasPrefix("/") || folder.isEmpty ? file : "\(folder)/\(file)"
    var parts: [Substring] = []
    for part in joined.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !joined.hasPrefix("/") {
        parts.append(part)
      }
    }
    let path = parts.joined(separator: "/")
    if joined.hasPrefix("/") { return "/" + path }
    return path.isEmpty ? "." : path
  }

  /// The folder a file lies in, `.` for a bare name.
  package static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The system's words for an error code.
  package static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// The kind of what lies at a path, links followed; nil if there is nothing.
  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Reads the whole of an open file.
  private static func read(
    _ handle: Int32,
    size: Int,
    _ path: String,
    _ log: inout IssueLog
  ) -> [UInt8]? {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Foundation.read(handle, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard let failure else { return bytes }
    refuse(path, code: failure, &log)
    return nil
  }

  /// Logs why a file could not be opened or read.
  private static func refuse(_ path: String, code: Int32, _ log: inout IssueLog) {
    guard code == ENOENT || code == ENOTDIR else {
      let isLimit = code == EMFILE || code == ENFILE
      log.append(
        Issue(
          file: path,
          rule: "cannot be read: \(reason(code))",
          fix: isLimit
            ? "Raise the limit of open files (ulimit -n)."
            : "Check the permissions of the file and its folders."
        )
      )
      return
    }
    let folder = folder(of: path)
    let known = names(in: folder)
    let fix: String
    if let near = NearestName.of(name(of: path), among: known) {
      fix = "Did you mean `\(Self.path(near, from: folder))`?"
    } else if isFolder(folder) {
      fix = "Add the file, or correct the path."
    } else {
      fix = "There is no folder `\(folder)`."
    }
    log.appendMissing(Issue(file: path, rule: "does not exist", fix: fix))
  }
}
