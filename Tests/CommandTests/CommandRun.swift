import Foundation
import Testing

/// The command run as a process: what it printed on each stream, and its exit code.
struct CommandRun {
  let output: String
  let messages: String
  let code: Int32

  /// Runs the command with these words in a folder, and waits for its end.
  init(_ words: String..., in folder: String? = nil) throws {
    try self.init(words, in: folder)
  }

  /// Runs the command with a list of words in a folder, and waits for its end.
  init(_ words: [String], in folder: String? = nil) throws {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = Self.command
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder ?? scratch.path)
    let streams = ["stdout", "stderr"].map { scratch.path + "/." + $0 }
    let handles = try streams.map { path in
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      return try FileHandle(forWritingTo: URL(filePath: path))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    output = try String(contentsOfFile: streams[0], encoding: .utf8)
    messages = try String(contentsOfFile: streams[1], encoding: .utf8)
    code = process.terminationStatus
  }

  /// The command under test: the one named by `GRIDFLEX_COMMAND`, else the one built beside the tests.
  static var command: URL {
    if let path = ProcessInfo.processInfo.environment["GRIDFLEX_COMMAND"], !path.isEmpty {
      return URL(filePath: path)
    }
    let runner = URL(filePath: CommandLine.arguments[0])
    return runner.deletingLastPathComponent().appending(path: "gridflex")
  }

  /// The root of the repository, where the models are.
  static var repository: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path()
  }
}

/// A folder for one test, gone when nobody holds it.
final class ScratchFolder: Sendable {
  let path: String

  /// Makes an empty folder in the system's place for temporary files.
  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "gridflex-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a text to a file of the folder.
  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
  }

  /// The text of a file of the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// The bytes of a file of the folder.
  func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path + "/" + name))
  }

  /// Every file below the folder, by path, sorted.
  func files() -> [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
  }
}
