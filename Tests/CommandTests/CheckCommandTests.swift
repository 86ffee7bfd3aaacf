import Foundation
import Testing

struct CheckCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test func `a clean model is a line on stdout and what was read of it`() throws {
    let run = try CommandRun("check", tutorial)
    let read = """
      tutorial: 48 h from 2030-01-15T00:00, 9 assets, 3 goals: no issues

      load      peak                at   least    mean    energy
      valley  948 MW  2030-01-16 18:00  592 MW  776 MW  37.2 GWh

      capacity            assets    power   energy  hours
      coal                     2  1.00 GW
      onshore wind             1  1.10 GW
      central PV               1   300 MW
      pumped hydro             1   120 MW  720 MWh   6.00
      battery                  1  50.0 MW  100 MWh   2.00
      interruptible load       1  40.0 MW
      shiftable load           1  20.0 MW
      exchange                 1   100 MW

      series      unit  hours  least   mean   most
      load          MW     48  592.0  775.8  948.0
      chp-online    pu     48  0.850  0.875  0.900
      wind          pu     48  0.060  0.379  0.800
      solar         pu     48  0.000  0.110  0.580

      """
    #expect(run.output == read)
    #expect(run.messages.isEmpty)
    #expect(run.code == 0)
  }

  @Test func `what is set otherwise than the model heads the tables, and stands in the data`()
    throws
  {
    let words = ["check", tutorial, "--set", "assets/battery/battery/power_mw=100"]
    let text = try CommandRun(words).output
    #expect(text.contains("\n\nvariant: battery.power_mw = 100 (model: 50)\n\nload "))
    let run = try CommandRun(words + ["--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(value as? [String: Any])
    let model = try #require(object["model"] as? [String: Any])
    let variant = try #require(model["variant"] as? [[String: String]])
    #expect(
      variant == [
        ["path": "assets/battery/battery/power_mw", "value": "100", "modelValue": "50"]
      ]
    )
    let loads = try #require(object["loads"] as? [[String: Any]])
    #expect(loads.map { $0["peakMW"] as? Double } == [948])
    let series = try #require(object["series"] as? [[String: Any]])
    #expect(series.map { $0["name"] as? String } == ["load", "chp-online", "wind", "solar"])
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
