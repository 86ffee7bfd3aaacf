import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

/// What holds a goal is found whatever kind of limit it is: 60 MW of wind in the first of two hours, load of 40.
struct LimitEffectTests {
  /// 20 of 60 MWh are left over in the first hour; coal serves the second.
  private func windy(_ change: (inout SmallModel) -> Void) -> SmallModel {
    var model = SmallModel(load: [40, 40])
    let wind = model.series("wind", [1, 0])
    model.addPlainCoal()
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 60), wind)
    }
    change(&model)
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison, goal.threshold) = (
      "curtailment", "curtailment", .atMost, 0.01
    )
    model.goals = [goal]
    return model
  }

  private func explain(_ model: SmallModel) throws -> Explanation {
    let explainer = Explainer(
      model.grid,
      reached: ["curtailment": 1 / 3],
      holding: [],
      options: DispatchOptions()
    )
    return try #require(try explainer.explain(model.goals[0]))
  }

  /// What the best value is with every limit, and without the one class that betters it.
  private func expect(
    _ cause: PhysicalCause,
    from best: Double,
    to without: Double,
    in model: SmallModel,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let explanation = try explain(model)
    #expect(abs((explanation.best ?? -1) - best) < 1e-5, sourceLocation: location)
    let first = try #require(explanation.causes.first)
    #expect(first.cause == cause, sourceLocation: location)
    #expect(abs(first.best - without) < 1e-5, sourceLocation: location)
  }

  @Test func `the tank of hydrogen`() throws {
    // 10 MW of hydrogen are due in the second hour alone, 5 of them can wait in the tank, a MWh of power makes
    // one: 5 of the 20 MWh left over are used, 15 of 60 are not. A larger tank takes 10; the plant draws no more.
    let model = windy { model in
      let due = model.series("due", [0, 10])
      model.add(Hydrogen.self) {
        ($0.name, $0.capacity, $0.tank) = ("plant", Power(megawatts: 10), Energy(megawattHours: 5))
        $0.efficiency = YieldCurve(1)
        ($0.startLevel, $0.demand, $0.delivery, $0.unmetPrice) = (0, due, .hour, 1e5)
      }
    }
    try expect(.storageEnergy, from: 15.0 / 60, to: 10.0 / 60, in: model)
  }

  @Test func `the basin of desalination`() throws {
    // As the tank: 1 kWh makes a m³, 10,000 m³ are due in the second hour, 5,000 can wait.
    let model = windy { model in
      let due = model.series("due", [0, 10_000])
      model.add(Desalination.self) {
        ($0.name, $0.capacity, $0.tank) = ("plant", Power(megawatts: 10), 5000)
        ($0.energyUse, $0.startLevel, $0.demand) = (1, 0, due)
        ($0.delivery, $0.unmetPrice) = (.hour, 1000)
      }
    }
    try expect(.storageEnergy, from: 15.0 / 60, to: 10.0 / 60, in: model)
  }

  @Test func `the band of industry`() throws {
    // Works at 20 of 40 MW as planned, no more than 22: 2 of 20 MWh left over are used. Without the band all are.
    let model = windy { model in
      model.add(Industry.self) {
        ($0.name, $0.capacity, $0.operation) = ("works", Power(megawatts: 40), .constant(0.5))
        ($0.minimumLoad, $0.maximumLoad, $0.ramp) = (0, 0.55, 60)
      }
    }
    try expect(.loadLimits, from: 18.0 / 60, to: 0, in: model)
  }

  @Test func `the limit of a virtual power plant`() throws {
    // The works could draw 20 MW more; the bundle lets it draw 5 more.
    let model = windy { model in
      model.add(Industry.self) {
        ($0.name, $0.capacity, $0.operation) = ("works", Power(megawatts: 40), .constant(0.5))
        ($0.minimumLoad, $0.maximumLoad, $0.ramp) = (0, 1, 60)
      }
      model.add(VirtualPowerPlant.self) {
        ($0.name, $0.members, $0.limit) = ("bundle", ["works"], Power(megawatts: 20))
        $0.limitDown = 5
      }
    }
    try expect(.loadLimits, from: 15.0 / 60, to: 0, in: model)
  }

  @Test func `the minimum of captive plants`() throws {
    // Works with a load of 20 MW run 20 MW and may not run less than 15: 5 MWh of wind go there.
    let model = windy { model in
      model.add(CaptivePlant.self) {
        ($0.name, $0.capacity, $0.ownUse) = ("works", Power(megawatts: 20), 0)
        ($0.minimumOutput, $0.load, $0.fuel) = (0.75, .constant(20), "free")
      }
    }
    try expect(.minimumOutput, from: 15.0 / 60, to: 0, in: model)
  }

  @Test func `a scheduled exchange`() throws {
    // The schedule asks for 4 of 10 MW to be sold; without it 20 times 10 could be.
    let model = windy { model in
      model.add(Interchange.self) {
        ($0.name, $0.exportLimit, $0.exportSchedule) = (
          "export", Power(megawatts: 10), .constant(0.4)
        )
      }
    }
    try expect(.corridorLimit, from: 16.0 / 60, to: 0, in: model)
  }

  @Test func `the cycles of a battery`() throws {
    // A cycle of 12 MWh in the two hours is half a cycle of a day's: 2 · 2/24 = 1/6, or 2 MWh.
    let model = windy { model in
      model.add(Battery.self) {
        ($0.name, $0.power, $0.energy) = ("store", Power(megawatts: 20), Energy(megawattHours: 12))
        ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (1, 1, 0)
        ($0.startLevel, $0.endRule, $0.wear) = (0, .equalStart, 0)
      }
    }
    try expect(.storageEnergy, from: 8.0 / 60, to: 0, in: model)
  }

  @Test func `the power that vehicles give back`() throws {
    // A baseline of 10 MW in each hour is managed whole: charging 10 MWh more now leaves none for the next hour.
    // What is charged beyond the day's energy must be given back, 4 MW at the most, without loss.
    let model = windy { model in
      model.add(EVCharging.self) {
        ($0.name, $0.chargers, $0.managedShare) = ("cars", Power(megawatts: 30), 1)
        ($0.dailyEnergy, $0.unmanaged) = (.constant(240), .even)
        ($0.givingCapacity, $0.fleetBattery, $0.roundTrip, $0.wear) = (4, 1000, 1, 0)
      }
    }
    let explanation = try explain(model)
    let gain = try #require(explanation.causes.first { $0.cause == .storagePower }).gain
    #expect(gain >= 0)
    #expect(explanation.causes.contains { $0.cause == .storageEnergy })
  }
}
