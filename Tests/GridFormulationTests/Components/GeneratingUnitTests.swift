import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

struct GeneratingUnitTests {
  /// A plant of 100 MW with commitment beside import at given prices.
  private func model(
    load: [Double],
    importAt prices: [Double],
    _ change: (inout Generator) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    model.addGenerator {
      $0.commitment = .linear
      change(&$0)
    }
    return model
  }

  @Test func `the share online is as small as the output allows`() throws {
    // No load 500 an hour, 20 a MWh: at 40 MW a share of 0.4 costs 200 + 800, import 1,200.
    let solved = try model(load: [40], importAt: [30]) { $0.noLoadCost = .constant(500) }.solve()
    #expect(solved.values(.online, of: "plant") == [40])
    #expect(solved.cost == 1000)
    #expect(solved.price == [25])
  }

  @Test func `a start that saves less than it costs is not made`() throws {
    // 30 − 20 = 10 a MWh over two hours of 100 MW: 2,000.
    for (start, online) in [(1999.0, 100.0), (2001, 0)] {
      let solved = try model(load: [100, 100], importAt: [30, 30]) {
        $0.isInitiallyOnline = false
        $0.startCost = start
      }.solve()
      #expect(solved.values(.online, of: "plant") == [online, online])
    }
  }

  @Test func `a stop is paid from the state before the first hour on`() throws {
    let solved = try model(load: [100, 100], importAt: [10, 10]) {
      $0.isInitiallyOnline = true
      $0.minimumOutput = .constant(0.5)
      $0.stopCost = 700
    }.solve()
    // On it would cost 50 · 10 = 500 more an hour, stopping 700 for both.
    #expect(solved.values(.online, of: "plant") == [0, 0])
    #expect(solved.cost(of: .start) == 700)
    #expect(solved.cost == 2700)
  }

  @Test func `with an open state before, neither start nor stop is paid in the first hour`() throws
  {
    let solved = try model(load: [100], importAt: [10]) {
      $0.startCost = 50
      $0.stopCost = 700
    }.solve()
    #expect(solved.cost == 1000)
  }

  @Test func `a started plant stays on for its minimum up time`() throws {
    // Wanted in the second hour only: it saves 100 · 80, then loses 50 · 10 in each of two hours.
    let solved = try model(load: [100, 100, 100, 100, 100], importAt: [10, 100, 10, 10, 10]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumUpHours = 3
      $0.isInitiallyOnline = false
    }.solve()
    #expect(solved.power("plant") == [0, 100, 50, 50, 0])
  }

  @Test func `a stopped plant stays off for its minimum down time`() throws {
    let solved = try model(load: [100, 100, 100, 100], importAt: [1, 30, 30, 30]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 3
      $0.isInitiallyOnline = true
    }.solve()
    // Stopping saves 50 · 19 = 950 in the first hour, off for two more loses 2 · 1,000.
    #expect(solved.values(.online, of: "plant") == [100, 100, 100, 100])
    let dear = try model(load: [100, 100, 100, 100], importAt: [-30, 30, 30, 30]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 3
      $0.isInitiallyOnline = true
    }.solve()
    #expect(dear.values(.online, of: "plant") == [0, 0, 0, 100])
  }

  @Test func `hours that remain from before bind what is on`() throws {
    let on = try model(load: [100, 100, 100], importAt: [1, 1, 1]) {
      $0.minimumOutput = .constant(0.2)
      $0.isInitiallyOnline = true
      $0.remainingUpHours = 2
    }.solve()
    #expect(on.values(.online, of: "plant") == [100, 100, 0])
    let off = try model(load: [100, 100, 100], importAt: [99, 99, 99]) {
      $0.isInitiallyOnline = false
      $0.remainingDownHours = 2
    }.solve()
    #expect(off.values(.online, of: "plant") == [0, 0, 100])
  }

  @Test func `output climbs from the start limit by the ramp and falls to the stop limit`() throws {
    let prices = [99.0, 99, 99, 99, -2000]
    let solved = try model(load: [100, 100, 100, 100, 100], importAt: prices) {
      $0.minimumOutput = .constant(0.2)
      $0.isInitiallyOnline = false
      $0.startOutput = 30
      $0.rampUp = 40
      $0.rampDown = 50
      $0.shutdownOutput = 25
    }.solve()
    // 30, then 70, then 25 before the stop; within 50 of 70 all the way.
    #expect(solved.power("plant") == [30, 70, 75, 25, 0])
  }

  @Test func `must run keeps all of it on`() throws {
    let solved = try model(load: [100], importAt: [1]) {
      $0.minimumOutput = .constant(0.3)
      $0.isMustRun = true
    }.solve()
    #expect(solved.values(.online, of: "plant") == [100])
    #expect(solved.power("plant") == [30])
  }

  @Test func `a given schedule leaves only the output to decide`() throws {
    var model = model(load: [100, 100, 100], importAt: [99, 99, 5]) { _ in }
    let schedule = model.series("schedule", [0, 1, 1])
    model = model.changing(Generator.self) {
      $0.commitment = .fixed
      $0.online = schedule
      $0.minimumOutput = .constant(0.4)
      $0.startCost = 300
      $0.noLoadCost = .constant(70)
      $0.startOutput = 60
    }
    let program = model.grid.formulated().build()
    #expect(program.columnCount == 3 * 3)
    let solved = try model.solve()
    #expect(solved.power("plant") == [0, 60, 40])
    #expect(solved.cost(of: .start) == 300)
    // Import 100 and 40 MW at 99, 60 MW at 5; output 100 MWh at 20; two hours on; one start.
    let imported: Double = 9900 + 3960 + 300
    #expect(solved.cost == imported + 2000 + 140 + 300)
  }

  @Test func `a curve is as wide as the share online`() throws {
    // On by half for 50 MW: 20 MW at least, 20 MW at 10, 10 MW at 30 with a share of a half;
    // with all of it on: 40 MW at least, 10 MW at 10, but twice the cost at the least.
    let solved = try model(load: [50], importAt: [500]) {
      $0.minimumOutput = .constant(0.4)
      $0.marginalCost = .constant(0)
      $0.setCurve("40:2000;80:2400;100:3000")
    }.solve()
    // Cheapest a MWh at capacity: 3,000 / 100 = 30 = 2,400 / 80; either share serves at 1,500.
    #expect(solved.cost == 1500)
    #expect(solved.price == [30])
  }

  @Test func `what needs no states has none`() throws {
    let plain = model(load: [80], importAt: [50]) { $0.commitment = .none }.grid.formulated()
    let idle = model(load: [80], importAt: [50]) { _ in }.grid.formulated()
    #expect(plain.records.count == idle.records.count)
  }

  @Test func `a model without commitment gives a bound at the cheapest share`() throws {
    func run(_ detail: CommitmentDetail) throws -> SolvedModel {
      var model = model(load: [30, 90], importAt: [60, 60]) {
        $0.minimumOutput = .constant(0.5)
        $0.noLoadCost = .constant(1000)
        $0.isInitiallyOnline = false
        $0.startCost = 200
        $0.setCurve("50:500;80:800;100:1600")
        $0.marginalCost = .constant(0)
      }
      model.setting.commitment = detail
      return try model.solve()
    }
    // Hull of (0, 0), (80, 1800), (100, 2600): 22.5, then 40 a MWh.
    let relaxed = try run(.none)
    let hull: Double = 110 * 22.5 + 10 * 40
    #expect(relaxed.cost == hull)
    #expect(try run(.linear).cost > relaxed.cost)
  }

  @Test func `reserve with a speed takes its room from the output`() throws {
    // 100 MW on, 30 MW of reserve within an hour at a ramp of 30: 70 MW are left, 30 bought.
    var model = model(load: [100, 100], importAt: [50, 50]) {
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
    var model = model(load: [40, 70], importAt: [50, 50]) {
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
    var model = model(load: [70, 40], importAt: [50, 50]) {
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
    let always = model(load: [50], importAt: [50]) {
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

  /// Off for five hours after a stop, in a horizon of three: with the state before known, the stop in the first
  /// hour leaves it off to the end.
  @Test func `a minimum down time longer than the horizon counts from the state before it`() throws
  {
    let solved = try model(load: [100, 100, 100], importAt: [-30, 10, 100]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 5
      $0.isInitiallyOnline = true
    }.solve()
    // On throughout costs 50 · 50 + 50 · 10 and saves 80 · 100; off throughout saves the 3,000 and loses 8,000.
    #expect(solved.values(.online, of: "plant") == [100, 100, 100])
    let off = try model(load: [100, 100, 100], importAt: [-300, 10, 100]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 5
      $0.isInitiallyOnline = true
    }.solve()
    #expect(off.values(.online, of: "plant") == [0, 0, 0])
  }

  /// A plant that is on at no cost holds no more reserve than its ramp reaches in the minutes asked for: 25 MW.
  @Test func `what needs no states holds reserve as fast as it ramps`() throws {
    var model = model(load: [40], importAt: [50]) { $0.rampUp = 100 }
    model.setting.zones[0].reserve.up = .constant(40)
    model.setting.zones[0].reserve.responseMinutes = 15
    model.setting.zones[0].reserve.scarcityPrice = 7
    let solved = try model.solve()
    #expect(solved.values(.reserveUp, of: "plant") == [25])
    #expect(solved.cost == 800 + 15 * 7)
  }

  @Test func `windows find the schedule of the whole program within the gap`() throws {
    var load: [Double] = []
    for step in 0..<240 { load.append(60 + 35 * ((Double(step % 24) - 12) / 12)) }
    let prices = (0..<240).map { $0 % 24 < 8 ? 15.0 : 45 }
    let model = model(load: load, importAt: prices) {
      $0.minimumOutput = .constant(0.4)
      $0.startCost = 1500
      $0.minimumUpHours = 6
      $0.minimumDownHours = 4
      $0.rampUp = 30
      $0.rampDown = 30
      $0.startOutput = 40
      $0.shutdownOutput = 40
      $0.energyLimit = 8760 * 40
      $0.setCurve("40:900;70:1500;100:2400")
      $0.marginalCost = .constant(0)
    }
    let exact = try model.solve()
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.01
      })
    else {
      throw Unsolved()
    }
    #expect(rolled.gap <= 0.01)
    #expect(rolled.lowerBound <= exact.cost * (1 + 1e-9))
    #expect(rolled.cost >= exact.cost * (1 - 1e-9))
  }
}
