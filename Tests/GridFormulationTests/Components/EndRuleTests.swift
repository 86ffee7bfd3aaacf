import GridDispatch
import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// What a store must hold at the end of the hours, of every day and of every week.
struct EndRuleTests {
  /// A lossless store of 20 MWh, half full, beside import at a price a day.
  private func store(
    _ rule: EndRule,
    dayPrices: [Double],
    hoursOfLastDay: Int = 24
  ) -> SmallModel {
    let hours = 24 * (dayPrices.count - 1) + hoursOfLastDay
    var model = SmallModel(load: [Double](repeating: 50, count: hours))
    let price = model.series("price", (0..<hours).map { dayPrices[$0 / 24] })
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    model.add(Battery.self) {
      $0.name = "store"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.chargingEfficiency = 1
      $0.dischargingEfficiency = 1
      $0.selfDischarge = 0
      $0.wear = 1
      $0.endRule = rule
    }
    return model
  }

  private func discharged(_ model: SmallModel) throws -> Double {
    rounded(try model.solve().schedule.total(.discharging))
  }

  @Test(
    arguments: [
      // 10 MWh sold, then 20 bought on the cheap third day would help no more: nothing is dearer after it.
      (EndRule.free, 10.0), (.atLeastStart, 10), (.equalStart, 10), (.daily, 0), (.weekly, 10),
    ]
  )
  func `trade between days obeys the rule`(rule: EndRule, energy: Double) throws {
    #expect(try discharged(store(rule, dayPrices: [300, 200, 100])) == energy)
  }

  @Test func `only the free rule lets the store be drained`() throws {
    #expect(try discharged(store(.free, dayPrices: [300])) == 10)
    #expect(try discharged(store(.atLeastStart, dayPrices: [300])) == 0)
  }

  @Test func `trade between weeks is barred by the weekly rule only`() throws {
    let prices = [Double](repeating: 300, count: 7) + [Double](repeating: 100, count: 7)
    #expect(try discharged(store(.weekly, dayPrices: prices)) == 0)
    #expect(try discharged(store(.atLeastStart, dayPrices: prices)) == 10)
  }

  @Test func `a last day that is cut short ends as it began`() throws {
    #expect(try discharged(store(.daily, dayPrices: [300, 100], hoursOfLastDay: 5)) == 0)
    #expect(try discharged(store(.atLeastStart, dayPrices: [300, 100], hoursOfLastDay: 5)) == 10)
  }

  @Test func `at least means that a store may end fuller where power is worth less than nothing`()
    throws
  {
    let more = try store(.atLeastStart, dayPrices: [-10]).solve()
    #expect(more.values(.storedEnergy, of: "store")[23] == 20)
    let same = try store(.equalStart, dayPrices: [-10]).solve()
    #expect(same.values(.storedEnergy, of: "store")[23] == 10)
  }

  @Test func `a cyclic store begins as full as serves it best, whatever its kind`() throws {
    // Full before the dear days, sold on the first, bought back on the last.
    let solved = try store(.cyclic, dayPrices: [300, 200, 100]).solve()
    #expect(rounded(solved.schedule.total(.discharging)) == 20)
    #expect(solved.values(.storedAtStart, of: "store")[0] == 20)
    #expect(solved.values(.storedEnergy, of: "store")[71] == 20)
    var hydro = SmallModel(load: [50, 50])
    hydro.addImport(at: 300, 100)
    hydro.add(Hydro.self) {
      $0.name = "hydro"
      $0.capacity = Power(megawatts: 10)
      $0.inflow = .constant(0.5)
      $0.reservoir = Energy(megawattHours: 40)
      $0.endRule = .cyclic
    }
    #expect(try hydro.solve().power("hydro") == [10, 0])
  }
}
