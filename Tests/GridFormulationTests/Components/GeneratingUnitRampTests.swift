import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

/// Ramps of committed units, and the reserve that they leave room for.
struct GeneratingUnitRampTests {
  @Test func `reserve with a speed takes its room from the output`() throws {
    // 100 MW on, 30 MW of reserve within an hour at a ramp of 30: 70 MW are left, 30 bought.
    var model = SmallModel.committed(load: [100, 100], importAt: [50, 50]) {
      $0.isMustRun = true
      $0.rampUp = 30
      $0.noLoadCost = .constant(1)
    }
    model.setting.zones[0].reserve.upShareOfLoad = 0.3
    model.setting.zones[0].reserve.responseMinutes = 60
    model.setting.zones[0].reserve.scarcityPrice = 1000
    let solved = try model.solve()
    #expect(solved.power("plant") == [70, 70])
    #expect(solved.values(.reserveUp, of: "plant") == [30, 30])
  }

  /// 40 then 70 MW of load, beside import at 50; 20 MW of reserve is asked for within an hour.
  ///
  /// The plant climbs by 30 MW an hour, at 20 a MWh. It serves 40, then 70: it uses its whole ramp and, apart, still holds 20.
  /// Where both share the ramp it is at 40 first and can only rise by 10, so 20 MW are bought for 30 more: or it
  /// holds nothing, at 1,000 a MW. Known before at 40 MW, it holds 20 in the first hour too.
  @Test(arguments: [(shares: false, second: 70.0), (true, 50)])
  func `reserve leaves the ramp to output, or shares it where the policy says so`(
    shares: Bool,
    second: Double
  ) throws {
    var model = SmallModel.committed(load: [40, 70], importAt: [50, 50]) {
      $0.isMustRun = true
      $0.rampUp = 30
      $0.isInitiallyOnline = true
      $0.initialOutput = 40
      $0.noLoadCost = .constant(1)
    }
    model.setting.zones[0].reserve.up = .constant(20)
    model.setting.zones[0].reserve.responseMinutes = 60
    model.setting.zones[0].reserve.scarcityPrice = 1000
    model.setting.zones[0].reserve.sharesRamp = shares
    let solved = try model.solve()
    #expect(solved.power("plant") == [40, second])
    #expect(solved.values(.reserveUp, of: "plant") == [20, 20])
  }

  /// At 100 MW before, then 70 and 40 MW of load; 10 MW of downward reserve are asked for.
  ///
  /// It falls by 30 an hour. Sharing the ramp it falls by 20 only, to 80 and 60; 10 and 20 MW too much are sold for nothing.
  @Test func `downward reserve shares the ramp down`() throws {
    var model = SmallModel.committed(load: [70, 40], importAt: [50, 50]) {
      $0.isMustRun = true
      ($0.rampUp, $0.rampDown) = (30, 30)
      $0.isInitiallyOnline = true
      $0.initialOutput = 100
      $0.noLoadCost = .constant(1)
    }
    model.addExport(at: 0)
    model.setting.zones[0].reserve.down = .constant(10)
    model.setting.zones[0].reserve.responseMinutes = 60
    #expect(try model.solve().power("plant") == [70, 40])
    model.setting.zones[0].reserve.sharesRamp = true
    #expect(try model.solve().power("plant") == [80, 60])
  }

  /// 200 MW before the first hour and 100 MW at most from then on.
  @Test func `a ramp binds from an output before the first hour that lies beyond any after it`()
    throws
  {
    let always = SmallModel.committed(load: [50], importAt: [50]) {
      $0.capacity = Power(megawatts: 200)
      $0.commitment = .none
      $0.maximumOutput = .constant(0.5)
      $0.rampDown = 120
      $0.initialOutput = 200
    }
    // It may fall from 200 by 120 to 80 MW, 30 of which nobody takes; there is no other schedule.
    #expect(try always.infeasibility() != nil)
    var sold = always
    sold.addExport(at: 0)
    #expect(try sold.solve().power("plant") == [80])
    let committed = sold.changing(Generator.self) {
      $0.commitment = .linear
      $0.isInitiallyOnline = true
      $0.isMustRun = true
    }
    #expect(try committed.solve().power("plant") == [80])
  }

  /// A plant that is on at no cost holds no more reserve than its ramp reaches in the minutes asked for: 25 MW.
  @Test func `what needs no states holds reserve as fast as it ramps`() throws {
    var model = SmallModel.committed(load: [40], importAt: [50]) { $0.rampUp = 100 }
    model.setting.zones[0].reserve.up = .constant(40)
    model.setting.zones[0].reserve.responseMinutes = 15
    model.setting.zones[0].reserve.scarcityPrice = 7
    let solved = try model.solve()
    #expect(solved.values(.reserveUp, of: "plant") == [25])
    #expect(solved.cost == 800 + 15 * 7)
  }
}
