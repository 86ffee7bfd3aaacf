import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct HydrogenTests {
  /// 10 MW at an efficiency of one half; 2.5 MW of hydrogen due an hour, by the end of the day.
  private func electrolyser(
    importAt prices: [Double],
    upTo limit: Double = 1000,
    _ change: (inout Hydrogen) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: prices.map { _ in 50 })
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: limit)
      $0.importPrice = price
    }
    model.add(Hydrogen.self) {
      $0.name = "electrolyser"
      $0.capacity = Power(megawatts: 10)
      $0.efficiency = YieldCurve(0.5)
      $0.demand = .constant(2.5)
      change(&$0)
    }
    return model
  }

  @Test func `what is due by the end of the day is made in its cheapest hours`() throws {
    // 5 MWh of hydrogen take 10 MWh.
    let solved = try electrolyser(importAt: [300, 100]).solve()
    #expect(solved.power("electrolyser") == [0, -10])
    #expect(solved.values(.hydrogenMade, of: "electrolyser") == [0, 5])
    #expect(solved.price == [300, 100])
    #expect(solved.cost == 21_000)
  }

  @Test func `full load binds where much is due`() throws {
    let solved = try electrolyser(importAt: [300, 100]) { $0.demand = .constant(5) }.solve()
    #expect(solved.power("electrolyser") == [-10, -10])
  }

  @Test func `hydrogen is not made where power costs more than it is worth`() throws {
    // 400 / 0.5 > 600: 5 MWh are not delivered.
    let solved = try electrolyser(importAt: [400, 400]).solve()
    #expect(solved.power("electrolyser") == [0, 0])
    #expect(rounded(solved.values(.unmetHydrogen, of: "electrolyser").reduce(0, +)) == 5)
    #expect(solved.cost(of: .unmetProduct) == 3000)
  }

  @Test func `hydrogen that is left unmade for the last MWh sets the price`() throws {
    // 8 of 10 MWh are left for it: half a MWh of hydrogen at 600 for each further MWh.
    let solved = try electrolyser(importAt: [100, 100], upTo: 54).solve()
    #expect(solved.price == [300, 300])
    #expect(rounded(solved.values(.unmetHydrogen, of: "electrolyser").reduce(0, +)) == 1)
  }

  @Test func `what is due in its hour is made as it comes, or taken from the tank`() throws {
    let without = try electrolyser(importAt: [300, 100]) { $0.delivery = .hour }.solve()
    #expect(without.power("electrolyser") == [-5, -5])
    let with = try electrolyser(importAt: [300, 100]) {
      $0.delivery = .hour
      $0.tank = Energy(megawattHours: 10)
    }.solve()
    #expect(with.power("electrolyser") == [0, -10])
    #expect(with.values(.storedHydrogen, of: "electrolyser") == [2.5, 5])
  }

  @Test func `what is due of the year waits for its cheapest hours`() throws {
    let prices = (0..<48).map { $0 == 30 || $0 == 31 ? 50.0 : 200 }
    let solved = try electrolyser(importAt: prices) {
      $0.demand = .constant(10.0 / 48)
      $0.delivery = .year
    }.solve()
    let drawn = solved.values(.consumption, of: "electrolyser")
    #expect(drawn[30] == 10 && drawn[31] == 10 && rounded(drawn.reduce(0, +)) == 20)
  }

  @Test func `power is made back where the spread pays for both ways`() throws {
    // 2 MW take 4 MWh of hydrogen and 8 MWh of power: 800 for 4000.
    let solved = try electrolyser(importAt: [100, 2000]) {
      $0.demand = .constant(0)
      $0.tank = Energy(megawattHours: 10)
      $0.startLevel = 0
      $0.powerBack = 2
    }.solve()
    #expect(solved.power("electrolyser") == [-8, 2])
    let idle = try electrolyser(importAt: [100, 390]) {
      $0.demand = .constant(0)
      $0.tank = Energy(megawattHours: 10)
      $0.startLevel = 0
      $0.powerBack = 2
    }.solve()
    #expect(idle.power("electrolyser") == [0, 0])
  }

  @Test func `part load makes more of a MWh`() throws {
    // 5 MW at 0.8 make 4; the other 5 MW make (6 − 4) / 5 = 0.4 each: the fifth MWh takes 2.5.
    let solved = try electrolyser(importAt: [100]) {
      $0.efficiency = YieldCurve(points: [.init(load: 0.5, yield: 0.8), .init(load: 1, yield: 0.6)])
      $0.demand = .constant(5)
      $0.delivery = .hour
    }.solve()
    #expect(solved.power("electrolyser") == [-7.5])
  }

  @Test func `water is counted and paid`() throws {
    let solved = try electrolyser(importAt: [100, 100]) {
      $0.waterUse = 0.3
      $0.waterPrice = 10
    }.solve()
    #expect(rounded(solved.values(.waterUsed, of: "electrolyser").reduce(0, +)) == 1.5)
    #expect(solved.cost(of: .operation) == 15)
  }

  @Test func `a yield is one number or a concave curve up to full load`() {
    #expect((try? YieldCurve.read("0.68", upTo: 1).get()) == YieldCurve(0.68))
    #expect((try? YieldCurve.read("0.5:0.8; 1:0.6", upTo: 1).get())?.text == "0.5:0.8;1:0.6")
    #expect((try? YieldCurve.read("0.5:0.6;1:0.7", upTo: 1).get()) == nil)
    #expect((try? YieldCurve.read("0.5:0.8;0.9:0.7", upTo: 1).get()) == nil)
    #expect((try? YieldCurve.read("1.2", upTo: 1).get()) == nil)
    #expect((try? YieldCurve.read("0.5:0.9;1:0.4", upTo: 1).get()) == nil)
  }
}

struct DesalinationTests {
  @Test func `water of the day is made in the cheapest hours and kept in the basin`() throws {
    // 4 kWh a m³: 2500 m³ take 10 MWh.
    var model = SmallModel(load: [50, 50])
    model.addImport(at: 300, 100)
    model.add(Desalination.self) {
      $0.name = "waterworks"
      $0.capacity = Power(megawatts: 10)
      $0.energyUse = 4
      $0.demand = .constant(1250)
    }
    let solved = try model.solve()
    #expect(solved.power("waterworks") == [0, -10])
    #expect(solved.values(.waterMade, of: "waterworks") == [0, 2500])
    #expect(solved.values(.storedWater, of: "waterworks") == [0, 0])
  }

  @Test func `the zone's load may hold the even draw already`() throws {
    var model = SmallModel(load: [50, 50])
    model.addImport(at: 300, 100)
    model.add(Desalination.self) {
      $0.name = "waterworks"
      $0.capacity = Power(megawatts: 10)
      $0.energyUse = 4
      $0.demand = .constant(1250)
      $0.isInLoad = true
    }
    #expect(try model.solve().power("waterworks") == [5, -5])
  }
}
