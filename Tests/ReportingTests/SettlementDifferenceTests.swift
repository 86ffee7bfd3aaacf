import GridGoals
import Hourly
import Reporting
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridDispatch
@testable import GridFormulation

/// A settlement that is not that of the schedule is told beside the result.
struct SettlementDifferenceTests {
  /// Two hours of a zone that buys at 100 and 300, with a battery.
  private var model: GridModel {
    var setting = Setting()
    setting.name = "small"
    setting.horizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 2)
    setting.modelHorizon = setting.horizon
    setting.series["bought"] = [100, 300]
    var zone = Zone()
    zone.name = "home"
    zone.load = .constant(50)
    setting.zones = [zone]
    var bought = Interchange()
    bought.name = "import"
    bought.zone = "home"
    bought.importLimit = Power(megawatts: 100)
    bought.importPrice = .series("bought")
    var battery = Battery()
    battery.name = "battery"
    battery.zone = "home"
    battery.power = Power(megawatts: 10)
    battery.energy = Energy(megawattHours: 20)
    return GridModel(
      setting: setting,
      assets: [bought, battery],
      goals: [],
      issues: [],
      resolved: []
    )
  }

  @Test func `the schedule keeps its rules, and text and JSON tell what differs`() throws {
    let model = model
    var options = GoalOptions()
    options.method = .exact
    guard case .solved(var result) = try GoalDispatch.run(model, options: options) else {
      Testing.Issue.record("no schedule")
      return
    }
    let clean = Summary(of: result, for: model, verification: Verifier.verify(model, result))
    #expect(!clean.text.contains("differ from the schedule"))
    #expect(clean.json.rendered().contains("\"differences\": []"))
    result.settlement.stores[0].capacityIncome += 7
    let check = Verifier.verify(model, result)
    #expect(check.keepsRules)
    #expect(!check.isClean)
    let summary = Summary(of: result, for: model, verification: check)
    let told =
      "payments or prices differ from the schedule: battery: capacity income is stated as 7.0"
    #expect(summary.text.contains(told))
    #expect(
      summary.json.rendered().contains("battery: capacity income is stated as 7.0 and comes to")
    )
  }
}
