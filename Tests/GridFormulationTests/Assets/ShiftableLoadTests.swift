import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct ShiftableLoadTests {
  /// 10 MW that can be put off at 50 a MWh and come back with a tenth more.
  private func load(
    _ load: [Double],
    importAt prices: [Double],
    upTo limit: Double = 1000,
    _ change: (inout ShiftableLoad) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    model.add(ShiftableLoad.self) {
      $0.name = "shift"
      $0.capacity = Power(megawatts: 10)
      $0.recoveryCapacity = 20
      $0.windowHours = 3
      $0.recoveryLoss = 0.1
      $0.price = 50
      change(&$0)
    }
    return model
  }

  @Test func `load moves from a dear to a cheap hour and grows by its loss`() throws {
    // 10 MW put off save 300 and cost 50 + 1.1 · 100.
    let solved = try load([50, 50], importAt: [300, 100]).solve()
    #expect(solved.power("shift") == [10, -11])
    #expect(solved.values(.backlog, of: "shift") == [11, 0])
    #expect(solved.price == [300, 100])
    #expect(solved.cost == 12_000 + 500 + 6100)
  }

  @Test func `load stays where the saving does not pay for loss and price`() throws {
    // 50 + 1.1 · 100 = 160 > 155.
    let solved = try load([50, 50], importAt: [155, 100]).solve()
    #expect(solved.power("shift") == [0, 0])
  }

  @Test func `load that is put off to serve the last MWh sets the price`() throws {
    // Import gives 45 at 100: 5 MW are put off; a MWh more is put off too: 50 + 1.1 · 100 = 160.
    let solved = try load([50, 30], importAt: [100, 100], upTo: 45).solve()
    #expect(solved.power("shift") == [5, -5.5])
    #expect(solved.price == [160, 100])
  }

  @Test(arguments: zip([3, 2], [3, 1]))
  func `what is put off is made up for within the window`(window: Int, latest: Int) throws {
    // The fourth hour is the cheapest: three hours reach it, two do not.
    let solved = try load([50, 50, 50, 50], importAt: [400, 200, 210, 100]) {
      $0.windowHours = window
      $0.availability = .series("first hour")
    }.withFirstHourOnly().solve()
    var expected: [Double] = [10, 0, 0, 0]
    expected[latest] = -11
    #expect(solved.power("shift") == expected)
  }

  @Test func `the largest extra load limits what can be put off`() throws {
    // 5.5 MW made up for in the last hour: 5 MW put off.
    let solved = try load([50, 50], importAt: [300, 100]) { $0.recoveryCapacity = 5.5 }.solve()
    #expect(solved.power("shift") == [5, -5.5])
  }

  @Test func `nothing is owed at the end`() throws {
    // The last hour is the dearest, but what is put off in it could not be made up for.
    let solved = try load([50, 50], importAt: [100, 300]).solve()
    #expect(solved.power("shift") == [0, 0])
    #expect(solved.values(.backlog, of: "shift") == [0, 0])
  }
}
