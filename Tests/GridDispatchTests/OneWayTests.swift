import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Nothing does two opposite things in one hour, where losing power pays: at negative prices and for goals.
struct OneWayTests {
  private func goal(atMost threshold: Double) -> Goal {
    var goal = Goal()
    goal.id = "curtailment"
    goal.metric = "curtailment"
    goal.comparison = .atMost
    goal.threshold = threshold
    return goal
  }

  @Test(arguments: [1, 2, 5])
  func `a line fills the piece that loses least first, whatever power is worth`(pieces: Int) throws
  {
    // Power at −10, 10 MW at home and 10 in the west over a line of 50 MW that loses 10 % at its limit. A flow f
    // leaves home with half its loss ℓ and arrives with the other half: f − ℓ/2 = 10. In the first piece
    // ℓ = f/(10·K) for K > 1 pieces (share ℓ·1/K), f/10 for one: f = 10/(1 − s/2), and 20 + s·f is bought.
    var model = SmallModel(load: [10], importAt: [-10])
    model.addZone("west", load: [10])
    model.addLine(SmallModel.zone, "west", named: "line", reactance: 0.1, limit: 50) {
      $0.loss = 0.1
      $0.lossPieces = pieces
    }
    let solved = try model.solve()
    let width = 50 / Double(pieces)
    let first = 0.1 / Double(pieces)
    var flow = 10 / (1 - first / 2)
    if flow > width {
      // The second piece loses 3 times as much: f − (first·w + 3·first·(f − w))/2 = 10.
      flow = (10 - first * width) / (1 - 1.5 * first)
    }
    let lost = first * min(flow, width) + 3 * first * max(flow - width, 0)
    #expect(abs(solved.power("import")[0] - (20 + lost)) < 1e-5)
    #expect(abs(solved.values(.flow, of: "line")[0] - flow) < 1e-5)
  }

  @Test func `load put off is made up for within its window, not by putting off anew`() throws {
    // 60 MW at 10, then 100 at 3000; 10 MW may wait 2 h; only the last two hours have spare cheap power, 6 h after
    // the dear one. What is put off in hour 0 is due by hour 2, where power costs 3000 as well: nothing is
    // gained, 440 MWh at 10 and 40 of hour 0 at 2990 more: 124,000.
    var model = SmallModel(load: [100, 60, 60, 60, 60, 60, 20, 20])
    model.addImport(60, at: 10)
    model.addImport(100, at: 3000, named: "peaker")
    model.add(ShiftableLoad.self) {
      $0.name = "shift"
      $0.capacity = Power(megawatts: 10)
      $0.windowHours = 2
    }
    let solved = try model.solve()
    #expect(solved.cost == 124_000)
    #expect(solved.values(.deferred, of: "shift").allSatisfy { $0 == 0 })
  }

  @Test func `vehicles do not charge and give back at once`() throws {
    // Power at −100: what a round trip at 0.5 loses would be paid for.
    var model = SmallModel(
      load: [Double](repeating: 50, count: 8),
      importAt: [Double](repeating: -100, count: 8)
    )
    model.add(EVCharging.self) {
      $0.name = "cars"
      $0.dailyEnergy = .constant(48)
      $0.chargers = Power(megawatts: 10)
      $0.managedShare = 1
      $0.givingCapacity = 10
      $0.fleetBattery = 60
      $0.roundTrip = 0.5
      $0.wear = 0
      $0.isInLoad = false
    }
    guard case .solved(let result) = try model.run({ $0.gap = 1e-3 }) else { throw Unsolved() }
    let charged = result.schedule.hourly(.charging) { $0 == "cars" }
    let given = result.schedule.hourly(.discharging) { $0 == "cars" }
    #expect(zip(charged, given).allSatisfy { min($0, $1) < 1e-6 })
    #expect(given.reduce(0, +) > 1)
  }

  @Test func `a goal is not met by a line that burns`() throws {
    // 100 MW of wind against 50 at home and 10 in the west. The line's least loss for 10 MW is s·f with
    // f = 10/(1 − s/2), s = 0.1/3: 0.339 MW. Delivered 60.339 of 100: 39.66 % curtailed at best.
    var model = SmallModel(load: [50, 50])
    model.addZone("west", load: [10, 10])
    model.addImport(50, at: 10, in: "west")
    model.add(Wind.self) {
      ($0.name, $0.capacity) = ("wind", Power(megawatts: 100))
      $0.availability = .constant(1)
    }
    model.addLine(SmallModel.zone, "west", named: "line", reactance: 0.1, limit: 200) {
      $0.loss = 0.1
    }
    model.goals = [goal(atMost: 0.2)]
    let verdict = try #require(
      try model.solve { $0.enforcesGoals = true }.verdict("curtailment")
    )
    #expect(verdict.verdict == .unattainable)
    #expect(verdict.remark?.contains("39.66 %") == true)
  }

  @Test func `a goal is not met by load that waits and is made up for in one hour`() throws {
    // 100 MW of wind against 60; 60 MW may wait up to 4 h and come back twice. 40 MW are free in an hour that makes
    // up, 100 in one that puts off: in 6 hours x put off in k and 2x made up in 6 − k, at most 40 an hour each.
    // Made up in 4 hours 160 (80 put off in the 2 others): curtailed 2·100 … of 600 at best 26.67 %.
    var model = SmallModel(load: [Double](repeating: 60, count: 6))
    model.add(Wind.self) {
      ($0.name, $0.capacity) = ("wind", Power(megawatts: 100))
      $0.availability = .constant(1)
    }
    model.add(ShiftableLoad.self) {
      $0.name = "shift"
      $0.capacity = Power(megawatts: 60)
      $0.windowHours = 4
      $0.recoveryLoss = 1
      $0.price = 0
    }
    model.goals = [goal(atMost: 0.2)]
    let verdict = try #require(
      try model.solve { $0.enforcesGoals = true }.verdict("curtailment")
    )
    #expect(verdict.verdict == .unattainable)
    #expect(verdict.remark?.contains("26.67 %") == true)
    model.goals = [goal(atMost: 0.27)]
    let held = try #require(try model.solve { $0.enforcesGoals = true }.verdict("curtailment"))
    #expect(held.verdict == .pass)
  }

  @Test func `what two corridors burn between them is found, and counts as curtailed`() throws {
    // Power at −10 at home; 10 MW in the west. One corridor brings 10 MW and loses 1.111. The other could carry
    // power back, which loses more and earns: 50 out by one, 35 back by the other leave 10 and burn the rest.
    var model = SmallModel(load: [10], importAt: [-10])
    model.addZone("west", load: [10])
    for name in ["north", "south"] {
      model.add(Corridor.self) {
        ($0.name, $0.from, $0.to) = (name, SmallModel.zone, "west")
        ($0.forwardLimit, $0.backwardLimit) = (Power(megawatts: 50), Power(megawatts: 50))
        $0.loss = 0.1
      }
    }
    model.add(Wind.self) {
      ($0.name, $0.capacity) = ("wind", Power(megawatts: 1))
      $0.availability = .constant(1)
    }
    model.goals = [goal(atMost: 0.5)]
    let solved = try model.solve()
    // 50 sent, 45 arrive, 35 go back, 31.5 arrive: 8.5 lost for 10 MW that need 10/0.9 − 10 = 1.111.
    #expect(abs(solved.result.burntByNetwork - (8.5 - (10 / 0.9 - 10))) < 1e-4)
    let verdict = try #require(solved.verdict("curtailment"))
    #expect(verdict.verdict == .fail)
    // The wind of 1 MW gives way to power that is paid for, and is curtailed beside what is burnt.
    #expect(abs((verdict.numerator ?? 0) - solved.result.burntByNetwork - 1) < 1e-3)
  }
}
