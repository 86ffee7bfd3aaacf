import Foundation
import TestSupport
import Testing

/// Whatever stands in a folder, the command ends in a way that is documented, and says where the fault is.
///
/// `GRIDFLEX_MUTANTS` sets how many there are of each kind of folder, `GRIDFLEX_SEED` the first seed.
struct MutantTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["GRIDFLEX_MUTANTS"].flatMap { Int($0) } ?? 170
  private static let firstSeed = environment["GRIDFLEX_SEED"].flatMap { UInt64($0) } ?? 1
  /// Codes of an end that the help page knows; 70 is a fault of the program.
  private static let documented: Set<Int32> = [0, 1, 2, 3, 65, 66]

  @Test(.dear) func `a mutant of a model is dispatched or refused`() throws {
    let folder = try MutantFolder(CommandRun.repository + "/GridModels/tutorial")
    try run(folder) { scratch in
      try CommandRun(Self.dispatch("network"), in: scratch)
    }
  }

  @Test(.dear) func `a mutant of a PyPSA network is imported and dispatched or refused`() throws {
    try run(MutantFolder(files: ForeignNetworks.pypsa)) { scratch in
      let read = try CommandRun("import", "pypsa", "network", "model", in: scratch)
      #expect(read.code == 0 || !FileManager.default.fileExists(atPath: scratch + "/model"))
      return read.code == 0 ? try CommandRun(Self.dispatch("model"), in: scratch) : read
    }
  }

  @Test(.dear) func `a mutant of the tables of RTS-GMLC is imported and dispatched or refused`()
    throws
  {
    try run(MutantFolder(files: ForeignNetworks.rts)) { scratch in
      let read = try CommandRun("import", "rts-gmlc", "network", "model", in: scratch)
      #expect(read.code == 0 || !FileManager.default.fileExists(atPath: scratch + "/model"))
      return read.code == 0 ? try CommandRun(Self.dispatch("model"), in: scratch) : read
    }
  }

  @Test(.dear) func `a mutant of a GenX case is imported and dispatched or refused`() throws {
    try run(MutantFolder(files: ForeignNetworks.genx)) { scratch in
      let read = try CommandRun("import", "genx", "network", "model", in: scratch)
      #expect(read.code == 0 || !FileManager.default.fileExists(atPath: scratch + "/model"))
      return read.code == 0 ? try CommandRun(Self.dispatch("model"), in: scratch) : read
    }
  }

  /// The folders as they are can be dispatched: mutants of what is refused would show nothing.
  @Test func `what mutants are made of is sound`() throws {
    for (format, files) in [
      ("pypsa", ForeignNetworks.pypsa), ("rts-gmlc", ForeignNetworks.rts),
      ("genx", ForeignNetworks.genx),
    ] {
      let scratch = try ScratchFolder()
      try MutantFolder(files: files).write(to: scratch.path + "/network")
      let read = try CommandRun("import", format, "network", "model", in: scratch.path)
      #expect(read.code == 0, "\(read.messages)")
      let solved = try CommandRun(Self.dispatch("model"), in: scratch.path)
      #expect(solved.code == 0, "\(format): \(solved.messages)")
    }
  }

  private static func dispatch(_ model: String) -> [String] {
    ["dispatch", model, "--hours", "12", "--output", "result", "--time-limit", "20", "--quiet"]
  }

  private func run(_ folder: MutantFolder, _ act: (String) throws -> CommandRun) throws {
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.count) {
      var dice = Dice(seed: seed)
      let mutant = folder.mutated(by: &dice)
      let scratch = try ScratchFolder()
      try mutant.write(to: scratch.path + "/network")
      let ended = try act(scratch.path)
      let told =
        "seed \(seed): \(mutant.changes), code \(ended.code): \(ended.messages.prefix(2000))"
      #expect(Self.documented.contains(ended.code), "\(told)")
      check(ended, in: scratch.path, told)
    }
  }

  /// A result is whole and keeps its rules, and a refusal leaves none and names the place.
  private func check(_ ended: CommandRun, in scratch: String, _ told: String) {
    #expect(!ended.messages.unicodeScalars.contains { Self.isControl($0) }, "\(told)")
    let summary = scratch + "/result/summary.json"
    if ended.code <= 1 {
      let text = (try? String(contentsOfFile: summary, encoding: .utf8)) ?? ""
      #expect(text.contains("\"objective\""), "\(told)")
      #expect(imbalance(of: text) <= 1e-3, "\(told)")
    } else if ended.code >= 64 || ended.code == 2 {
      #expect(!FileManager.default.fileExists(atPath: summary), "\(told)")
    }
    guard ended.code >= 64 else { return }
    let hasPlace = ended.messages.split(separator: "\n").contains { line in
      line.hasPrefix("network/") || line.hasPrefix("network:") || line.hasPrefix("--")
        || line.hasPrefix("model.yaml") || line.contains("goals/")
    }
    #expect(hasPlace, "\(told)")
  }

  /// The largest imbalance that the verification of a result found, MW; endless where it is not told.
  private func imbalance(of text: String) -> Double {
    guard let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      let verification = json["verification"] as? [String: Any],
      let worst = verification["maxBalanceResidualMW"] as? Double
    else { return .infinity }
    return worst
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
