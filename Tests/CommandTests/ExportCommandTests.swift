import Foundation
import Testing

struct ExportCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test(arguments: ["mps", "lp"])
  func `a file and stdout get the same text`(format: String) throws {
    let scratch = try ScratchFolder()
    let file = try CommandRun(
      "export",
      tutorial,
      "--format",
      format,
      "--output",
      "program",
      in: scratch.path
    )
    #expect(file.code == 0)
    #expect(file.output.hasPrefix("program: "))
    let stdout = try CommandRun("export", tutorial, "--format", format, "--output", "-")
    #expect(stdout.output == (try scratch.read("program")))
    #expect(scratch.files().filter { !$0.hasPrefix(".") } == ["program"])
  }

  @Test func `format and output must be given`() throws {
    let run = try CommandRun("export", tutorial, "--output", "x")
    #expect(run.code == 64)
    #expect(
      run.messages == "gridflex: --format mps|lp|pypsa is missing\ntry 'gridflex export --help'\n"
    )
    #expect(try CommandRun("export", tutorial, "--format", "lp").code == 64)
  }

  @Test func `a folder or a place that is not there is refused`() throws {
    let scratch = try ScratchFolder()
    for path in [".", "nowhere/program"] {
      let run = try CommandRun(
        "export",
        tutorial,
        "--format",
        "mps",
        "--output",
        path,
        in: scratch.path
      )
      #expect(run.code == 73)
    }
    #expect(scratch.files().allSatisfy { $0.hasPrefix(".") })
  }

  @Test func `a full disk ends with 73, and a device is never replaced by a file`() throws {
    let scratch = try ScratchFolder()
    let link = scratch.path + "/device"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
    let run = try CommandRun("export", tutorial, "--format", "mps", "--output", link)
    #expect(run.code == 73)
    #expect(run.messages.contains("no space left on the device"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/full")
    #expect(scratch.files().filter { !$0.hasPrefix(".") } == ["device"])
  }

  @Test func `a PyPSA folder tells on stderr what its list of differences holds`() throws {
    let scratch = try ScratchFolder()
    let words = ["export", tutorial, "--format", "pypsa", "--output", "network"]
    let run = try CommandRun(words, in: scratch.path)
    #expect(run.code == 0)
    #expect(run.output == "network: 48 snapshots, 14 rules not carried over\n")
    let told = run.messages.split(separator: "\n")
    let listed = try scratch.read("network/not-carried-over.csv").split(separator: "\n")
    #expect(told.count == listed.count - 1)
    #expect(told.contains("battery: cycles_per_day is left out: PyPSA counts no cycles."))
    #expect(listed.contains("battery,cycles_per_day,left out,PyPSA counts no cycles."))
    #expect(try CommandRun(words, in: scratch.path).code == 0)
  }

  @Test func `a PyPSA folder needs a place of its own`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "file")
    let base = ["export", tutorial, "--format", "pypsa", "--output"]
    #expect(try CommandRun(base + ["-"], in: scratch.path).code == 64)
    #expect(try CommandRun(base + ["."], in: scratch.path).code == 73)
    #expect(try CommandRun(base + ["file"], in: scratch.path).code == 73)
    #expect(scratch.files().filter { !$0.hasPrefix(".") } == ["file"])
  }

  /// A Python with highspy, where there is one.
  private static let oracle = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""

  @Test(
    .enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"),
    arguments: ["mps", "lp"]
  )
  func `HiGHS finds the optimum between the certified cost and bound`(format: String) throws {
    let scratch = try ScratchFolder()
    let program = scratch.path + "/program." + format
    let result = scratch.path + "/result"
    #expect(
      try CommandRun("export", tutorial, "--format", format, "--output", program).code == 0
    )
    #expect(try CommandRun("dispatch", tutorial, "--output", result).code == 0)
    let script = CommandRun.repository + "Benchmarks/highs.py"
    #expect(try Self.python(script, program, result + "/summary.json") == 0)
  }

  /// Whether that Python has PyPSA too.
  private static let hasPyPSA = !oracle.isEmpty && (try? python("-c", "import pypsa")) == 0

  @Test(
    .enabled(if: hasPyPSA, "no Python with pypsa: see GRIDFLEX_ORACLE_PYTHON"),
    arguments: [
      ("jilin-2030-peer", []), ("liaoning-2030-peer", []),
      ("jilin-2030-peer", ["--set", "assets/coal/coal-660/start_output_pu=0.4"]),
      ("liaoning-2030-peer", ["--set", "commitment=none"]),
    ]
  )
  func `PyPSA finds the same optimum where it can say the model`(
    name: String,
    changes: [String]
  ) throws {
    let scratch = try ScratchFolder()
    let model = CommandRun.repository + "GridModels/" + name
    let window = ["--from", "2030-04-01", "--hours", "72"] + changes
    let export = ["export", model, "--format", "pypsa", "--output", "network"] + window
    #expect(try CommandRun(export, in: scratch.path).code == 0)
    let dispatch = ["dispatch", model, "--method", "exact", "--output", "result"] + window
    #expect(try CommandRun(dispatch, in: scratch.path).code == 0)
    let script = CommandRun.repository + "Benchmarks/peer_solve.py"
    let solution = scratch.path + "/solution.json"
    #expect(try Self.python(script, "pypsa", scratch.path + "/network", solution) == 0)
    let found = try Self.number("objective", in: scratch.read("solution.json"))
    let cost = try Self.number("cost", in: scratch.read("result/summary.json"))
    #expect(abs(found - cost) <= 1e-6 * abs(cost))
  }

  /// The number of a key anywhere in a JSON object.
  private static func number(_ key: String, in text: String) throws -> Double {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let nested = json?["objective"] as? [String: Any]
    return try #require((nested?[key] ?? json?[key]) as? Double)
  }

  /// The exit code of that Python with these words.
  private static func python(_ words: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: oracle)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
