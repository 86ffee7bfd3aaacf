import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// The same units followed closely and not at all.
struct CommitmentTests {
  /// Two hours of load after one without, on units with starts, a minimum and a slow ramp.
  private func model(_ detail: CommitmentDetail) -> SmallModel {
    var model = SmallModel(load: [0, 60, 100])
    model.setting.commitment = detail
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.startOutput = 0.5
      $0.startCost = 50
      $0.ramp = 0.3
    }
    model.addImport(at: 1000)
    return model
  }

  @Test func `linear commitment pays for starts and obeys the start output`() throws {
    // 100 MW start at 50 and give 50, then 80. Ten MW are bought in the second hour, 20 in the third.
    let solved = try model(.linear).solve()
    #expect(solved.power("coal") == [0, 50, 80])
    #expect(solved.power("import") == [0, 10, 20])
    #expect(solved.cost(of: .start) == 5000)
  }

  @Test func `without commitment output is free between floor and capacity`() throws {
    let solved = try model(.none).solve()
    #expect(solved.power("coal") == [0, 60, 100])
    #expect(solved.price[1] == 100)
    #expect(solved.values(.online, of: "coal") == [])
    #expect(solved.cost == 16_000)
  }

  @Test func `without commitment the floor is what heat holds online at its minimum`() throws {
    // 0.8 · 0.5 · 100 = 40.
    var model = SmallModel(load: [20])
    model.setting.commitment = .none
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOnline = .constant(0.8)
    }
    model.addExport(at: 0)
    let solved = try model.solve()
    #expect(solved.power("coal") == [40])
    #expect(solved.price == [0])
  }

  @Test func `without commitment fuel is burnt at the rate of rated output`() throws {
    // 50 MW at 0.3 tce, whatever the load does to the rate.
    var model = SmallModel(load: [50])
    model.setting.commitment = .none
    model.addPlainCoal(cost: 0) {
      $0.fuel = "coal"
      $0.coalRate = 300
      $0.halfLoadRise = 0.2
    }
    let solved = try model.solve()
    #expect(solved.values(.fuel, of: "coal") == [15])
    #expect(solved.price == [300])
  }

  @Test func `following units more closely never costs less`() throws {
    #expect(try model(.none).solve().cost < model(.linear).solve().cost)
  }
}
