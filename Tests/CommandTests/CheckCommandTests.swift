import Testing

struct CheckCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test func `a clean model is one line on stdout`() throws {
    let run = try CommandRun("check", tutorial)
    #expect(
      run.output == "tutorial: 48 h from 2030-01-15T00:00, 9 assets, 3 goals: no issues\n"
    )
    #expect(run.messages.isEmpty)
    #expect(run.code == 0)
  }

  @Test func `a window is checked against the hours of the model`() throws {
    let run = try CommandRun("check", tutorial, "--from", "2030-01-16", "--hours", "24")
    #expect(run.output.hasPrefix("tutorial: 24 h from 2030-01-16T00:00,"))
    let outside = try CommandRun("check", tutorial, "--from", "2030-01-16", "--hours", "25")
    #expect(outside.code == 65)
  }

  @Test func `a folder that is not there ends with 66`() throws {
    let run = try CommandRun("check", "nowhere")
    let message =
      "nowhere: error: there is no such folder. "
      + "Check the path, or make a model with `gridflex new DIR`.\nnowhere: 1 error\n"
    #expect(run.messages == message)
    #expect(run.output.isEmpty)
    #expect(run.code == 66)
  }

  @Test func `a model that is a file ends with 65`() throws {
    let run = try CommandRun("check", tutorial + "/model.yaml")
    #expect(run.messages.contains("is a file, not a model folder"))
    #expect(run.code == 65)
  }

  @Test func `all issues are told together, each with its nearest known name`() throws {
    let run = try CommandRun(
      "check",
      tutorial,
      "--set",
      "assets/battery/battery/power_mv=1",
      "--set",
      "hours=forty"
    )
    #expect(run.messages.contains("power_mw"))
    #expect(run.messages.contains("hours"))
    #expect(run.messages.contains("forty"))
    #expect(run.output.isEmpty)
    #expect(run.code == 65)
  }

  @Test func `a goal that was changed by its id is named by its id`() throws {
    let run = try CommandRun(
      "check",
      tutorial,
      "--set",
      "goals/curtailment/at-most=five",
      "--set",
      "goals/peak-response/variant=registred"
    )
    #expect(run.messages.contains(": goals/curtailment/at-most = five: must be a number."))
    #expect(run.messages.contains(": goals/peak-response/variant = registred: is not a variant"))
  }

  @Test func `quiet does not silence an issue`() throws {
    let run = try CommandRun("check", "nowhere", "--quiet")
    #expect(run.messages.contains("there is no such folder"))
  }
}
