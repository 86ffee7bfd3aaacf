import GridDispatch
import GridGoals
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// How the values of columns become named series, and a program's sums.
struct ScheduleTests {
  /// Two hours of coal with a retrofitted half, wind and a load.
  private func solved() throws -> SolvedModel {
    var model = SmallModel(load: [60, 90])
    let wind = model.series("wind", [0.5, 0.2])
    model.addPlainCoal { $0.flexibilityShare = 0.5 }
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = wind
    }
    return try model.solve()
  }

  @Test func `series stand by quantity in the order of the assets`() throws {
    let schedule = try solved().schedule
    #expect(
      schedule.series(of: .power).map(\.label) == ["coal.original", "coal.retrofitted", "wind"]
    )
    let names = schedule.series.map(\.quantity.name)
    var blocks: [String] = []
    for name in names where blocks.last != name { blocks.append(name) }
    #expect(Set(blocks).count == blocks.count)
    #expect(schedule.quantities.map(\.name) == blocks)
  }

  @Test func `every series has one value an hour`() throws {
    let schedule = try solved().schedule
    #expect(schedule.series.allSatisfy { $0.values.count == 2 })
    #expect(schedule.series.flatMap(\.values).allSatisfy { $0.isFinite })
  }

  @Test func `totals and hourly sums add the parts of an asset`() throws {
    let schedule = try solved().schedule
    #expect(schedule.hourly(.power) { $0 == "coal" }.map(rounded) == [10, 70])
    #expect(rounded(schedule.total(.power) { $0 == "coal" }) == 80)
    #expect(rounded(schedule.total(.demand)) == 150)
  }

  @Test func `the parts of the cost add up to the cost`() throws {
    let solved = try solved()
    let sum = solved.result.costs.reduce(0) { $0 + $1.amount }
    #expect(rounded(sum) == solved.cost)
    #expect(rounded(CostKind.allCases.reduce(0) { $0 + solved.result.cost(of: $1) }) == solved.cost)
    // 80 MWh of coal at 100; 70 MWh of wind are free, and what settles ties is no cost.
    #expect(solved.cost == 8000)
    #expect(rounded(solved.result.ties.map(\.amount).reduce(0, +)) == 70)
  }

  @Test func `no quantity stands in two units and no column twice in a file`() throws {
    let schedule = try solved().schedule
    for quantity in schedule.quantities {
      let labels = schedule.series(of: quantity).map(\.label)
      #expect(Set(labels).count == labels.count)
    }
    #expect(Set(schedule.quantities.map(\.stem)).count == schedule.quantities.count)
  }
}
