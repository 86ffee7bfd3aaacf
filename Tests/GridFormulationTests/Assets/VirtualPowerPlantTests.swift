import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

struct VirtualPowerPlantTests {
  /// Works that move load at 50 a MWh from 80 MW to between 60 and 100, bundled with 8 MW at 30 a MWh.
  private func bundle(
    _ load: [Double],
    importAt prices: [Double],
    upTo limit: Double = 1000,
    _ change: (inout VirtualPowerPlant) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    // The bundle stands before its member: it must still formulate after it.
    model.add(VirtualPowerPlant.self) {
      $0.name = "bundle"
      $0.members = ["smelter"]
      $0.limit = Power(megawatts: 8)
      $0.price = 30
      change(&$0)
    }
    model.add(Industry.self) {
      $0.name = "smelter"
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
      $0.price = 50
    }
    return model
  }

  @Test func `the bundle's limit binds its members`() throws {
    // 192 · 300 + 208 · 100 + 8 · (50 + 30).
    let solved = try bundle([200, 200], importAt: [300, 100]).solve()
    #expect(solved.power("smelter") == [8, -8])
    #expect(solved.values(.aggregated, of: "bundle") == [8, 0])
    #expect(solved.cost == 79_040)
  }

  @Test func `the limit downward binds what they draw more`() throws {
    let solved = try bundle([200, 200], importAt: [300, 100]) { $0.limitDown = 3 }.solve()
    #expect(solved.power("smelter") == [3, -3])
  }

  @Test func `without a price the limit is one rule and no decision`() throws {
    let solved = try bundle([200, 200], importAt: [300, 100]) { $0.price = 0 }.solve()
    #expect(solved.power("smelter") == [8, -8])
    #expect(solved.values(.aggregated, of: "bundle") == [])
  }

  @Test func `members rest where price and their own cost are more than they save`() throws {
    // 50 + 160 > 200.
    let solved = try bundle([200, 200], importAt: [300, 100]) { $0.price = 160 }.solve()
    #expect(solved.power("smelter") == [0, 0])
  }

  @Test func `a call that serves the last MWh sets the price`() throws {
    // A MWh more costs 100 in the other hour, 50 for moving and 30 for the call.
    let solved = try bundle([200, 150], importAt: [100, 100], upTo: 195).solve()
    #expect(solved.power("smelter") == [5, -5])
    #expect(solved.price == [180, 100])
  }

  @Test func `calls of a day limit the hours in which members are called`() throws {
    // One call of an hour and 8 MW, or two of 4: 8 MWh in the two dear hours.
    let solved = try bundle([200, 200, 200, 200], importAt: [300, 300, 100, 100]) {
      $0.hoursPerCall = 1
      $0.callsPerDay = 1
    }.solve()
    let called = solved.values(.aggregated, of: "bundle")
    #expect(rounded(called[0] + called[1]) == 8)
  }

  @Test func `calls of the year limit them too`() throws {
    // 4 of the year's 8760 hours: 2190 calls a year are one in the horizon.
    let solved = try bundle([200, 200, 200, 200], importAt: [300, 300, 100, 100]) {
      $0.hoursPerCall = 1
      $0.callsPerYear = 2190
    }.solve()
    #expect(rounded(solved.values(.aggregated, of: "bundle").reduce(0, +)) == 8)
  }

  @Test func `a bundle registers what its members do, at the most its limit`() throws {
    var model = bundle([200, 200], importAt: [300, 300])
    for variant in ["registered", "verified"] {
      var goal = Goal()
      goal.id = variant
      goal.metric = "peak-response"
      goal.variant = variant
      goal.threshold = 0.01
      goal.callHours = 1
      model.goals.append(goal)
    }
    model.setting.series["load"] = [200, 150]
    let solved = try model.solve()
    #expect(solved.verdict("registered")?.numerator.map(rounded) == 8)
    #expect(solved.verdict("verified")?.numerator.map(rounded) == 8)
  }
}
