import GridFormulation
import SmallGrids
import Tables
import Testing

/// Heat pumps: heat by the hour's coefficient of performance.
struct HeatPumpTests {
  private func pumping(_ performance: Double..., boiler: Double) -> SmallModel {
    var model = SmallModel(load: performance.map { _ in 0 })
    model.addImport(at: 300)
    model.addHeatZone(demand: performance.map { _ in 60 })
    let performance = model.series("cop", performance)
    model.addHeat(HeatPump.self) {
      $0.name = "pump"
      $0.capacity = Power(megawatts: 40)
      $0.performance = performance
      $0.variableCost = 0
    }
    model.addPlainHeatBoiler(cost: boiler)
    return model
  }

  @Test func `the power taken follows the hour's performance`() throws {
    // 40 MW of heat at COP 4 and 2.5 take 10 and 16 MW; heat costs 75 and 120, below the boiler's 130.
    let solved = try pumping(4, 2.5, boiler: 130).solve()
    #expect(solved.heat("pump") == [40, 40])
    #expect(solved.power("pump") == [-10, -16])
    #expect(solved.heatPrice == [130, 130])
  }

  @Test func `a heat pump at low performance is not used beside a cheaper boiler`() throws {
    // 300 / 2 = 150 a MWh against 130.
    let solved = try pumping(4, 2, boiler: 130).solve()
    #expect(solved.heat("pump") == [40, 0])
    #expect(solved.power("pump") == [-10, 0])
  }
}
