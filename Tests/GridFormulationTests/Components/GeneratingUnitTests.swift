import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

struct GeneratingUnitTests {
  @Test func `the share online is as small as the output allows`() throws {
    // No load 500 an hour, 20 a MWh: at 40 MW a share of 0.4 costs 200 + 800, import 1,200.
    let solved = try SmallModel.committed(load: [40], importAt: [30]) {
      $0.noLoadCost = .constant(500)
    }.solve()
    #expect(solved.values(.online, of: "plant") == [40])
    #expect(solved.cost == 1000)
    #expect(solved.price == [25])
  }

  @Test func `a start that saves less than it costs is not made`() throws {
    // 30 − 20 = 10 a MWh over two hours of 100 MW: 2,000.
    for (start, online) in [(1999.0, 100.0), (2001, 0)] {
      let solved = try SmallModel.committed(load: [100, 100], importAt: [30, 30]) {
        $0.isInitiallyOnline = false
        $0.startCost = start
      }.solve()
      #expect(solved.values(.online, of: "plant") == [online, online])
    }
  }

  @Test func `a stop is paid from the state before the first hour on`() throws {
    let solved = try SmallModel.committed(load: [100, 100], importAt: [10, 10]) {
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
    let solved = try SmallModel.committed(load: [100], importAt: [10]) {
      $0.startCost = 50
      $0.stopCost = 700
    }.solve()
    #expect(solved.cost == 1000)
  }

  @Test func `a started plant stays on for its minimum up time`() throws {
    // Wanted in the second hour only: it saves 100 · 80, then loses 50 · 10 in each of two hours.
    let solved = try SmallModel.committed(
      load: [100, 100, 100, 100, 100],
      importAt: [10, 100, 10, 10, 10]
    ) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumUpHours = 3
      $0.isInitiallyOnline = false
    }.solve()
    #expect(solved.power("plant") == [0, 100, 50, 50, 0])
  }

  @Test func `a stopped plant stays off for its minimum down time`() throws {
    let solved = try SmallModel.committed(load: [100, 100, 100, 100], importAt: [1, 30, 30, 30]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 3
      $0.isInitiallyOnline = true
    }.solve()
    // Stopping saves 50 · 19 = 950 in the first hour, off for two more loses 2 · 1,000.
    #expect(solved.values(.online, of: "plant") == [100, 100, 100, 100])
    let dear = try SmallModel.committed(load: [100, 100, 100, 100], importAt: [-30, 30, 30, 30]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 3
      $0.isInitiallyOnline = true
    }.solve()
    #expect(dear.values(.online, of: "plant") == [0, 0, 0, 100])
  }

  @Test func `hours that remain from before bind what is on`() throws {
    let on = try SmallModel.committed(load: [100, 100, 100], importAt: [1, 1, 1]) {
      $0.minimumOutput = .constant(0.2)
      $0.isInitiallyOnline = true
      $0.remainingUpHours = 2
    }.solve()
    #expect(on.values(.online, of: "plant") == [100, 100, 0])
    let off = try SmallModel.committed(load: [100, 100, 100], importAt: [99, 99, 99]) {
      $0.isInitiallyOnline = false
      $0.remainingDownHours = 2
    }.solve()
    #expect(off.values(.online, of: "plant") == [0, 0, 100])
  }

  @Test func `output climbs from the start limit by the ramp and falls to the stop limit`() throws {
    let prices = [99.0, 99, 99, 99, -2000]
    let solved = try SmallModel.committed(load: [100, 100, 100, 100, 100], importAt: prices) {
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
    let solved = try SmallModel.committed(load: [100], importAt: [1]) {
      $0.minimumOutput = .constant(0.3)
      $0.isMustRun = true
    }.solve()
    #expect(solved.values(.online, of: "plant") == [100])
    #expect(solved.power("plant") == [30])
  }

  @Test func `a given schedule leaves only the output to decide`() throws {
    var model = SmallModel.committed(load: [100, 100, 100], importAt: [99, 99, 5]) { _ in }
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
    let solved = try SmallModel.committed(load: [50], importAt: [500]) {
      $0.minimumOutput = .constant(0.4)
      $0.marginalCost = .constant(0)
      $0.setCurve("40:2000;80:2400;100:3000")
    }.solve()
    // Cheapest a MWh at capacity: 3,000 / 100 = 30 = 2,400 / 80; either share serves at 1,500.
    #expect(solved.cost == 1500)
    #expect(solved.price == [30])
  }

  @Test func `what needs no states has none`() throws {
    let plain = SmallModel.committed(load: [80], importAt: [50]) { $0.commitment = .none }.grid
      .formulated()
    let idle = SmallModel.committed(load: [80], importAt: [50]) { _ in }.grid.formulated()
    #expect(plain.records.count == idle.records.count)
  }

  @Test func `a model without commitment gives a bound at the cheapest share`() throws {
    func run(_ detail: CommitmentDetail) throws -> SolvedModel {
      var model = SmallModel.committed(load: [30, 90], importAt: [60, 60]) {
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

  /// Off for five hours after a stop, in a horizon of three: with the state before known, the stop in the first
  /// hour leaves it off to the end.
  @Test func `a minimum down time longer than the horizon counts from the state before it`() throws
  {
    let solved = try SmallModel.committed(load: [100, 100, 100], importAt: [-30, 10, 100]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 5
      $0.isInitiallyOnline = true
    }.solve()
    // On throughout costs 50 · 50 + 50 · 10 and saves 80 · 100; off throughout saves the 3,000 and loses 8,000.
    #expect(solved.values(.online, of: "plant") == [100, 100, 100])
    let off = try SmallModel.committed(load: [100, 100, 100], importAt: [-300, 10, 100]) {
      $0.minimumOutput = .constant(0.5)
      $0.minimumDownHours = 5
      $0.isInitiallyOnline = true
    }.solve()
    #expect(off.values(.online, of: "plant") == [0, 0, 0])
  }

  @Test func `windows find the schedule of the whole program within the gap`() throws {
    var load: [Double] = []
    for step in 0..<240 { load.append(60 + 35 * ((Double(step % 24) - 12) / 12)) }
    let prices = (0..<240).map { $0 % 24 < 8 ? 15.0 : 45 }
    let model = SmallModel.committed(load: load, importAt: prices) {
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
