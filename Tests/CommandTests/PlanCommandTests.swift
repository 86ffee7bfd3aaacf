import Foundation
import TestSupport
import Testing

/// `gridflex plan` on the tutorial with a table of options.
struct PlanCommandTests {
  private let scratch: ScratchFolder
  private let table = """
    name,asset,adds,set,unit_size,most,group,capital_per_mw,capital_per_mwh,life_years,rate,upkeep_per_mw,upkeep_per_unit,source
    power,battery,power_mw,,100,400,,160000,,15,0.07,25000,,assumed
    energy,battery,energy_mwh,,400,1600,,,390000,15,0.07,,,assumed
    wind,wind,capacity_mw,,150,600,,5000000,,25,0.07,45000,,assumed
    retire,coal-heat,units=-1,,1,,heat,,,,,,-26400000,assumed
    retrofit,coal-heat,,retrofit_share_pu=1,1,4,heat,120000,,10,0.07,,,assumed
    better,coal-condensing,,coal_rate_g_per_kwh=290;minimum_output_pu=0.3;retrofit_share_pu=0,1,2,units,300000,,12,0.07,,,assumed
    """

  init() throws {
    scratch = try ScratchFolder()
    #expect(try CommandRun("new", "valley", in: scratch.path).code == 0)
    try scratch.write(table + "\n", to: "valley/options.csv")
  }

  private func plan(_ words: String...) throws -> CommandRun {
    try CommandRun(
      ["plan", "valley", "--output", "plan", "--quiet"] + words,
      in: scratch.path
    )
  }

  private func summary(_ folder: String) throws -> [String: Any] {
    let text = try scratch.read(folder + "/summary.json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
  }

  @Test func `a plan is told on one page and kept with its bounds`() throws {
    let run = try plan()
    #expect(run.code == 0, "\(run.messages)\(run.output)")
    for part in [
      "plan of valley", "certified: no plan of these options", "one more saves", "goals",
    ] {
      #expect(run.output.contains(part), "\(part): \(run.output)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(run.output)")
    let rows = try scratch.read("plan/plan.csv").split(separator: "\n")
    #expect(rows.count == 7)
    #expect(rows[0].hasPrefix("option,asset,size,unit,unit_size,most,"))
    #expect(try scratch.read("plan/cuts.csv").hasPrefix("kind,constant,power [MW],energy [MWh],"))
    let plan = try #require(try summary("plan")["plan"] as? [String: Any])
    let (cost, bound) = (plan["cost"] as? Double, plan["lowerBound"] as? Double)
    #expect(try #require(bound) <= #require(cost))
    #expect(plan["holdsGoals"] as? Bool == true)
  }

  @Test func `the planned model runs again to the same cost`() throws {
    #expect(try plan().code == 0)
    let again = try CommandRun(
      ["dispatch", "plan/resolved", "--output", "again", "--quiet"],
      in: scratch.path
    )
    #expect(again.code == 0, "\(again.messages)")
    func cost(_ folder: String) throws -> Double {
      let objective = try #require(try summary(folder)["objective"] as? [String: Any])
      return try #require(objective["cost"] as? Double)
    }
    let (first, second) = (try cost("plan"), try cost("again"))
    #expect(abs(first - second) <= 1e-3 * abs(first))
  }

  @Test func `the tables of a plan open in Excel in Chinese with the same numbers`() throws {
    #expect(try plan("--csv", "excel", "--language", "zh").code == 0)
    for (plain, excel, heading) in [
      ("plan.csv", "规划方案.csv", "选项,资产,规模,单位,"),
      ("cuts.csv", "成本下界.csv", "类别,常数(元),power [兆瓦],energy [兆瓦时],"),
    ] {
      let file = URL(fileURLWithPath: scratch.path + "/plan/excel/" + excel)
      let bytes = try Data(contentsOf: file)
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
      #expect(text.hasPrefix(heading))
      func numbers(_ text: String) -> [[Double?]] {
        text.split(whereSeparator: \.isNewline).dropFirst().map { row in
          row.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        }
      }
      let expected = numbers(try scratch.read("plan/" + plain))
      #expect(!expected.isEmpty && numbers(text) == expected)
      #expect(text.split(separator: "\r\n").count == expected.count + 1)
    }
  }

  @Test func `sizes taken by hand cost no less than the plan`() throws {
    #expect(try plan().code == 0)
    let plan = try #require(try summary("plan")["plan"] as? [String: Any])
    let run = try CommandRun(
      [
        "dispatch", "valley", "--output", "hand", "--quiet", "--enforce-goals", "--take",
        "wind=150", "--take", "better=1",
      ],
      in: scratch.path
    )
    #expect(run.code <= 1, "\(run.messages)")
    #expect(run.output.contains("options taken: "))
    #expect(run.output.contains("wind: 150 MW"))
    let hand = try #require(try summary("hand")["objective"] as? [String: Any])
    let hours = 48.0 / 8760
    // 150 MW at 5 M/MW over 25 a at 7 % and 45,000 of upkeep; one unit of 300 MW at 300,000 over 12 a.
    let wind = 150 * (5e6 * 0.07 / (1 - pow(1.07, -25)) + 45_000)
    let better = 300 * 300_000 * 0.07 / (1 - pow(1.07, -12))
    let cost = try #require(hand["cost"] as? Double) + hours * (wind + better)
    #expect(cost >= (try #require(plan["lowerBound"] as? Double)) * (1 - 1e-9))
  }

  @Test func `only the options that are named are taken, and what needs others is refused`()
    throws
  {
    #expect(try plan("--options", "power,energy").code == 0)
    let rows = try scratch.read("plan/plan.csv").split(separator: "\n")
    #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == ["power", "energy"])
    // The others are there still, for the next plan.
    #expect(try scratch.read("plan/resolved/model.yaml").contains("name: wind\n    asset: wind"))
    let unknown = try plan("--options", "powr")
    #expect(unknown.code == 64)
    #expect(
      unknown.messages.contains(
        "--options powr: the model has no such option; did you mean 'power'?"
      )
    )
    let alone = try plan("--options", "power", "--set", "options/power/needs=retire")
    #expect(alone.code == 64)
    #expect(alone.messages.contains("--options power: it needs 'retire'. Name that too."))
    let export = try CommandRun(
      ["export", "valley", "--format", "lp", "--output", "a.lp", "--options", "power"],
      in: scratch.path
    )
    #expect(export.code == 64)
    #expect(export.messages.contains("add --plan"))
  }

  @Test func `options that were not asked for may have nothing left to change`() throws {
    // All units of the cluster are retrofitted: none is left that could be retired.
    let run = try plan("--options", "retrofit", "--set", "options/retrofit/least=4")
    #expect(run.code == 0, "\(run.messages)\(run.output)")
    let planned = try scratch.read("plan/resolved/model.yaml")
    #expect(!planned.contains("name: retire\n") && planned.contains("name: wind\n"))
    // A table whose options are of units that are gone is read, and says so.
    let gone = try CommandRun(
      ["check", "valley", "--set", "assets/coal/coal-heat/units=0"],
      in: scratch.path
    )
    #expect(gone.messages.contains("has nothing that the option could change: it is left out"))
    #expect(!gone.messages.contains("unit-size"))
  }

  @Test func `what a goal costs is told where it is asked for`() throws {
    let run = try plan("--goal-costs")
    #expect(run.code == 0, "\(run.messages)\(run.output)")
    #expect(run.output.contains("what a goal costs, CNY"))
    let plan = try #require(try summary("plan")["plan"] as? [String: Any])
    let costs = try #require(plan["goalCosts"] as? [[String: Any]])
    #expect(
      costs.map { $0["goal"] as? String } == [
        "curtailment", "peak-response", "non-fossil-capacity-share",
      ]
    )
    // To lose less wind costs something; half of the capacity is non-fossil in any case.
    #expect(try #require(costs[0]["cost"] as? Double) > 1_000)
    #expect(costs[2]["cost"] as? Double == 0)
    // A report of the plan has it as a column.
    let report = try CommandRun(["report", "plan", "--output", "plan.html"], in: scratch.path)
    #expect(report.code == 0, "\(report.messages)")
    #expect(try scratch.read("plan.html").contains("Cost of holding it"))
  }

  @Test func `the exported program has the plan's bound and cost about its optimum`() throws {
    #expect(try plan("--goals", "all", "--gap", "1e-6").code <= 3)
    let plan = try #require(try summary("plan")["plan"] as? [String: Any])
    let export = try CommandRun(
      ["export", "valley", "--plan", "--format", "mps", "--output", "plan.mps"],
      in: scratch.path
    )
    #expect(export.code == 0, "\(export.messages)")
    guard let python = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] else { return }
    let code = """
      import highspy
      h = highspy.Highs(); h.silent(); h.readModel('\(scratch.path)/plan.mps'); h.run()
      print(repr(h.getInfo().objective_function_value))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", code]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let optimum = try #require(Double(text.split(separator: "\n").last.map(String.init) ?? ""))
    // Shares of units may be fractions there; whole units cost no less.
    #expect(optimum <= (try #require(plan["cost"] as? Double)) * (1 + 1e-6), "\(optimum)")
    let cuts = try scratch.read("plan/cuts.csv").split(separator: "\n")
    #expect(cuts[1].hasPrefix("cost,"))
  }

  @Test func `goals out of reach are told with what is missing`() throws {
    let run = try CommandRun(
      [
        "plan", "valley", "--output", "plan", "--quiet", "--set",
        "goals/non-fossil-capacity-share/at-least=0.95",
      ],
      in: scratch.path
    )
    #expect(run.code == 1)
    #expect(run.messages.contains("no sizes of the options hold the goals (proved)"))
    #expect(run.messages.contains("non-fossil-capacity-share: at least "))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/plan"))
  }

  @Test(arguments: [
    (["wind=150", "wind=300"], "'wind' is taken twice"),
    (["wind=100"], "is no whole number of its parts of 150 MW"), (["wind=900"], "0 to 600 MW"),
    (["retire=3", "retrofit=2"], "these sizes break a tie between options: group heat"),
    (["wnd=150"], "the model has no option 'wnd'. Did you mean `wind`?"),
  ])
  func `sizes that cannot be taken are refused with the reason`(
    sizes: [String],
    reason: String
  ) throws {
    let takes = sizes.flatMap { ["--take", $0] }
    let run = try CommandRun(["dispatch", "valley", "--output", "hand"] + takes, in: scratch.path)
    #expect(run.code == 64)
    #expect(run.messages.contains(reason), "\(run.messages)")
  }

  @Test func `a stop before there is a plan says so`() throws {
    let run = try plan("--time-limit", "0.000001")
    #expect(run.code == 3, "\(run.messages)")
    #expect(run.messages.contains("the time limit came before any schedule"), "\(run.messages)")
  }

  @Test func `what cannot be planned is refused`() throws {
    #expect(try plan("--goals", "nosuch").code == 64)
    try FileManager.default.removeItem(atPath: scratch.path + "/valley/options.csv")
    let run = try plan()
    #expect(run.code == 64)
    #expect(run.messages.contains("no options to plan with"))
  }

  @Test func `the same input gives the same bytes on any number of threads`() throws {
    #expect(try plan("--threads", "1").code == 0)
    let names = ["plan.csv", "cuts.csv", "summary.json"]
    let first = try names.map { try scratch.read("plan/" + $0) }
    #expect(try plan("--threads", "2").code == 0)
    #expect(try names.map { try scratch.read("plan/" + $0) } == first)
  }

  @Test func `a goal of one's choice decides the exit code`() throws {
    let words = [
      "dispatch", "valley", "--output", "out", "--quiet", "--set",
      "assets/wind/wind/capacity_mw=1400",
    ]
    #expect(try CommandRun(words, in: scratch.path).code == 1)
    #expect(try CommandRun(words + ["--goal", "peak-response"], in: scratch.path).code == 0)
    #expect(try CommandRun(words + ["--goal", "curtailment"], in: scratch.path).code == 1)
    let wrong = try CommandRun(words + ["--goal", "curtailmnt"], in: scratch.path)
    #expect(wrong.code == 64)
    #expect(wrong.messages.contains("curtailment"))
  }
}
