import Foundation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation
@testable import LinearProgramming

/// No limit of a unit with commitment is left out where it binds: every subset of them, on random hours.
struct CommitmentRelaxationTests {
  private func expectSame(_ relaxation: CommitmentRelaxation, _ name: Comment) throws {
    let full = try Simplex.solve(FlatProgram(relaxation.program))
    let expected = relaxation.program.cost(of: full.values)
    let grid = relaxation.model.grid
    guard full.termination == .optimal, case .solved(let result) = try relaxation.model.run() else {
      #expect(full.termination == .infeasible, name)
      #expect(try relaxation.model.infeasibility() != nil, name)
      return
    }
    #expect(abs(result.cost - expected) <= 1e-7 * (1 + abs(expected)), name)
    #expect(Verifier.verify(grid, result).violations.map(\.text) == [], name)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `every subset of limits has the optimum of the full relaxation`(seed: UInt64) throws {
    for subset in CommitmentRelaxation.Limits.all {
      let relaxation = CommitmentRelaxation(
        .init(rawValue: subset),
        seed: seed * 10_000 + UInt64(subset)
      )
      try expectSame(relaxation, "limits \(subset), seed \(seed)")
    }
  }

  @Test(arguments: [false, true])
  func `so has every subset beside reserve, which may share the ramps`(shares: Bool) throws {
    for subset in stride(from: shares ? 0 : 1, to: 1024, by: 3) {
      var relaxation = CommitmentRelaxation(.init(rawValue: subset), seed: 70_000 + UInt64(subset))
      relaxation.reserve = (20, 10)
      relaxation.sharesRamp = shares
      try expectSame(relaxation, "limits \(subset), sharing \(shares)")
    }
  }

  /// A Python with highspy, where there is one.
  private static let oracle = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""

  @Test(.enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"))
  func `HiGHS finds the same optimum of both programs`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "relaxations-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let subsets = Array(stride(from: 0, to: 1024, by: 9))
    for subset in subsets {
      let relaxation = CommitmentRelaxation(.init(rawValue: subset), seed: 90_000 + UInt64(subset))
      let ours = relaxation.model.grid.formulated().build()
      for (kind, program) in [("full", relaxation.program), ("ours", ours)] {
        var text = ""
        MPSWriter.write(program, to: &text)
        let file = folder.appending(path: "\(subset)-\(kind).mps")
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
    }
    let optima = try Self.optima(of: folder)
    for subset in subsets {
      let full = try #require(optima["\(subset)-full"])
      let ours = try #require(optima["\(subset)-ours"])
      #expect(full == ours || abs(full - ours) <= 1e-6 * (1 + abs(full)), "limits \(subset)")
    }
  }

  /// The optimum of each program of a folder, +∞ where there is none, by the file's name.
  private static func optima(of folder: URL) throws -> [String: Double] {
    let answer = folder.appending(path: "optima")
    let script = """
      import glob, os, sys, highspy
      with open(sys.argv[2], "w") as answer:
        for path in sorted(glob.glob(sys.argv[1] + "/*.mps")):
          solver = highspy.Highs(); solver.setOptionValue("output_flag", False)
          solver.readModel(path); solver.run()
          found = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
          value = solver.getInfo().objective_function_value if found else float("inf")
          answer.write(os.path.basename(path)[:-4] + " " + repr(value) + "\\n")
      """
    let process = Process()
    process.executableURL = URL(filePath: oracle)
    process.arguments = ["-c", script, folder.path, answer.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    var optima: [String: Double] = [:]
    for line in try String(contentsOf: answer, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      optima[String(words[0])] = Double(words[1])
    }
    return optima
  }

  /// 290 MW for 12 h, then 180 MW, and two plants of 300 MW: one at 20 a MWh that falls by 20 MW an hour and may
  /// stop from 200 MW, started for 1, and a dear one at 500 that is always on.
  ///
  /// With u on and a above the least 0.3·u, of 300 MW: from 290 to 180 the cheap plant, all on, can fall by 20 an
  /// hour to 270. What stops may have stood at 200 MW of its 300, so the fall of 110 is more than any stop takes
  /// at once, and from the evening before on output is bought dear so that 180 is met at noon.
  @Test func `starting and stopping at once does not ease a ramp down`() throws {
    let model = rampDown { _ in }
    #expect(try model.solve().cost == 121_440)
    // A start that is dear and one that is free make no difference to what is allowed.
    let dear = try rampDown { $0.startCost = 100_000 }.solve().cost
    #expect(dear >= 121_440)
  }

  private func rampDown(_ change: (inout Generator) -> Void) -> SmallModel {
    var model = SmallModel(load: (0..<24).map { $0 < 12 ? 290 : 180 }, lostLoad: 20_000)
    model.add(Generator.self) {
      $0.name = "g"
      $0.capacity = Power(megawatts: 300)
      $0.minimumOutput = .constant(0.3)
      $0.marginalCost = .constant(20)
      $0.commitment = .linear
      $0.startCost = 1
      $0.rampDown = 20
      $0.shutdownOutput = 200
      change(&$0)
    }
    model.add(Generator.self) {
      $0.name = "p"
      $0.capacity = Power(megawatts: 300)
      $0.marginalCost = .constant(500)
    }
    return model
  }
}
