import GridDispatch
import GridGoals
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import LinearProgramming

/// Laws that hold for any system, on random ones; the seed is the argument of each test.
struct RandomSystemTests {
  @Test(arguments: RandomSystem.seeds)
  func `simplex and interior point agree`(seed: UInt64) throws {
    let program = RandomSystem(seed: seed).model.grid.formulated().build()
    let vertex = try Simplex.solve(FlatProgram(program))
    let interior = try InteriorPoint.solve(program, stop: StopSignal())
    let cost = program.cost(of: vertex.values)
    let other = program.cost(of: interior.values)
    #expect(abs(cost - other) <= 1e-6 * max(abs(cost), 1), "\(cost) and \(other)")
    let bound = Certificate(program, rowDuals: vertex.rowDuals).lowerBound
    #expect(bound <= cost + 1e-9 * abs(cost))
    #expect(cost - bound <= 1e-7 * abs(cost))
  }

  @Test(arguments: RandomSystem.seeds)
  func `rolling is feasible and its bound lies below the optimum`(seed: UInt64) throws {
    let model = RandomSystem(seed: seed).model
    let exact = try model.solve().result.cost
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.05
      })
    else {
      Testing.Issue.record("rolling gave no schedule")
      return
    }
    #expect(rolled.cost >= exact - 1e-6 * abs(exact))
    #expect(rolled.lowerBound <= exact + 1e-6 * abs(exact))
  }

  @Test(arguments: RandomSystem.seeds)
  func `rolling meets the gap asked for, or does not call itself optimal`(seed: UInt64) throws {
    for gap in [0.05, 1e-3, 1e-6, 1e-18] {
      let outcome = try RandomSystem(seed: seed).model.run {
        $0.method = .rolling
        $0.gap = gap
      }
      guard case .solved(let rolled) = outcome else {
        Testing.Issue.record("rolling gave no schedule")
        return
      }
      #expect((rolled.status == .optimal) == (rolled.gap <= gap), "gap \(gap)")
      // The whole of so small a program goes to simplex where windows do not do.
      #expect(rolled.gap <= max(gap, 1e-9), "gap \(gap)")
      #expect(!rolled.wasStopped)
    }
  }

  @Test(arguments: RandomSystem.seeds.prefix(5))
  func `more flexibility never raises the cost`(seed: UInt64) throws {
    let model = RandomSystem(seed: seed).model
    let cost = try model.solve().result.cost
    for (name, changed) in moreFlexible(model) {
      let other = try changed.solve().result.cost
      #expect(other <= cost + 1e-7 * abs(cost), "\(name): \(cost) became \(other)")
    }
  }

  private func moreFlexible(_ model: SmallModel) -> [(name: String, model: SmallModel)] {
    var relaxed = model
    relaxed.setting.zones[0].reserve.upShareOfLoad /= 2
    return [
      ("retrofit", model.changing(Coal.self) { $0.flexibilityShare = 1 }),
      ("ramp", model.changing(Coal.self) { $0.ramp = min($0.ramp * 2, $0.rampRetrofitted) }),
      ("minimum up time", model.changing(Coal.self) { $0.minimumUpHours = 1 }),
      ("minimum down time", model.changing(Coal.self) { $0.minimumDownHours = 1 }),
      ("battery", model.changing(Battery.self) { $0.power.megawatts *= 2 }),
      ("battery energy", model.changing(Battery.self) { $0.energy.megawattHours *= 2 }),
      ("turbines", model.changing(PumpedHydro.self) { $0.minimumTurbineOutput = 0 }),
      ("interruptible", model.changing(InterruptibleLoad.self) { $0.capacity.megawatts *= 2 }),
      ("window", model.changing(ShiftableLoad.self) { $0.windowHours += 3 }),
      ("export", model.changing(Interchange.self) { $0.exportLimit.megawatts *= 2 }),
      ("wind", model.changing(Wind.self) { $0.capacity.megawatts *= 1.2 }),
      ("reserve", relaxed),
    ]
  }

  @Test(arguments: RandomSystem.seeds)
  func `no more response is verified than is registered`(seed: UInt64) throws {
    let solved = try RandomSystem(seed: seed).model.solve()
    let registered = solved.grid.assetSummaries.reduce(0) { $0 + $1.facts.registeredResponse }
    let verified = try #require(solved.verdict("peak")?.numerator)
    #expect(verified >= -1e-9)
    #expect(verified <= registered + 1e-6)
  }

  @Test(arguments: RandomSystem.seeds)
  func `the lean form of a model never costs more`(seed: UInt64) throws {
    var model = RandomSystem(seed: seed).model
    // Without tiers and the rise at low load the two forms burn the same.
    model.setting.deepPeak.tiers = []
    model = model.changing(Coal.self) { $0.halfLoadRise = 0 }
    let cost = try model.solve().result.cost
    model.setting.commitment = .none
    #expect(try model.solve().result.cost <= cost + 1e-7 * abs(cost))
  }

  @Test(arguments: RandomSystem.seeds.prefix(4))
  func `the same model gives the same schedule, number by number`(seed: UInt64) throws {
    let first = try RandomSystem(seed: seed).model.solve()
    let second = try RandomSystem(seed: seed).model.solve()
    #expect(first.schedule.series.map(\.values) == second.schedule.series.map(\.values))
    #expect(first.result.cost == second.result.cost)
  }
}
