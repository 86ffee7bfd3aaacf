import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// The equations that pumped hydro and batteries share, on a battery with import at given prices.
struct StorageUnitTests {
  private func store(
    load: [Double],
    importAt prices: [Double],
    _ change: (inout Battery) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    model.add(Battery.self) {
      $0.name = "store"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 100)
      $0.chargingEfficiency = 0.8
      $0.dischargingEfficiency = 0.9
      $0.selfDischarge = 0
      $0.wear = 0
      $0.startLevel = 0
      change(&$0)
    }
    return model
  }

  @Test func `a store buys cheap and sells dear, with the loss of the round trip`() throws {
    // 7.2 MWh given for 10 taken in at full power: 0.8 · 0.9.
    let solved = try store(load: [50, 50], importAt: [100, 300]) { _ in }.solve()
    #expect(solved.power("store") == [-10, 7.2])
    #expect(solved.values(.storedEnergy, of: "store") == [8, 0])
    #expect(solved.price == [100, 300])
    #expect(solved.cost == 6000 + 12_840)
  }

  @Test func `a store that serves the last MWh passes its purchase on with the loss`() throws {
    // Only the store can serve the second hour: 100 / 0.72 a MWh.
    var model = store(load: [50, 5], importAt: [100, 300]) { _ in }
    model.setting.series["price"] = [100, 9000]
    let solved = try model.solve()
    #expect(solved.power("store") == [rounded(-5 / 0.72), 5])
    #expect(solved.price == [100, rounded(100 / 0.72)])
  }

  @Test(arguments: zip([138.0, 140], [0.0, 7.2]))
  func `a store is used only where the spread pays for its loss`(
    dear: Double,
    given: Double
  ) throws {
    // 0.72 · 138 = 99.36 < 100 < 100.8 = 0.72 · 140.
    let solved = try store(load: [50, 50], importAt: [100, dear]) { _ in }.solve()
    #expect(solved.values(.discharging, of: "store") == [0, given])
  }

  @Test func `a full store takes in no more`() throws {
    // 4 MWh of room take 5 MWh of charging; a MWh more room would save nothing in the cheap hour.
    let solved = try store(load: [50, 50], importAt: [100, 300]) {
      $0.energy = Energy(megawattHours: 4)
    }.solve()
    #expect(solved.power("store") == [-5, 3.6])
    #expect(solved.values(.storedEnergy, of: "store") == [4, 0])
  }

  /// Wind that cannot be curtailed, a little above the load.
  private func surplus(load: Double) -> SmallModel {
    var model = SmallModel(load: [load])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = .constant(1)
      $0.curtailableShare = 0
    }
    model.add(Battery.self) {
      $0.name = "store"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 100)
      $0.chargingEfficiency = 0.9
      $0.dischargingEfficiency = 0.9
      $0.selfDischarge = 0
      $0.wear = 0
      $0.endRule = .equalStart
    }
    return model
  }

  @Test func `a store burns no surplus by taking in and giving in one hour`() throws {
    // 100 MW that cannot be curtailed for a load of 99, and a level that must be what it was: one hour has no
    // schedule, as the MW could only be burnt by doing both. Two hours have one: 0 in all is stored.
    let report = try #require(try surplus(load: 99).infeasibility())
    #expect(report.isProved)
    #expect(report.findings.first?.text.contains("exceeds demand and export by 1 MW") == true)
    // With a load of 100 nothing is left to burn.
    let solved = try surplus(load: 100).solve()
    #expect(solved.values(.charging, of: "store") == [0])
    #expect(solved.result.hoursOfSimultaneousStorage == 0)
  }

  @Test func `what a store loses from hour to hour is use and not curtailment`() throws {
    // 100 MW of wind against 90 and then 108.1: 10 MWh stored at 0.81 fill the second hour, and 1.9 are lost.
    var model = SmallModel(load: [90, 108.1])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = .constant(1)
    }
    model.add(Battery.self) {
      $0.name = "store"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 100)
      ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (0.9, 0.9, 0)
      $0.wear = 0
      $0.endRule = .equalStart
    }
    var goal = Goal()
    goal.id = "curtailment"
    goal.metric = "curtailment"
    goal.threshold = 0.005
    goal.comparison = .atMost
    model.goals = [goal]
    let verdict = try #require(try model.solve().verdict("curtailment"))
    #expect(verdict.value.map(rounded) == 0)
    #expect(verdict.verdict == .pass)
  }
}
