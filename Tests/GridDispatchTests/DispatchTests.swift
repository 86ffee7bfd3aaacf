import GridDispatch
import GridGoals
import LinearProgramming
import SmallGrids
import Tables
import Testing

struct DispatchTests {
  private var model: SmallModel {
    var model = SmallModel(load: [60, 90])
    model.addPlainCoal()
    return model
  }

  @Test(arguments: DispatchOptions.Method.allCases)
  func `every method finds the optimum of a small model`(method: DispatchOptions.Method) throws {
    let solved = try model.solve { $0.method = method }
    #expect(solved.cost == 15_000)
    #expect(rounded(solved.result.lowerBound) == 15_000)
    #expect(solved.result.status == .optimal)
    #expect(solved.price == [100, 100])
  }

  @Test func `a time limit that is over gives nothing, with a reason`() throws {
    guard case .nothing(let reason) = try model.run({ $0.timeLimit = 0 }) else {
      Issue.record("there should be no schedule")
      return
    }
    #expect(reason.contains("limit"))
  }

  @Test func `the gap is told hour by hour and adds up`() throws {
    let result = try model.solve().result
    let sum = result.gapByHour.reduce(0, +)
    #expect(abs(sum - (result.cost - result.lowerBound)) < 1e-6)
  }

  @Test func `thread count changes no byte of the answer`() throws {
    let one = try model.solve { $0.threads = 1 }
    let two = try model.solve { $0.threads = 2 }
    #expect(one.schedule.series.map(\.values) == two.schedule.series.map(\.values))
  }
}
