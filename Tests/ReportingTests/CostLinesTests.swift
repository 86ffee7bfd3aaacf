import GridGoals
import Hourly
import Reporting
import Testing
import Verification

@testable import GridDispatch
@testable import GridFormulation

/// The lines of cost of the text.
struct CostLinesTests {
  /// The text's rows from the head "cost" to the sum, as name and amount.
  private func rows(of costs: [(CostKind, Double)]) throws -> [(name: String, amount: Double)] {
    var setting = Setting()
    setting.currency = "CNY"
    setting.horizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 1)
    setting.modelHorizon = setting.horizon
    let model = GridModel(setting: setting, assets: [], goals: [], issues: [], resolved: [])
    let dispatch = DispatchResult(
      of: Schedule(horizon: setting.horizon, series: []),
      assets: [],
      bounds: .init(cost: costs.reduce(0) { $0 + $1.1 }, lower: 0, gap: 0, asked: 0, byHour: []),
      costs: costs.map { CostItem(kind: $0.0, owner: "plant", amount: $0.1) }
    )
    let result = JudgedResult(of: dispatch, verdicts: [])
    let check = Verifier.verify(model, result)
    let text = Summary(of: result, for: model, verification: check).text
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("cost ") }.dropFirst()
    let last = try #require(lines.firstIndex { $0.hasPrefix("variable cost") })
    return lines[...last].map { line in
      let words = line.split(separator: " ")
      let number = words.firstIndex { Double($0) != nil } ?? words.endIndex
      return (
        words[..<number].joined(separator: " "),
        words[number...].first.flatMap { Double($0) } ?? .nan
      )
    }
  }

  /// 0.3 for fuel and 0.1 for wheeling are 0.4: what is small is a line as long as it counts.
  @Test func `the lines of cost add up to the cost, however small it is`() throws {
    let rows = try rows(of: [(.fuel, 0.3), (.wheeling, 0.1), (.start, 1e-12)])
    #expect(rows.map(\.name) == ["fuel", "wheeling", "variable cost"])
    #expect(rows.map(\.amount) == [0.3, 0.1, 0.4])
  }

  @Test func `what is nothing beside the cost has no line`() throws {
    let rows = try rows(of: [(.fuel, 100), (.scarcity, 1e-7)])
    #expect(rows.map(\.name) == ["fuel", "variable cost"])
  }
}
