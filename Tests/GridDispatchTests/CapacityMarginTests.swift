import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation

/// The margin over demand, worked out by hand.
struct CapacityMarginTests {
  /// 100 MW gross less 20 % of outages and 10 % of own use: 72 MW.
  private func addCoal(to model: inout SmallModel, _ change: (inout Coal) -> Void = { _ in }) {
    model.addPlainCoal {
      $0.ownUse = 0.1
      $0.forcedOutage = 0.2
      change(&$0)
    }
  }

  /// 20 MW that hold 20 MWh and give 18 of them.
  private func addBattery(to model: inout SmallModel) {
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 20)
      $0.energy = Energy(megawattHours: 20)
      $0.dischargingEfficiency = 0.9
    }
  }

  private func margin(_ model: SmallModel) throws -> CapacityMargin {
    try #require(try model.solve().result.margin)
  }

  @Test func `a store counts by what it can hold through the peak`() throws {
    // 28 MW are needed at the peak of 100 beside the 72 MW of coal, 26 MW after it, within 3 of that, and 8 MW
    // before it; 60 needs none. The 18 MWh last three hours at 6 MW: 78 MW for 100.
    var model = SmallModel(load: [80, 100, 98, 60])
    addCoal(to: &model)
    addBattery(to: &model)
    let peak = try margin(model).peak
    #expect(peak.time == TimeStamp(year: 2030, month: 1, day: 1, hour: 1))
    #expect(rounded(peak.plants) == 72)
    #expect(peak.hours == 3)
    #expect(rounded(peak.stores) == 6)
    #expect(rounded(peak.margin) == -22)
    #expect(peak.share.map(rounded) == -0.22)
  }

  @Test func `no store gives more than its power`() throws {
    // Alone above the rest, the hour could have all 18 MWh, and 20 MW of 9 MWh held half as much.
    var model = SmallModel(load: [10, 70, 10])
    addCoal(to: &model)
    addBattery(to: &model)
    #expect(rounded(try margin(model).peak.stores) == 18)
    model.assets.removeLast()
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 5)
      $0.energy = Energy(megawattHours: 20)
    }
    #expect(rounded(try margin(model).peak.stores) == 5)
  }

  @Test func `the tightest hour is told beside the peak`() throws {
    // 40 MW of wind rest in the third hour. Without the battery 32, 12, −18 and 52 MW are left. Through the
    // peak it lasts two hours, as the next one needs it: 9 MW, 21 left of 100. Through the third hour it lasts that
    // alone, with all of its 18 MWh: 72 + 18 − 90 = 0.
    var model = SmallModel(load: [80, 100, 90, 60])
    addCoal(to: &model)
    addBattery(to: &model)
    let availability = model.series("wind", [1, 1, 0, 1])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 40)
      $0.availability = availability
    }
    model.add(InterruptibleLoad.self) {
      $0.name = "works"
      $0.capacity = Power(megawatts: 10)
    }
    let found = try margin(model)
    #expect(rounded(found.peak.windAndSolar) == 40)
    #expect(rounded(found.peak.margin) == 21)
    #expect(found.peak.callable == 10)
    #expect(found.tightest.time == TimeStamp(year: 2030, month: 1, day: 1, hour: 2))
    #expect(rounded(found.tightest.margin) == 0)
    #expect(rounded(found.tightest.stores) == 18)
    #expect(found.tightest.hours == 1)
  }

  @Test func `maintenance, import and export that is due are counted`() throws {
    // Half of the coal is out: 36 MW. 30 MW can be bought; of 20 MW of export half is planned, give or take a
    // tenth: 8 MW are due. 36 + 30 − 8 = 58 for 50.
    var model = SmallModel(load: [50])
    addCoal(to: &model) {
      $0.maintenance = CalendarWindow.list("01-01..01-31") ?? []
      $0.maintenanceShare = 0.5
    }
    model.add(Interchange.self) {
      $0.name = "neighbour"
      $0.importLimit = Power(megawatts: 30)
      $0.importPrice = .constant(500)
      $0.exportLimit = Power(megawatts: 20)
      $0.exportSchedule = .constant(0.5)
      $0.band = 0.1
    }
    let peak = try margin(model).peak
    #expect(rounded(peak.plants) == 36)
    #expect(rounded(peak.trade) == 22)
    #expect(peak.share.map(rounded) == 0.16)
  }

  @Test(arguments: zip(["peak", "tightest"], [0.21, 0]))
  func `a goal on the margin is judged at the peak or in the tightest hour`(
    variant: String,
    share: Double
  ) throws {
    var model = SmallModel(load: [80, 100, 90, 60])
    addCoal(to: &model)
    addBattery(to: &model)
    let availability = model.series("wind", [1, 1, 0, 1])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 40)
      $0.availability = availability
    }
    var goal = Goal()
    goal.id = "margin"
    goal.metric = "reserve-margin"
    goal.variant = variant
    goal.comparison = .atLeast
    goal.threshold = 0.13
    goal.zone = SmallModel.zone
    model.goals = [goal]
    let verdict = try #require(try model.solve().verdict("margin"))
    #expect(verdict.value.map(rounded) == share)
    #expect(verdict.verdict == (share > 0.13 ? .pass : .fail))
  }
}
