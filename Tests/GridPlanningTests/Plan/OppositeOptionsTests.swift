import GridDispatch
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import GridGoals
@testable import GridPlanning

/// What a plan takes and gives up at once it does neither.
struct OppositeOptionsTests {
  private func option(_ name: String, adds megawatts: Double, cost: Double) -> CapacityOption {
    var option = CapacityOption()
    (option.name, option.asset) = (name, "plant")
    option.changes = [.init(column: "power_mw", unit: "MW", before: 50, after: 50 + megawatts)]
    (option.extent.full, option.extent.megawatts) = (abs(megawatts), abs(megawatts))
    option.cost = OptionCost(perYear: cost)
    return option
  }

  /// 100 MW may be built and 50 given up: 0.4 is 40 MW, 0.5 is 25 MW, the rest 15 MW.
  @Test func `the difference is taken`() {
    let options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -100)]
    let shares = OppositeOptions(options).settled([0.4, 0.5])
    #expect(abs(shares[0] - 0.15) < 1e-15 && shares[1] == 0)
    let other = OppositeOptions(options).settled([0.1, 0.5])
    #expect(other[0] == 0 && abs(other[1] - 0.3) < 1e-15)
  }

  @Test func `what must be taken stays`() {
    var options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -100)]
    options[0].extent.least = 0.3
    let shares = OppositeOptions(options).settled([0.4, 0.5])
    #expect(abs(shares[0] - 0.3) < 1e-15 && abs(shares[1] - 0.3) < 1e-15)
  }

  @Test func `what earns by both is left alone`() {
    let options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -120)]
    #expect(OppositeOptions(options).settled([0.4, 0.5]) == [0.4, 0.5])
  }

  @Test func `options of another asset or of other units are left alone`() {
    var options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -100)]
    options[1].asset = "other"
    #expect(OppositeOptions(options).settled([0.4, 0.5]) == [0.4, 0.5])
    options[1].asset = "plant"
    (options[0].extent.parts, options[1].extent.parts) = (5, 5)
    #expect(OppositeOptions(options).settled([0.4, 0.6]) == [0.4, 0.6])
  }

  /// 37 MW of any size built and 50 given up in units of 10: three of them go, 7 MW and two units stay.
  @Test func `what comes in whole units is undone in whole units`() {
    var options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -100)]
    options[1].extent.parts = 5
    let shares = OppositeOptions(options).settled([0.37, 1])
    #expect(abs(shares[0] - 0.07) < 1e-12 && abs(shares[1] - 0.4) < 1e-12)
    // The other way round: 37 MW given up, three units of 10 MW built.
    let other = OppositeOptions([options[1], options[0]]).settled([0.6, 0.37])
    #expect(other[0] == 0 && abs(other[1] - 0.07) < 1e-12)
  }

  /// 40 MW are built and 25 given up, of which another plant of 15 MW stands in the place: 10 MW can be undone.
  @Test func `what another option needs stays given up`() {
    var options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -100)]
    options.append(option("replace", adds: 30, cost: 100))
    options[2].asset = "other"
    let tie = SizedGrid.Tie(name: "replaces retire", weights: [0, -50, 30], most: 0)
    let shares = OppositeOptions(options, ties: [tie]).settled([0.4, 0.5, 0.5])
    #expect(abs(shares[0] - 0.3) < 1e-12 && abs(shares[1] - 0.3) < 1e-12 && shares[2] == 0.5)
  }

  // MARK: - Limits

  /// Imports at 600 against wind for 1 a MWh: all that may be built is.
  private func grid(_ limit: OptionLimit) throws -> PlannedGrid {
    var model = SmallModel(load: [Double](repeating: 100, count: 4))
    model.addImport(200, at: 600)
    for name in ["ridge", "coast"] {
      model.add(Wind.self) { ($0.name, $0.availability) = (name, .constant(1)) }
    }
    model.setting.optionLimits = [limit]
    var grid = PlannedGrid(model)
    try grid.add("ridge", on: "ridge", parts: 60, cost: 60, [("capacity_mw", 60)])
    try grid.add("coast", on: "coast", parts: 60, cost: 120, [("capacity_mw", 60)])
    return grid
  }

  private func limit(_ sum: String, atMost most: Double?, atLeast least: Double? = nil)
    -> OptionLimit
  {
    var limit = OptionLimit()
    (limit.name, limit.sum, limit.most, limit.least) = ("room", sum, most, least)
    return limit
  }

  /// 2·ridge + coast ≤ 90 MW: a MW of each saves 2,400, so the coast's 60 MW come first, then 15 of the ridge.
  @Test func `a limit on several options binds`() throws {
    guard
      case .planned(let plan) = try grid(limit("ridge=2, coast", atMost: 90)).plan(fractions: true)
    else {
      Issue.record("there is no plan")
      return
    }
    #expect(abs(plan.options[0].size - 15) < 1e-4 && abs(plan.options[1].size - 60) < 1e-4)
    let sized = SizedGrid(try grid(limit("ridge=2, coast", atMost: 90)).grid)
    let settings = PlannedChanges(sized, taking: [0.25, 1]).settings
    // The coast is built up; 2 · 15 + 60 of 90 are taken.
    #expect(settings.contains("option-limits/room/sum=ridge=2"))
    #expect(settings.contains("option-limits/room/at-most=0"))
    #expect(
      PlannedChanges(sized, taking: [1, 1]).settings.contains("option-limits/room/remove=yes")
    )
  }

  @Test func `a limit that does not bind changes nothing`() throws {
    guard
      case .planned(let plan) = try grid(limit("ridge=2, coast", atMost: 500)).plan(fractions: true)
    else {
      Issue.record("there is no plan")
      return
    }
    #expect(abs(plan.options[0].size - 60) < 1e-4 && abs(plan.options[1].size - 40) < 1e-4)
  }

  /// At least 50 MW of the coast, though the ridge is cheaper: then 50 of the ridge.
  @Test func `a least sum must be taken`() throws {
    guard
      case .planned(let plan) = try grid(limit("coast", atMost: nil, atLeast: 50)).plan(
        fractions: true
      )
    else {
      Issue.record("there is no plan")
      return
    }
    #expect(abs(plan.options[0].size - 50) < 1e-4 && abs(plan.options[1].size - 50) < 1e-4)
  }

  @Test func `a part of a unit costs no more than undoing it in any part`() {
    // 100 MW for 200 a year in any part, 50 MW given up for 99 in units of 10: a unit less costs 20 − 19.8.
    var options = [option("build", adds: 100, cost: 200), option("retire", adds: -50, cost: -99)]
    options[1].extent.parts = 5
    let opposites = OppositeOptions(options)
    #expect(abs(opposites.netCost(of: 1) - 1) < 1e-9)
    #expect(opposites.netCost(of: 0) == 200)
  }
}

struct SizeBoxTests {
  @Test func `a branch is whole on both sides of a part`() {
    var option = CapacityOption()
    (option.extent.least, option.extent.most, option.extent.parts) = (0, 0.8, 5)
    let boxes = SizeBox([option]).split(0, at: 2.4, of: 5)
    #expect(boxes.map { $0.least[0] } == [0, 0.6] && boxes.map { $0.most[0] } == [0.4, 0.8])
    // All of it is held: a little is left where the interior point works.
    let held = SizeBox([option]).holding([0.8])
    #expect(held.values[0].lowerBound == held.values[0].upperBound)
    #expect(held.loosened(0.01, of: [option]).least[0] == 0.8 * 0.99)
  }
}
