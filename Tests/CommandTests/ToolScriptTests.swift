import Foundation
import Testing

/// The scripts that say which tools and packages are other than those the tests were passed with.
struct ToolScriptTests {
  /// Runs a program of the repository: its exit code, and what it said on stderr.
  private func run(_ program: String, _ words: [String]) throws -> (code: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test func `another version is told in a sentence and hinders nothing`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("# what was\nswift 1.0\nnothing 3.1\n", to: "versions")
    let (code, said) = try run(CommandRun.repository + ".ci/versions", [scratch.path + "/versions"])
    #expect(code == 0)
    let lines = said.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("versions: swift is "))
    #expect(lines[0].contains(" here; the tests were last passed with 1.0."))
    #expect(lines[1].hasPrefix("versions: the version of nothing cannot be told here"))
  }

  private static let oracle = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""

  @Test(.enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"))
  func `a package that is not as pinned is named with both versions`() throws {
    // The check reads the list beside it: a copy beside other pins.
    let scratch = try ScratchFolder()
    let check = try String(contentsOfFile: CommandRun.repository + ".ci/pins.py", encoding: .utf8)
    try scratch.write(check, to: "pins.py")
    try scratch.write("# pins\npip==0.1\n", to: "python.txt")
    let words = [scratch.path + "/pins.py", "pip", "no-such-package"]
    let (code, said) = try run(Self.oracle, words)
    #expect(code == 1)
    let lines = said.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains(": pip is ") && lines[0].contains(" and was 0.1 when "))
    #expect(lines[1].hasSuffix(": no-such-package is not installed"))
  }

  @Test func `every package is pinned to one version`() throws {
    let text = try String(contentsOfFile: CommandRun.repository + ".ci/python.txt", encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*/) != nil })
    #expect(Set(lines.map { $0.split(separator: "=")[0].lowercased() }).count == lines.count)
    #expect(lines.contains { $0.hasPrefix("highspy==") })
    #expect(lines.contains { $0.hasPrefix("pypsa==") })
  }

  @Test(.enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"))
  func `the benchmarks read a peer that prints a banner`() throws {
    let scratch = try ScratchFolder()
    let loud = """
      print("Running HiGHS 99.0: welcome")
      class HighsStatus: kError = -1
      class Info: objective_function_value = 42.5
      class Highs:
        def setOptionValue(self, name, value): print("option", name)
        def readModel(self, path): print("reading", path)
        def run(self): print("18.5")
        def getInfo(self): return Info
        def getModelStatus(self): return 7
        def modelStatusToString(self, status): return "Optimal"
        def getNumRow(self): return 1
        def getNumCol(self): return 2
      """
    try scratch.write(loud, to: "highspy.py")
    let script = CommandRun.repository + "Benchmarks/peer_solve.py"
    let words = ["PYTHONPATH=\(scratch.path)", Self.oracle, "-B", script, "highs", "program.mps"]
    let (code, said) = try run("/usr/bin/env", words + [scratch.path + "/answer.json"])
    #expect(code == 0, "\(said)")
    #expect(try scratch.read("answer.json").contains("\"objective\": 42.5"))
  }
}
