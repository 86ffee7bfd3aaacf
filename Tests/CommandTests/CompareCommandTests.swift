import Foundation
import Testing

/// `gridflex compare` and `gridflex baseline` on results of the tutorial.
struct CompareCommandTests {
  private let scratch: ScratchFolder
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  init() throws { scratch = try ScratchFolder() }

  /// Dispatches the tutorial's first hours and answers the folder of the result.
  private func dispatch(_ name: String, _ words: String..., hours: Int = 12) throws -> String {
    let folder = scratch.path + "/" + name
    let run = try CommandRun(
      ["dispatch", tutorial, "--output", folder, "--quiet", "--hours", "\(hours)"] + words
    )
    #expect(run.code == 0 || run.code == 1, "\(run.messages)")
    return folder
  }

  @Test func `a result is the same as itself and as one of other threads, with 0`() throws {
    let base = try dispatch("base")
    let other = try dispatch("other", "--threads", "1")
    let run = try CommandRun("compare", base, base, other)
    #expect(run.code == 0)
    #expect(run.messages.isEmpty)
    #expect(run.output.components(separatedBy: ": SAME: ").count == 3)
  }

  @Test func `a larger battery differs by proof, with 1, and the cell is told`() throws {
    let base = try dispatch("base")
    let other = try dispatch(
      "other",
      "--set",
      "assets/battery/battery/power_mw=200",
      "--set",
      "assets/battery/battery/energy_mwh=800"
    )
    let run = try CommandRun("compare", base, other)
    #expect(run.code == 1)
    #expect(run.output.contains("DIFFERENT: "))
    #expect(run.output.contains(/assets\/battery\/battery\/power_mw +50 +200\n/))
    #expect(run.output.contains("they differ by proof"))
    #expect(run.output.contains(/capacities: 2 differ.*\n  battery  +MW/))
  }

  @Test func `other hours are not comparable, with 2`() throws {
    let run = try CommandRun("compare", dispatch("base"), dispatch("other", hours: 24))
    #expect(run.code == 2)
    #expect(
      run.output.contains(
        "NOT COMPARABLE: other hours were solved: 12 h from 2030-01-15T00:00 and 24 h from"
      )
    )
  }

  @Test func `a baseline is stored, compared, and only replaced where it is ours`() throws {
    let base = try dispatch("base")
    let file = scratch.path + "/tutorial.json"
    let stored = try CommandRun("baseline", base, file)
    #expect(stored.code == 0)
    #expect(stored.output.contains(/tutorial.json: [0-9]+ figures of tutorial\n/))
    #expect(try CommandRun("baseline", base, file).code == 0)
    #expect(try CommandRun("compare", file, base).code == 0)
    try scratch.write("{}\n", to: "mine.json")
    let refused = try CommandRun("baseline", base, scratch.path + "/mine.json")
    #expect(refused.code == 73)
    #expect(refused.messages.contains("is a file that gridflex did not write"))
    #expect(try scratch.read("mine.json") == "{}\n")
    #expect(try CommandRun("baseline", base, scratch.path + "/nowhere/a.json").code == 73)
  }

  @Test func `what is no result is missing, what cannot be read is bad, with place and fix`() throws
  {
    let base = try dispatch("base")
    let nowhere = try CommandRun("compare", base, scratch.path + "/nowhere")
    #expect(nowhere.code == 66)
    #expect(nowhere.messages.contains("there is no such folder or file"))
    try scratch.write("{\"gridflex\": {\"version\": \"0.0.1\"}}\n", to: "base/summary.json")
    let older = try CommandRun("compare", base, base)
    #expect(older.code == 65)
    #expect(older.messages.contains("is of gridflex 0.0.1, which wrote other keys"))
    try scratch.write("enrgy: {absolute: 1}\n", to: "tolerance.yaml")
    let tolerance = scratch.path + "/tolerance.yaml"
    let unknown = try CommandRun("compare", base, base, "--tolerance", tolerance)
    #expect(unknown.code == 65)
    #expect(unknown.messages.contains("Did you mean `energy`?"))
  }

  @Test(arguments: [
    ["compare"], ["compare", "a"], ["compare", "a", "b", "--format", "yaml"], ["baseline", "a"],
    ["baseline", "a", "b", "c"],
  ])
  func `wrong usage is told, with 64`(words: [String]) throws {
    let run = try CommandRun(words)
    #expect(run.code == 64)
    #expect(run.messages.contains("try 'gridflex \(words[0]) --help'"))
    #expect(run.output.isEmpty)
  }

  @Test func `the help page of compare tells every option`() throws {
    let page = """
      Tell what differs between results: in their models, costs, goals and energies.

      usage: gridflex compare BASE OTHER... [OPTION]...

      arguments:
        BASE      A result folder, a baseline, or a folder of either.
        OTHER...  Results to hold against it, or folders of them; those of one name are paired.

      options:
        --tolerance FILE                          A YAML file of tolerances. \
      Default: that of the baseline, else of 'gridflex describe tolerance'.
        --format text|json|junit|markdown|github  What to print: tables, data, or a report for \
      a pipeline. Default: text.
        --assets                                  Judge plants of a kind one by one, though ties \
      may leave them free.
        --hourly                                  Judge single hours of the series too.
        --quiet                                   No progress; issues are still told.
        --help                                    Print this page.

      """
    #expect(try CommandRun("compare", "--help").output == page)
  }

  @Test func `of two folders results of one name are compared, and one without a like is told`()
    throws
  {
    for name in ["old/a", "old/b", "new/a", "new/c"] { _ = try dispatch(name) }
    let folders = (scratch.path + "/old", scratch.path + "/new")
    let run = try CommandRun("compare", folders.0, folders.1)
    #expect(run.code == 2)
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "all")
    #expect(lines[1].contains("/new/a: SAME: "))
    #expect(run.output.contains("old/b has no like in the"))
    #expect(run.output.contains("new/c stands in the other folder"))
    let one = try CommandRun("compare", folders.0, folders.1 + "/c")
    #expect(one.code == 66)
    #expect(one.messages.contains("is no result but a folder that holds 2"))
  }

  @Test func `a plan is compared with the dispatch that it starts from`() throws {
    let base = try dispatch("base")
    let plan = scratch.path + "/plan"
    let run = try CommandRun(
      "plan",
      tutorial,
      "--output",
      plan,
      "--quiet",
      "--hours",
      "12",
      "--goals",
      "none"
    )
    #expect(run.code == 0 || run.code == 1, "\(run.messages)")
    let compared = try CommandRun("compare", base, plan)
    #expect(compared.code <= 1, "\(compared.output)")
    #expect(compared.output.contains("plan of tutorial"))
    #expect(compared.output.contains("\noptions: "))
  }
}
