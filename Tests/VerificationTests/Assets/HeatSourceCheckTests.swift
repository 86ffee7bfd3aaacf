import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridDispatch
@testable import GridFormulation

/// Heat sources against rules that their schedules were not made for.
@Suite struct HeatSourceCheckTests {
  /// 50 MW of heat beside an import; the source under test is cheaper than the spare boiler.
  private func grid() -> SmallGrid {
    var grid = SmallGrid(load: [0, 0])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = .constant(10)
    }
    grid.addHeatZone("town", demand: .constant(50), loss: 0)
    grid.add(HeatBoiler.self, "spare") {
      $0.heatZone = "town"
      $0.capacity = Power(megawatts: 1000)
      $0.variableCost = 900
    }
    return grid
  }

  private func found<Kind: Asset>(
    _ grid: SmallGrid,
    _ result: JudgedResult,
    _ change: (inout Kind) -> Void
  ) -> [String] {
    grid.changing(Kind.self, change).report(on: result).violations.map {
      "\($0.rule) \(($0.amount * 1e6).rounded() / 1e6)"
    }
  }

  @Test func `an electric boiler keeps its power, its efficiency and its plants`() throws {
    var grid = grid()
    grid.add(ElectricBoiler.self, "electrode") {
      $0.heatZone = "town"
      $0.power = Power(megawatts: 40)
      $0.efficiency = 0.9
      $0.variableCost = 0
    }
    let result = try grid.solve()
    func found(_ change: (inout ElectricBoiler) -> Void) -> [String] {
      self.found(grid, result, change)
    }
    #expect(found { _ in } == [])
    #expect(found { $0.power = Power(megawatts: 30) } == ["power range 10.0"])
    #expect(found { $0.efficiency = 0.8 } == ["heat 4.0"])
    #expect(found { $0.suppliedBy = "import:0.5" } == ["supply 20.0"])
  }

  @Test func `a heat pump keeps its capacity and its performance`() throws {
    var grid = grid()
    grid.add(HeatPump.self, "pump") {
      $0.heatZone = "town"
      $0.capacity = Power(megawatts: 40)
      $0.variableCost = 0
      $0.performance = .constant(4)
    }
    let result = try grid.solve()
    func found(_ change: (inout HeatPump) -> Void) -> [String] {
      self.found(grid, result, change)
    }
    #expect(found { _ in } == [])
    #expect(found { $0.capacity = Power(megawatts: 30) } == ["heat range 10.0"])
    #expect(found { $0.performance = .constant(3) } == ["power 10.0"])
  }

  @Test func `a tank keeps its size, its power and its loss`() throws {
    var grid = grid()
    grid.add(HeatStorage.self, "tank") {
      $0.heatZone = "town"
      $0.energy = Energy(megawattHours: 100)
      $0.charging = Power(megawatts: 40)
      $0.discharging = Power(megawatts: 40)
      $0.standingLoss = 0
      $0.startLevel = 1
      $0.endRule = .free
    }
    let result = try grid.solve()
    func found(_ change: (inout HeatStorage) -> Void) -> Set<String> {
      Set(self.found(grid, result, change).map { String($0.prefix { $0 != " " }) })
    }
    #expect(found { _ in } == [])
    #expect(found { $0.discharging = Power(megawatts: 30) } == ["heat"])
    #expect(found { $0.standingLoss = 0.1 } == ["storage"])
    #expect(found { $0.energy = Energy(megawattHours: 50) }.contains("stored"))
  }

  @Test func `a balance of heat that is missed is found with its MW`() throws {
    let grid = grid()
    var result = try grid.solve()
    result.schedule = result.schedule.changed(.unservedHeat, at: 1, by: 5)
    let rules = grid.rulesBroken(by: result)
    #expect(rules.contains("town: balance"))
  }

  @Test func `a pipe's loss and pumps are recomputed`() throws {
    var grid = grid()
    grid.addHeatZone("suburb", demand: .constant(10), loss: 0)
    grid.add(HeatTransfer.self, "pipe") {
      $0.from = "town"
      $0.to = "suburb"
      $0.limit = Power(megawatts: 100)
      $0.loss = 0.2
      $0.pumping = 0
    }
    let result = try grid.solve()
    func found(_ change: (inout HeatTransfer) -> Void) -> [String] {
      self.found(grid, result, change)
    }
    #expect(found { _ in } == [])
    #expect(found { $0.limit = Power(megawatts: 10) } == ["heat range 2.5"])
    #expect(found { $0.loss = 0.1 } == ["loss 1.25"])
    #expect(found { $0.pumping = 0.02 } == ["pumps 0.25"])
  }
}
