import GridFormulation
import SmallGrids
import Tables
import Testing

/// Minimum up and down times of thermal units.
struct ThermalTimesTests {
  /// Ten MW are wanted in the second hour; running in the first is fined, later surplus is given away.
  private func peak(minimumUp hours: Int, importAt price: Double) -> SmallModel {
    var model = SmallModel(load: [0, 10, 0, 0])
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumUpHours = hours
    }
    model.addImport(at: price)
    model.addExport(at: -1000, 0, 0, 0)
    return model
  }

  @Test func `units that started stay online for their minimum up time`() throws {
    // 10 MW for an hour at 100, then two hours at half output: 1,000 + 500 + 500 = 200 a MWh wanted.
    let solved = try peak(minimumUp: 3, importAt: 250).solve()
    #expect(solved.values(.online, of: "coal") == [0, 10, 10, 10])
    #expect(solved.power("coal") == [0, 10, 5, 5])
    #expect(solved.price[1] == 200)
    #expect(solved.cost == 2000)
  }

  @Test func `a minimum up time that makes a start too dear leaves the units standing`() throws {
    let solved = try peak(minimumUp: 3, importAt: 150).solve()
    #expect(solved.power("coal") == [0, 0, 0, 0])
    #expect(solved.price[1] == 150)
  }

  @Test func `a minimum up time of an hour does not bind`() throws {
    let solved = try peak(minimumUp: 1, importAt: 150).solve()
    #expect(solved.power("coal") == [0, 10, 0, 0])
    #expect(solved.price[1] == 100)
  }

  /// Full load, an hour without any, and load again.
  private func pause(minimumDown hours: Int, load: [Double]) -> SmallModel {
    var model = SmallModel(load: load)
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumDownHours = hours
    }
    let prices: [Double] = [1000, 300, 300, 300, 300]
    let price = model.series("import price", Array(prices.prefix(load.count)))
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    return model
  }

  @Test func `units that stopped stay off for their minimum down time`() throws {
    // All 100 MW run in the first hour, where they save 900 a MWh, and stop in the second. Down for three
    // hours, they are back in the fifth; using less of them first would gain 200 + 200 later and lose 900.
    let solved = try pause(minimumDown: 3, load: [100, 0, 100, 100, 80]).solve()
    #expect(solved.power("coal") == [100, 0, 0, 0, 80])
    #expect(solved.power("import") == [0, 0, 100, 100, 0])
    #expect(solved.price[2...] == [300, 300, 100])
  }

  @Test func `a minimum down time of an hour does not bind`() throws {
    let solved = try pause(minimumDown: 1, load: [100, 0, 80, 80, 80]).solve()
    #expect(solved.power("coal") == [100, 0, 80, 80, 80])
    #expect(solved.price[2...] == [100, 100, 100])
  }

  @Test func `a horizon shorter than the minimum down time does not let units return`() throws {
    let solved = try pause(minimumDown: 8, load: [100, 0, 100]).solve()
    #expect(solved.power("coal") == [100, 0, 0])
    #expect(solved.price[2] == 300)
  }
}
