import Hourly
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Demand that moves against rules that its schedules were not made for.
@Suite struct DemandCheckTests {
  private func grid(prices: [Double]) -> SmallGrid {
    var grid = SmallGrid(load: prices.map { _ in 200 })
    let price = grid.series("price", prices)
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    return grid
  }

  @Test func `works keep their band, their ramp and their product`() throws {
    // 60 and 100 MW.
    var grid = grid(prices: [300, 100])
    grid.add(Industry.self, "works") {
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
      $0.price = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout Industry) -> Void) in
      grid.changing(Industry.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.minimumLoad = 0.7 } == ["works: band"])
    #expect(rules { $0.maximumLoad = 0.9 } == ["works: band"])
    #expect(rules { $0.ramp = 0.3 } == ["works: ramp"])
    #expect(rules { $0.operation = .constant(0.9) }.contains("works: energy of the day"))
  }

  @Test func `vehicles charge what they drive within their window`() throws {
    // 40 MWh in the last two of four hours.
    var grid = grid(prices: [400, 300, 200, 100])
    grid.add(EVCharging.self, "cars") {
      $0.dailyEnergy = .constant(240)
      $0.chargers = Power(megawatts: 20)
      $0.managedShare = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout EVCharging) -> Void) in
      grid.changing(EVCharging.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.managedShare = 0.5 }.contains("cars: charging range"))
    #expect(rules { $0.windowEnd = 3 }.contains("cars: charging range"))
    #expect(rules { $0.dailyEnergy = .constant(200) }.contains("cars: energy of the day"))
  }

  @Test func `hydrogen is made of power, kept in the tank and delivered`() throws {
    // 5 MWh in the second hour, of which the first took 2.5 from the tank of 10.
    var grid = grid(prices: [300, 100])
    grid.add(Hydrogen.self, "works") {
      $0.capacity = Power(megawatts: 10)
      $0.efficiency = YieldCurve(0.5)
      $0.tank = Energy(megawattHours: 10)
      $0.demand = .constant(2.5)
      $0.delivery = .hour
    }
    let result = try grid.solve()
    let rules = { (change: (inout Hydrogen) -> Void) in
      grid.changing(Hydrogen.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.efficiency = YieldCurve(0.4) } == ["works: product"])
    #expect(rules { $0.capacity = Power(megawatts: 8) }.contains("works: consumption"))
    #expect(rules { $0.demand = .constant(2) }.contains("works: product balance"))
    #expect(rules { $0.waterUse = 0.5 } == ["works: water"])
  }

  @Test func `a bundle keeps its limit and its calls`() throws {
    var grid = grid(prices: [300, 100])
    grid.add(Industry.self, "works") {
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
      $0.price = 1
    }
    grid.add(VirtualPowerPlant.self, "bundle") {
      $0.members = ["works"]
      $0.limit = Power(megawatts: 8)
      $0.price = 2
      $0.callsPerDay = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout VirtualPowerPlant) -> Void) in
      grid.changing(VirtualPowerPlant.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.limitDown = 4 } == ["bundle: limit"])
    #expect(rules { $0.callsPerDay = 0.5 } == ["bundle: calls a day"])
    #expect(rules { $0.limit = Power(megawatts: 6) }.contains("bundle: limit"))
  }

  @Test func `a captive plant sells no more than it may, and water takes its time`() throws {
    var grid = grid(prices: [900, 100])
    grid.add(CaptivePlant.self, "mill") {
      $0.capacity = Power(megawatts: 50)
      $0.ownUse = 0
      $0.load = .constant(40)
      $0.sellLimit = 10
    }
    grid.add(Hydro.self, "upper") {
      $0.capacity = Power(megawatts: 10)
      $0.inflow = .constant(0.5)
      $0.waterYield = 0.2
      $0.downstream = "lower"
      $0.travelHours = 1
    }
    grid.add(Hydro.self, "lower") {
      $0.capacity = Power(megawatts: 10)
      $0.waterYield = 0.1
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let selling = grid.changing(CaptivePlant.self) { $0.sellLimit = 5 }.rulesBroken(by: result)
    #expect(selling.contains("mill: sales"))
    let drier = grid.changing(Hydro.self) { if $0.name == "upper" { $0.waterYield = 0.25 } }
    #expect(drier.rulesBroken(by: result) == ["lower: water balance"])
  }
}
