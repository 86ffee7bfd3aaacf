import GridFormulation
import Hourly
import Tables
import Testing
import Verification

@testable import GridDispatch

/// Schedules of a single plant against rules of its commitment that they were not made for.
///
/// As with clusters, nothing that is priced differs, so the one rule that is tightened must be all that is broken.
@Suite struct GeneratorCheckTests {
  /// 100 MW from 40 up, started for 1; 500 MW can be bought for 5,000.
  private func plant(load: [Double], _ change: (inout Generator) -> Void = { _ in }) -> SmallGrid {
    var grid = SmallGrid(load: load)
    grid.add(Generator.self, "plant") {
      $0.capacity = Power(megawatts: 100)
      $0.minimumOutput = .constant(0.4)
      $0.marginalCost = .constant(20)
      $0.commitment = .linear
      $0.startCost = 1
      change(&$0)
    }
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 500)
      $0.importPrice = .constant(5000)
    }
    return grid
  }

  /// A tightened rule, the load that makes it bind and how far it is then broken.
  struct Tightened: Sendable, CustomTestStringConvertible {
    let rule: String
    let load: [Double]
    var mustRun = false
    let amount: Double
    let hour: Int
    let change: @Sendable (inout Generator) -> Void
    var testDescription: String { rule }
  }

  static let tightened = [
    // Without load nothing runs; all 100 MW must.
    Tightened(rule: "online range", load: [0], amount: 100, hour: 0) { $0.isMustRun = true },
    // 100 MW is online in the second of two hours in which none may be.
    Tightened(rule: "online range", load: [0, 100], amount: 100, hour: 1) {
      $0.remainingDownHours = 2
    },
    // All 100 MW run for 40 MW of load; a minimum of 0.6 asks for 20 MW more.
    Tightened(rule: "minimum output", load: [40], mustRun: true, amount: 20, hour: 0) {
      $0.minimumOutput = .constant(0.6)
    },
    // From 40 to 100 MW with all of it on; 20 an hour allow 20 of the 60.
    Tightened(rule: "ramp up", load: [40, 100], mustRun: true, amount: 40, hour: 1) {
      $0.rampUp = 20
    },
    // From 100 to 40 MW likewise.
    Tightened(rule: "ramp down", load: [100, 40], mustRun: true, amount: 40, hour: 1) {
      $0.rampDown = 20
    },
    // 100 MW in the hour of a start, of which 70 may be; and in the hour before a stop.
    Tightened(rule: "capacity", load: [0, 100], amount: 30, hour: 1) { $0.startOutput = 70 },
    Tightened(rule: "ramp down", load: [100, 0], amount: 30, hour: 1) { $0.shutdownOutput = 70 },
    // A start of 100 MW that is gone an hour later; three hours up would keep 100 MW online.
    Tightened(rule: "minimum up time", load: [0, 100, 0, 0], amount: 100, hour: 2) {
      $0.minimumUpHours = 3
    },
    // 100 MW stop at hour 1 and start at hour 2: two hours down leave no room for that.
    Tightened(rule: "minimum down time", load: [100, 0, 100, 100], amount: 100, hour: 2) {
      $0.minimumDownHours = 2
    },
    // All is on; a schedule says half.
    Tightened(rule: "given schedule", load: [80], mustRun: true, amount: 50, hour: 0) {
      $0.commitment = .fixed
      $0.online = .constant(0.5)
      $0.maximumOutput = .constant(2)
    },
  ]

  @Test(arguments: tightened)
  func `a schedule of a looser plant breaks the one rule that is tightened`(
    instance: Tightened
  ) throws {
    let grid = plant(load: instance.load) { $0.isMustRun = instance.mustRun }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let report = grid.changing(Generator.self, instance.change).report(on: result)
    #expect(Set(report.violations.map(\.rule)) == [instance.rule])
    let worst = try #require(report.violations.first)
    #expect(worst.subject == "plant")
    #expect(abs(worst.amount - instance.amount) < 1e-6)
    #expect(worst.step == instance.hour)
  }

  @Test func `what is always on keeps its ramp from the output before the first hour`() throws {
    // 90 MW in the first hour; from 40 MW before it 30 an hour allow 70.
    let grid = plant(load: [90]) { $0.commitment = .none }
    let result = try grid.solve()
    let report = grid.changing(Generator.self) {
      $0.initialOutput = 40
      $0.rampUp = 30
    }.report(on: result)
    #expect(report.violations.map(\.rule) == ["ramp up"])
    #expect(abs((report.violations.first?.amount ?? 0) - 20) < 1e-6)
  }
}
