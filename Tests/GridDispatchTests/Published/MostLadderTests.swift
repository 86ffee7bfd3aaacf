import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// The unit commitment ladder of MATPOWER's MOST: three buses, twelve hours, a rule more at each step.
///
/// Source: MATPOWER/most (commit 40e51ab, 2026-08-04), `ex_case3b`, `ex_xgd_uc`, `ex_load_profile`, `ex_wind_profile`,
/// `ex_storage` and the solutions stored for `t_most_uc`. Units are on or off there. With the commitment of
/// an optimum (found by HiGHS as an integer program of the same data, objective equal to the published
/// one) the cost must be the published one; with linear commitment it must be a bound on it.
///
/// MOST charges 1e-6 for a MW of ramp reserve, here left out: at most 11 changes of hour × 1,750 MW (three units
/// of 250, load 800, wind 200) × 1e-6 = 0.02, which is the tolerance. Load not served costs 1,000 a MWh.
struct MostLadderTests {
  private static let tolerance = 0.02

  private static let load = [
    439.999, 479.999, 539.999, 524.999, 499.999, 449.999, 399.999, 349.999, 299.999, 324.999,
    374.999, 424.999,
  ]
  private static let wind = [0.8, 0.65, 0.6, 0.82, 1, 0.7, 0.5, 0.85, 1, 1.1, 1.06, 0.95]

  /// A step of the ladder: what is published, and which hours the second and third unit are on.
  struct Step: Sendable {
    let number: Int
    let cost: Double
    let second: String
    let third: String
  }

  private static let steps = [
    Step(number: 1, cost: 113459.646724, second: "111111110111", third: "011100000000"),
    Step(number: 2, cost: 124039.53204, second: "110001110111", third: "111111100001"),
    Step(number: 3, cost: 127654.506968, second: "110001100001", third: "111111111111"),
    Step(number: 4, cost: 127679.492048, second: "110011100001", third: "111111111111"),
  ]

  private func model(step number: Int) -> SmallModel {
    let isNetwork = number > 1
    let none = [Double](repeating: 0, count: 12)
    var model = SmallModel(load: isNetwork ? none : Self.load, lostLoad: 1000)
    if isNetwork {
      model.addZone("bus 2", load: none)
      model.addZone("bus 3", load: Self.load)
      model.addLine(SmallModel.zone, "bus 2", reactance: 0.01, limit: 300)
      model.addLine(SmallModel.zone, "bus 3", reactance: 0.01, limit: 240)
      model.addLine("bus 2", "bus 3", reactance: 0.01, limit: 300)
    }
    let home = SmallModel.zone
    let far = isNetwork ? "bus 2" : home
    let hasStarts = number > 2
    add("gen 1", in: home, 60...200, cost: 25, to: &model) { _ in }
    add("gen 2", in: home, 65...200, cost: 30, to: &model) {
      $0.startCost = hasStarts ? 200 : 0
      $0.stopCost = hasStarts ? 200 : 0
      $0.minimumUpHours = number > 3 ? 3 : 0
    }
    add("gen 3", in: far, 60...500, cost: 40, to: &model) {
      $0.startCost = hasStarts ? 3000 : 0
      $0.stopCost = hasStarts ? 600 : 0
    }
    let wind = model.series("wind", Self.wind)
    model.add(Generator.self, in: far) {
      $0.name = "wind"
      $0.kind = .onshoreWind
      $0.capacity = Power(megawatts: 100)
      $0.maximumOutput = wind
    }
    return model
  }

  private func add(
    _ name: String,
    in zone: String,
    _ range: ClosedRange<Double>,
    cost: Double,
    to model: inout SmallModel,
    _ change: (inout Generator) -> Void
  ) {
    model.add(Generator.self, in: zone) {
      $0.name = name
      $0.kind = .gas
      $0.capacity = Power(megawatts: range.upperBound)
      $0.minimumOutput = .constant(range.lowerBound / range.upperBound)
      $0.marginalCost = .constant(cost)
      $0.commitment = .linear
      change(&$0)
    }
  }

  @Test(arguments: steps)
  func `the published commitment costs what is published`(step: Step) throws {
    var model = model(step: step.number)
    for (name, hours) in [("gen 2", step.second), ("gen 3", step.third)] {
      let series = model.series("\(name) on", hours.map { $0 == "1" ? 1 : 0 })
      model.change(Generator.self, name) {
        $0.commitment = .fixed
        $0.online = series
      }
    }
    model.change(Generator.self, "gen 1") { $0.isMustRun = true }
    let cost = try model.solve().result.cost
    #expect(abs(cost - step.cost) < Self.tolerance, "\(cost)")
  }

  @Test(arguments: steps)
  func `linear commitment is a bound on what is published`(step: Step) throws {
    let cost = try model(step: step.number).solve().result.cost
    #expect(cost <= step.cost)
    #expect(cost > 0.95 * step.cost)
  }

  /// Ramp reserve with a limit and a price is not a rule here, so that its step is a bound only.
  @Test func `a step with ramp reserve costs no less than the step without`() throws {
    #expect(try model(step: 5).solve().result.cost <= 132984.461415)
  }

  /// 200 MWh at bus 3, 80 MW each way, a hundred-thousandth lost an hour; the level at the start is bought
  /// at what it is worth at the end, and both are the same.
  @Test func `a cyclic store lowers the cost, and the bound holds with it`() throws {
    var model = model(step: 6)
    let without = try model.solve().result.cost
    model.add(Storage.self, in: "bus 3") {
      $0.name = "store"
      $0.kind = .battery
      $0.chargingCapacity = Power(megawatts: 80)
      $0.dischargingCapacity = Power(megawatts: 80)
      $0.energy = Energy(megawattHours: 200)
      $0.standingLoss = 1e-5
      $0.startMinimum = 0
      $0.startMaximum = 200
      $0.startCost = 45.166667
      $0.endValue = 45.166667
      $0.endRule = .cyclic
    }
    let with = try model.solve().result.cost
    #expect(with < without)
    #expect(with <= 122958.360636)
  }
}
