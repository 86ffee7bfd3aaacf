import Foundation
import TestSupport
import Testing

/// `gridflex explain` on a result of the tutorial with more wind than it can use.
struct ExplainCommandTests {
  private let scratch: ScratchFolder
  private var result: String { scratch.path + "/result" }

  init() throws { scratch = try ScratchFolder() }

  private func dispatch(_ changes: String...) throws -> CommandRun {
    let tutorial = CommandRun.repository + "GridModels/tutorial"
    let sets = changes.flatMap { ["--set", $0] }
    return try CommandRun(["dispatch", tutorial, "--output", result, "--quiet"] + sets)
  }

  @Test func `a missed goal is told with what holds it and a fix that makes it hold`() throws {
    #expect(try dispatch("assets/wind/wind/capacity_mw=1200").code == 1)
    let run = try CommandRun("explain", result, "curtailment")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("curtailment: must be at most 5.00 %, and is "))
    #expect(run.output.contains("What holds it, each taken away alone: "))
    // Each fix stands there as a command line takes it, and with it the goal holds.
    let fixes = run.output.components(separatedBy: "  Fix of ").dropFirst()
    #expect(!fixes.isEmpty)
    for fix in fixes {
      let sets = fix.split(separator: "\n").compactMap { line -> [String]? in
        let words = line.split(separator: " ").map(String.init)
        return words.first == "--take" ? ["--take", words[1]] : nil
      }
      #expect(!sets.isEmpty)
      let fixed = try CommandRun(
        [
          "dispatch", CommandRun.repository + "GridModels/tutorial", "--output",
          scratch.path + "/fixed", "--quiet", "--enforce-goals", "--set",
          "assets/wind/wind/capacity_mw=1200",
        ] + sets.flatMap { $0 }
      )
      #expect(fixed.code == 0, "\(fixed.output)")
      #expect(fixed.output.contains(/curtailment .*PASS/), "\(fixed.output)")
    }
  }

  @Test func `a goal that was not judged is not explained as missed`() throws {
    let run = try dispatch("assets/wind/wind/capacity_mw=1200", "goals/curtailment/year=2035")
    #expect(run.code == 0)
    #expect(run.output.contains("the target is for 2035, the model of 2030"))
    let explained = try CommandRun("explain", result)
    #expect(explained.code == 0)
    #expect(!explained.output.contains("curtailment: must be"))
  }

  @Test func `as data it says the same, every key there`() throws {
    let tutorial = CommandRun.repository + "GridModels/tutorial"
    _ = try CommandRun([
      "dispatch", tutorial, "--output", result, "--quiet", "--hours", "12", "--set",
      "assets/wind/wind/capacity_mw=1200",
    ])
    let run = try CommandRun("explain", result, "curtailment", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    let explanations = try #require(object["explanations"] as? [[String: Any]])
    let keys = Set(try #require(explanations.first).keys)
    #expect(
      keys == [
        "goal", "metric", "variant", "comparison", "threshold", "unit", "isDispatched", "reached",
        "best",
        "bestWithCommitment", "bound", "isAttainable", "causes", "price", "leastOutlay",
        "leastTotalCost",
        "spansAYear", "bestWithAllOptions",
        "conflict", "remarks", "wasStopped",
      ]
    )
  }

  @Test func `a time limit is that of the whole, and ends it with 3`() throws {
    #expect(try dispatch("assets/wind/wind/capacity_mw=1200").code == 1)
    let run = try CommandRun("explain", result, "--time-limit", "0.001")
    #expect(run.code == 3)
    #expect(run.messages.contains("stopped by the time limit; this is what was known until then"))
    #expect(!run.output.contains("every goal that has a threshold holds"))
  }

  @Test func `goals that hold with room need no explanation`() throws {
    #expect(try dispatch("assets/wind/wind/capacity_mw=600").code >= 0)
    let run = try CommandRun("explain", result)
    #expect(run.code == 0)
    #expect(!run.output.contains("curtailment: must"))
  }

  @Test
  func `an unknown goal, a goal without a threshold and a folder without a result are refused`()
    throws
  {
    _ = try dispatch()
    let unknown = try CommandRun("explain", result, "curtailmnt")
    #expect(unknown.code == 64)
    #expect(unknown.messages.contains("the model has no goal 'curtailmnt'"))
    #expect(unknown.messages.contains("'curtailment'"))
    let missing = try CommandRun("explain", scratch.path + "/nowhere")
    #expect(missing.code == 66)
    #expect(missing.messages.contains("is no result folder"))
  }
}
