import GridDispatch
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Decisions that follow from others are taken from them and not from where the solver left them.
struct ExcessTests {
  /// 10 MW of need less an output of 0 to 10, three hours; what is missing costs 5 a MWh, output 1.
  private func model(_ also: (inout DispatchModel, HourlySum) -> Void = { _, _ in })
    -> DispatchModel
  {
    var model = DispatchModel(setting: SmallModel(load: [0, 0, 0]).setting, detail: .linear)
    let owner = Owner("plant", zone: SmallModel.zone)
    let output = model.variable("output", of: owner, to: 10)
    let missing = model.variable("missing", of: owner, to: 10)
    let need = HourlySum(.hourly([10, 4, 0]))
    model.require("need", of: owner, missing >= need - output)
    model.define(missing, asExcessOf: need - output)
    model.charge(.operation, 1, for: output, of: owner)
    model.charge(.operation, 5, for: missing, of: owner)
    also(&model, missing)
    return model
  }

  /// Output of 7, 5 and 0: missing are 3, 0 and 0 MWh, and the cost is 12 + 15.
  private let loose = [7.0, 5, 0, 3.5, 0.25, 1e-4]

  @Test func `a decision that is left loose is put in its place, and the cost follows`() {
    var model = model()
    let program = model.takeProgram()
    var result = SolveResult(termination: .optimal)
    result.values = loose
    // The least cost is 14, an output of 10 and 4.
    result.lowerBound = 14
    result.rowDuals = [1, 1, 0]
    let settled = model.settled(result, in: program)
    #expect(settled.values == [7, 5, 0, 3, 0, 0])
    #expect(settled.cost == 27)
    #expect(settled.lowerBound == 14)
    #expect(settled.gap == 13.0 / 27)
    #expect(settled.messages == [])
    #expect(model.costs(of: settled.values).map(\.amount) == [12, 15])
  }

  @Test func `what other rules hang on is left, and the answer says so`() {
    // All that is missing is delivered by somebody else: 3.75 MWh in the three hours.
    var model = model { model, missing in
      model.requireTotal(
        "delivered",
        of: Owner("other", zone: SmallModel.zone),
        missing,
        over: 0..<3,
        atLeast: 3.75,
        isGlobal: true
      )
    }
    let program = model.takeProgram()
    var result = SolveResult(termination: .optimal)
    result.values = loose
    let settled = model.settled(result, in: program)
    #expect(settled.values == loose)
    #expect(settled.messages == ["what follows from other decisions is left as the solver gave it"])
  }
}
