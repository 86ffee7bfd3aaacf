import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// The coal that is burnt, by its fuel and not by who burns it.
struct CoalConsumptionTests {
  /// 200 MW of coal units at 0.3 tce/MWh beside a mill whose plant gives 20 MW at the least, 30 uncalled.
  ///
  /// The units cost 100 + 300 a MWh and the plant 150 + 340, so it falls to its least: the grid serves
  /// 100 + 10 MWh and burns 33 tce; the plant burns 20 · 0.34 = 6.8 tce.
  private func model(fuel: String = "coal", _ change: (inout SmallModel) -> Void = { _ in })
    -> SmallModel
  {
    var model = SmallModel(load: [100])
    change(&model)
    model.addPlainCoal(megawatts: 200) {
      $0.fuel = "coal"
      $0.coalRate = 300
    }
    model.add(CaptivePlant.self) {
      $0.name = "mill"
      $0.capacity = Power(megawatts: 50)
      $0.minimumOutput = 0.4
      $0.ownUse = 0
      $0.load = .constant(60)
      $0.unmanagedOutput = .constant(0.6)
      $0.fuel = fuel
      $0.fuelRate = 340
      $0.variableCost = 150
    }
    var goal = Goal()
    goal.id = "coal"
    goal.metric = "coal-consumption"
    goal.comparison = .atMost
    goal.threshold = 1
    model.goals = [goal]
    return model
  }

  private func addFuel(_ name: String, _ kind: FuelKind?, to model: inout SmallModel) {
    var fuel = Fuel()
    fuel.name = name
    fuel.price = .constant(1000)
    fuel.kind = kind
    model.setting.fuels.append(fuel)
  }

  @Test func `a captive plant's coal counts`() throws {
    let solved = try model().solve()
    #expect(solved.values(.captiveOutput, of: "mill") == [20])
    #expect(solved.verdict("coal")?.value.map { rounded($0 * 1e6) } == 39.8)
    // The same from what is emitted: 2.66 t a tonne of coal equivalent.
    #expect(rounded(solved.schedule.total(.carbonDioxide) / 2.66) == 39.8)
  }

  @Test(
    arguments: [
      ("lignite-east", nil, 39.8), ("fuel-7", .coal, 39.8), ("coal-gas", nil, 33),
      ("fuel-7", nil, 33), ("coal-like", .other, 33),
    ] as [(String, FuelKind?, Double)]
  )
  func `a fuel is coal where its kind or a word of its name says so`(
    name: String,
    kind: FuelKind?,
    burnt: Double
  ) throws {
    let solved = try model(fuel: name) { addFuel(name, kind, to: &$0) }.solve()
    #expect(solved.verdict("coal")?.value.map { rounded($0 * 1e6) } == burnt)
  }

  @Test(
    arguments: [
      ("coal", .coal), ("coal-jilin", .coal), ("hard coal", .coal), ("Lignite", .coal),
      ("charcoal", nil), ("coal-gas", .gas), ("gas-coal", .coal), ("LNG", .gas),
      ("waste_wood", .biomass), ("uranium", nil),
    ] as [(String, FuelKind?)]
  )
  func `the last known word of a fuel's name tells its kind`(name: String, kind: FuelKind?) {
    #expect(FuelKind(named: name) == kind)
  }
}
