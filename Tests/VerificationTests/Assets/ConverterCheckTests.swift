import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Schedules of plants between zones, and of stores by the hour, against rules that they were not made for.
struct ConverterCheckTests {
  /// Fuel at 20 makes power at 0.5: 60 and 100 MW of input for 30 and 50 of load.
  private func grid() -> SmallGrid {
    var grid = SmallGrid(load: [30, 50])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = .constant(500)
    }
    var fuel = Zone()
    fuel.name = "fuel"
    grid.setting.zones.append(fuel)
    grid.add(Generator.self, "well") {
      $0.capacity = Power(megawatts: 300)
      $0.marginalCost = .constant(20)
    }
    grid.add(Converter.self, "turbine") {
      $0.to = SmallGrid.zone
      $0.capacity = Power(megawatts: 200)
      $0.efficiency = .constant(0.5)
      $0.cost = .constant(2)
    }
    for index in grid.assets.indices.suffix(2) { grid.assets[index].zone = "fuel" }
    return grid
  }

  private func rules(_ change: (inout Converter) -> Void) throws -> Set<String> {
    let grid = grid()
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    return Set(grid.changing(Converter.self, change).report(on: result).violations.map(\.rule))
  }

  @Test func `each parameter of a converter is held to by its own rule`() throws {
    #expect(try rules { $0.capacity = Power(megawatts: 90) } == ["input range"])
    #expect(try rules { $0.minimumInput = .constant(0.4) } == ["input range"])
    #expect(try rules { $0.rampUp = 0.1 } == ["ramp up"])
    #expect(try rules { $0.rampDown = 0.1 } == [])
    #expect(try rules { $0.efficiency = .constant(0.4) } == ["power at home"])
    #expect(try rules { $0.cost = .constant(3) } == ["cost", "cost of operation"])
  }

  @Test func `input that is another than what its zones see is found`() throws {
    let grid = grid()
    let result = try grid.solve()
    let changed = result.schedule.changed(.flow, at: 0, by: 1)
    let report = Verifier.verify(grid.model, changed, cost: result.cost, costs: result.costs)
    let rules = Set(report.violations.map(\.rule))
    #expect(rules.isSuperset(of: ["power at fuel", "power at home", "cost of operation"]))
  }

  @Test func `the power that a store may use is that of the hour`() throws {
    var grid = SmallGrid(load: [30, 50])
    let price = grid.series("price", [1, 100])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = price
    }
    grid.add(Storage.self, "store") {
      $0.chargingCapacity = Power(megawatts: 20)
      $0.dischargingCapacity = Power(megawatts: 20)
      $0.energy = Energy(megawattHours: 100)
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    func rules(_ change: (inout Storage) -> Void) -> Set<String> {
      Set(grid.changing(Storage.self, change).report(on: result).violations.map(\.rule))
    }
    #expect(rules { $0.chargingLimit = .constant(0.5) } == ["charging range"])
    #expect(rules { $0.dischargingLimit = .constant(0.5) } == ["discharging range"])
    #expect(rules { $0.dischargingCost = .constant(1) } == ["cost", "cost of operation"])
    #expect(rules { $0.minimumLevel = .constant(0.3) } == ["stored energy range"])
  }
}

extension Converter: Nameable {}
