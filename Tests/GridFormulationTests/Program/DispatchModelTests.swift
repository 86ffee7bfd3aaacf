import GridDispatch
import GridFormulation
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

/// What an asset writes becomes columns and rows of the program.
struct DispatchModelTests {
  private let owner = Owner("asset", zone: SmallModel.zone)

  private func model(hours: Int = 3) -> DispatchModel {
    DispatchModel(
      setting: SmallModel(load: [Double](repeating: 50, count: hours)).setting,
      detail: .linear
    )
  }

  @Test func `a decision is a column an hour with its stage and bounds`() {
    var model = model()
    _ = model.variable("output", of: owner, from: 1, to: .hourly([5, 6, 7]))
    _ = model.scalar("size", of: owner, to: 9, cost: 2)
    let program = model.build()
    #expect(program.columnCount == 4)
    #expect(program.columnLower == [1, 1, 1, 0])
    #expect(program.columnUpper == [5, 6, 7, 9])
    #expect(program.columnStage == [0, 1, 2, LinearProgram.global])
    #expect(program.cost == [0, 0, 0, 2])
    #expect(program.columnFamilies.map(\.name) == ["asset output", "asset size"])
  }

  @Test func `constants move to the other side of a rule`() {
    // 2·x + 3 ≤ 10 − x[before]: 2·x + x[before] ≤ 7.
    var model = model()
    let output = model.variable("output", of: owner, to: 9)
    let two = 2.0
    let ten = HourlySum(.constant(10))
    let three = HourlySum(.constant(3))
    model.require("rule", of: owner, two * output + three <= ten - output.before)
    let program = model.build()
    #expect(program.rowUpper == [7, 7, 7])
    #expect(program.rowLower.allSatisfy { $0 == -Double.infinity })
    #expect(activities(program, [1, 2, 3]) == [2, 5, 8])
  }

  @Test func `a rule may begin later`() {
    var model = model()
    let output = model.variable("output", of: owner, to: 9)
    model.require("ramp", of: owner, output - output.before <= HourlySum(.constant(1)), from: 1)
    model.require("never", of: owner, output >= HourlySum(), from: 3)
    let program = model.build()
    #expect(program.rowStage == [1, 2])
    #expect(activities(program, [1, 3, 6]) == [2, 3])
  }

  @Test func `a total adds hours and constants up`() {
    var model = model()
    let output = model.variable("output", of: owner, to: 9)
    let shifted = output + HourlySum(.hourly([1, 2, 4]))
    model.requireTotal("day", of: owner, shifted, over: 0..<2, atMost: 10, isGlobal: false)
    model.requireTotal("year", of: owner, shifted, over: 0..<3, atLeast: 10, isGlobal: true)
    let program = model.build()
    #expect(program.rowUpper[0] == 7)
    #expect(program.rowLower[1] == 3)
    #expect(program.rowStage == [1, LinearProgram.global])
    #expect(activities(program, [1, 2, 3]) == [3, 6])
  }

  @Test func `a charge is a cost of the columns and a constant`() {
    var model = model()
    let output = model.variable("output", of: owner, to: 9)
    let shifted = output + HourlySum(.constant(1))
    model.charge(.operation, .hourly([1, 2, 3]), for: shifted, of: owner)
    model.charge(.carbon, 0, for: shifted, of: owner)
    let costs = model.costs(of: [1, 1, 1])
    #expect(costs.map(\.kind) == [.operation])
    // 1·2 + 2·2 + 3·2
    #expect(costs.map(\.amount) == [12])
    let program = model.build()
    #expect(program.cost == [1, 2, 3])
    #expect(program.objectiveConstant == 6)
  }

  @Test func `the steps of the end rules are the ends of days and weeks`() {
    let model = model(hours: 24 * 8 + 5)
    #expect(model.stepsAtEnd(of: .free) == [])
    #expect(model.stepsAtEnd(of: .atLeastStart) == [196])
    #expect(model.stepsAtEnd(of: .weekly) == [167, 196])
    #expect(model.stepsAtEnd(of: .daily) == [23, 47, 71, 95, 119, 143, 167, 191, 196])
  }

  private func activities(_ program: LinearProgram, _ values: [Double]) -> [Double] {
    (0..<program.rowCount).map { program.activity(ofRow: $0, at: values) }
  }
}
