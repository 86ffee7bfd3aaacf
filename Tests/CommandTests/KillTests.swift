import Foundation
import TestSupport
import Testing

/// Runs that are killed at any moment, while others use the processor too.
struct KillTests {
  private static let kills = 100
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  /// The words of one of two variants, whose results are of one kind and differ.
  private func words(_ variant: Int, to path: String) -> [String] {
    [
      "dispatch", tutorial, "--quiet", "--output", path, "--set",
      "assets/wind/wind/capacity_mw=\(variant == 0 ? 1100 : 1200)",
    ]
  }

  /// A folder's files with their bytes, but for what differs between runs.
  private func contents(of folder: String) -> [String: Data] {
    var found: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      guard !name.hasSuffix("timing.json") else { continue }
      if let data = FileManager.default.contents(atPath: folder + "/" + name) {
        found[name] = data
      }
    }
    return found
  }

  /// Starts a run; the seconds until it ends, of itself or killed.
  @discardableResult
  private func run(
    _ variant: Int,
    in scratch: ScratchFolder,
    to path: String,
    killedAfter delay: Double? = nil
  ) throws -> Double {
    let process = Process()
    process.executableURL = CommandRun.command
    process.arguments = words(variant, to: path)
    process.currentDirectoryURL = URL(filePath: scratch.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = Date()
    try process.run()
    if let delay {
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return Date().timeIntervalSince(start)
  }

  @Test(.dear)
  func `a killed run leaves the old or the new result whole, and the next one clears up`() throws {
    let scratch = try ScratchFolder()
    let whole = try (0..<2).map { variant in
      try run(variant, in: scratch, to: "whole-\(variant)")
      return contents(of: scratch.path + "/whole-\(variant)")
    }
    #expect(whole.allSatisfy { $0.count > 10 })
    #expect(whole[0] != whole[1])
    // What a run takes, about: it follows the machine, whatever else that does meanwhile.
    var duration = try run(0, in: scratch, to: "out")
    let seed: UInt64 = 20_300_117
    var random = Dice(seed: seed)
    var seen = Set<Int>()
    var standing = 0
    for number in 1...Self.kills {
      // Half of them come to an end, about; what stands there then changes.
      let delay = duration * Double(random.next() % 2_000) / 1_000
      try run(1 - standing, in: scratch, to: "out", killedAfter: delay)
      let left = contents(of: scratch.path + "/out")
      let which = whole.firstIndex(of: left)
      #expect(which != nil, "kill \(number), seed \(seed): \(left.keys.sorted())")
      duration *= which == standing ? 1.1 : 1 / 1.1
      standing = which ?? standing
      seen.insert(standing)
    }
    #expect(seen == [0, 1])
    try run(1, in: scratch, to: "out")
    #expect(contents(of: scratch.path + "/out") == whole[1])
    #expect(!scratch.files().contains { $0.hasPrefix(".") })
  }

  @Test(.dear)
  func `runs into one folder at once leave one result whole and nothing beside it`() throws {
    let scratch = try ScratchFolder()
    let whole = try (0..<2).map { variant in
      try run(variant, in: scratch, to: "whole-\(variant)")
      return contents(of: scratch.path + "/whole-\(variant)")
    }
    for _ in 0..<5 {
      let group = DispatchGroup()
      for number in 0..<6 {
        DispatchQueue.global().async(group: group) {
          _ = try? run(number % 2, in: scratch, to: "out")
        }
      }
      group.wait()
      #expect(whole.contains(contents(of: scratch.path + "/out")))
      #expect(!scratch.files().contains { $0.hasPrefix(".") })
    }
  }
}
