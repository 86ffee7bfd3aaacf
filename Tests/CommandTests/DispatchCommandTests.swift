import Foundation
import Testing

struct DispatchCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test func `the tutorial is solved, its goals hold, and the result is complete`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun("dispatch", tutorial, in: scratch.path)
    #expect(run.code == 0)
    #expect(run.messages.isEmpty)
    #expect(run.output.hasPrefix("tutorial: A small grid over two winter days\n"))
    #expect(run.output.hasSuffix("\nresults in results/tutorial\n"))
    let files = scratch.files()
    for name in [
      "summary.json", "timing.json", "series/power_mw.csv", "series/price_per_mwh.csv",
      "series/stored_energy_mwh.csv", "resolved/model.yaml", "resolved/options.json",
      "resolved/assets/coal.csv",
    ] {
      #expect(files.contains("results/tutorial/" + name), "\(name)")
    }
    #expect(!files.contains { $0.contains("partial") })
  }

  @Test func `an end of coal is a goal as any other, with finite numbers`() throws {
    let scratch = try ScratchFolder()
    let changes = ["metric=coal-consumption", "at-most=0"]
    let run = try CommandRun(
      ["dispatch", tutorial, "--output", scratch.path + "/out", "--quiet", "--format", "json"]
        + changes.flatMap { ["--set", "goals/curtailment/" + $0] }
    )
    #expect(run.code == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    let goals = try #require(object["goals"] as? [[String: Any]])
    let goal = try #require(goals.first { $0["id"] as? String == "curtailment" })
    #expect(goal["verdict"] as? String == "fail")
    #expect(goal["threshold"] as? Double == 0)
    #expect(goal["year"] as? Int == 2030)
  }

  @Test func `a variant is named by summary and file, and replaces no other's result`() throws {
    let scratch = try ScratchFolder()
    _ = try CommandRun("dispatch", tutorial, in: scratch.path)
    let base = try scratch.read("results/tutorial/summary.json")
    let change = ["--set", "assets/battery/battery/power_mw=100"]
    let run = try CommandRun(["dispatch", tutorial] + change, in: scratch.path)
    let head = "tutorial: A small grid over two winter days\n"
    #expect(run.output.hasPrefix(head + "variant: battery.power_mw = 100 (model: 50)\n48 h "))
    #expect(run.output.hasSuffix("\nresults in results/tutorial+battery.power_mw=100\n"))
    let summary = try scratch.read("results/tutorial+battery.power_mw=100/summary.json")
    #expect(summary.contains("\"modelValue\": \"50\""))
    #expect(base.contains("\"variant\": []"))
    #expect(try scratch.read("results/tutorial/summary.json") == base)
    let same = ["--set", "assets/battery/battery/power_mw=50.0"]
    _ = try CommandRun(["dispatch", tutorial] + same, in: scratch.path)
    #expect(try scratch.read("results/tutorial/summary.json") == base)
  }

  @Test(arguments: ["text", "json"])
  func `orders to a terminal in a model or an argument are written out`(format: String) throws {
    let run = try CommandRun(
      "dispatch",
      tutorial,
      "--set",
      "title=\u{1B}[31mred\u{7}",
      "--set",
      "currency=\u{1B}]0;x\u{7}CNY",
      "--set",
      "goals/curtailment/source=a\u{9B}2J",
      "--format",
      format
    )
    #expect(run.code <= 1)
    func isPlain(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy { $0.value == 10 || $0.value >= 32 }
        && !text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) }
    }
    #expect(isPlain(run.output))
    #expect(run.output.contains("\\u001B[31mred\\u0007"))
    #expect(run.output.contains("a\\u009B2J"))
    let wrong = try CommandRun("dispatch", "no\u{1B}[31mwhere", "--gap", "\u{1B}[31m")
    #expect(wrong.code == 64)
    #expect(isPlain(wrong.messages))
  }

  @Test func `a result whose summary nobody could read is there, with its own code`() throws {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let words = "\"$0\" dispatch \"$1\" > /dev/full 2> messages"
    process.arguments = ["-c", words, CommandRun.command.path(), tutorial]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let told = "gridflex: stdout could not be written to; the result is in results/tutorial\n"
    #expect(try scratch.read("messages") == told)
    #expect(scratch.files().contains("results/tutorial/summary.json"))
  }

  @Test func `power and unserved energy meet demand in every hour as read back`() throws {
    let scratch = try ScratchFolder()
    _ = try CommandRun("dispatch", tutorial, "--output", "out", in: scratch.path)
    func sums(_ name: String) throws -> [Double] {
      try scratch.read("out/series/\(name).csv").split(separator: "\n").dropFirst().map { line in
        line.split(separator: ",").dropFirst().reduce(0) { $0 + (Double($1) ?? .nan) }
      }
    }
    let demand = try sums("demand_mw")
    #expect(demand.count == 48)
    for (step, pair) in zip(try sums("power_mw"), try sums("unserved_mw")).enumerated() {
      #expect(abs(pair.0 + pair.1 - demand[step]) < 1e-3, "hour \(step)")
    }
  }

  @Test func `json on stdout is the summary file and nothing else`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      "dispatch",
      tutorial,
      "--format",
      "json",
      "--output",
      "out",
      in: scratch.path
    )
    #expect(run.output == (try scratch.read("out/summary.json")))
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let keys = [
      "gridflex", "model", "status", "objective", "goals", "assets", "totals", "adequacy",
      "verification",
    ]
    let object = try #require(value as? [String: Any])
    for key in keys { #expect(object[key] != nil, "\(key)") }
    let goals = try #require(object["goals"] as? [[String: Any]])
    let goalKeys = [
      "id", "metric", "variant", "comparison", "threshold", "value", "numerator", "denominator",
      "unit", "verdict", "source", "withinGap",
    ]
    for goal in goals { #expect(Set(goalKeys).isSubset(of: goal.keys)) }
    let verification = try #require(object["verification"] as? [String: Double])
    #expect(
      verification.keys.sorted() == ["costDifference", "maxBalanceResidualMW", "maxBoundViolation"]
    )
  }

  @Test func `the same input gives the same bytes whatever the threads`() throws {
    let scratch = try ScratchFolder()
    for threads in ["1", "2"] {
      let run = try CommandRun(
        "dispatch",
        tutorial,
        "--threads",
        threads,
        "--output",
        "out\(threads)",
        in: scratch.path
      )
      #expect(run.code == 0)
    }
    let files = scratch.files().filter { $0.hasPrefix("out1/") && $0.contains(".") }
    #expect(files.count > 10)
    for file in files where !file.hasSuffix("timing.json") {
      let other = file.replacing("out1/", with: "out2/")
      #expect(try scratch.read(file) == scratch.read(other), "\(file)")
    }
  }

  @Test func `a missed goal ends with 1 and still writes its result`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      "dispatch",
      tutorial,
      "--set",
      "assets/interruptible-load/works/capacity_mw=1",
      "--output",
      "out",
      in: scratch.path
    )
    #expect(run.code == 1)
    #expect(run.output.contains("FAIL"))
    #expect(scratch.files().contains("out/summary.json"))
  }

  @Test func `a window is solved alone and says so`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      "dispatch",
      tutorial,
      "--from",
      "2030-01-16",
      "--hours",
      "24",
      "--output",
      "out",
      in: scratch.path
    )
    #expect(run.output.contains("24 h from 2030-01-16T00:00 to 2030-01-17T00:00"))
    #expect(run.output.contains("judged on the window"))
    let rows = try scratch.read("out/series/power_mw.csv").split(separator: "\n")
    #expect(rows.count == 25)
    #expect(rows[1].hasPrefix("2030-01-16T00:00,"))
  }

  @Test func `the resolved model gives the same result again`() throws {
    let scratch = try ScratchFolder()
    _ = try CommandRun(
      "dispatch",
      tutorial,
      "--set",
      "assets/wind/wind/capacity_mw=700",
      "--output",
      "a",
      in: scratch.path
    )
    _ = try CommandRun("dispatch", "a/resolved", "--output", "b", in: scratch.path)
    #expect(try scratch.read("a/summary.json") == scratch.read("b/summary.json"))
  }

  @Test(arguments: ["exact", "rolling"])
  func `a gap that is asked for and not met ends with 3 and says so`(method: String) throws {
    let scratch = try ScratchFolder()
    let asked = ["dispatch", tutorial, "--method", method, "--output", "out"]
    let run = try CommandRun(asked + ["--gap", "1e-300"], in: scratch.path)
    let summary = try scratch.read("out/summary.json")
    let met = try CommandRun(asked + ["--gap", "1e-6"], in: scratch.path)
    #expect(met.code == 0)
    #expect(met.output.contains("\noptimal: "))
    // Arithmetic ends the gap of an optimum at some 1e-16 of its cost, but for a lucky 0.
    #expect(run.code == 3)
    #expect(run.output.contains("\ngap not met: "))
    #expect(summary.contains("\"status\": \"gap not met\""))
    #expect(run.messages.contains("gridflex: the gap asked for is not met\n"))
    #expect(!run.messages.contains("stopped by"))
  }

  @Test func `an infeasible model ends with 2, tells when and why, and writes nothing`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      "dispatch",
      tutorial,
      "--set",
      "assets/coal/coal-heat/units=30",
      in: scratch.path
    )
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    let lines = run.messages.split(separator: "\n")
    #expect(lines.first == "gridflex: no schedule meets the rules of the model (proved)")
    #expect(lines[1].hasPrefix("2030-01-1"))
    #expect(lines[1].contains(":00: must-run output exceeds demand and export by "))
    #expect(!scratch.files().contains("results"))
  }

  @Test func `bad data writes no result folder`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
      "dispatch",
      tutorial,
      "--set",
      "assets/battery/battery/charging_efficiency=1.2",
      in: scratch.path
    )
    #expect(run.code == 65)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("charging_efficiency"))
    #expect(!scratch.files().contains("results"))
  }

  @Test func `an output that is a file or a foreign folder is refused and kept`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "notes")
    let file = try CommandRun("dispatch", tutorial, "--output", "notes", in: scratch.path)
    #expect(file.code == 73)
    #expect(file.messages.contains("notes: is a file, not a result folder"))
    let folder = try CommandRun("dispatch", tutorial, "--output", ".", in: scratch.path)
    #expect(folder.code == 73)
    #expect(try scratch.read("notes") == "mine")
  }

  @Test func `an older result is replaced whole`() throws {
    let scratch = try ScratchFolder()
    _ = try CommandRun("dispatch", tutorial, "--output", "out", in: scratch.path)
    try scratch.write("old", to: "out/series/old.csv")
    let run = try CommandRun("dispatch", tutorial, "--output", "out", in: scratch.path)
    #expect(run.code == 0)
    #expect(!scratch.files().contains("out/series/old.csv"))
  }
}
