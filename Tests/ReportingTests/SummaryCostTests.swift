import Foundation
import GridDispatch
import GridGoals
import Reporting
import Tables
import Testing
import Verification

/// What a summary tells of yearly cost that the hours do not decide.
@Suite struct SummaryCostTests {
  @Test func `a dispatch counts upkeep for its hours and names capital apart`() throws {
    // The tutorial's 48 of 8,760 h. Upkeep, M CNY a year: coal 600 MW × 214 + 400 × 264 = 234.0, wind 1,100 × 45 =
    // 49.5, PV 300 × 7.5 = 2.25, battery 50 × 25 = 1.25, pumped hydro 120 × 39 = 4.68, calls 40 × 30 = 1.2, put-off
    // load 20 × 20 = 0.4: 293.28. Capital: coal 600 × 326 + 400 × 330 = 327.6, wind 1,100 × 257 = 282.7, PV 300 × 129
    // = 38.7, battery 50 × 102 = 5.1, pumped hydro 120 × 455 = 54.6: 708.7.
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    let model = try ModelReader.read(folder: package + "/GridModels/tutorial")
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Testing.Issue.record("no schedule")
      return
    }
    let summary = Summary(of: result, for: model, verification: Verifier.verify(model, result))
    #expect(abs(summary.fixedCost - 293.28e6 * 48 / 8760) < 1)
    #expect(abs(summary.capitalCost - 708.7e6 * 48 / 8760) < 1)
    #expect(summary.text.contains("capital, apart"))
    // Neither is part of the variable cost.
    let variable = summary.costs.reduce(0) { $0 + $1.amount }
    #expect(abs(variable - summary.cost) < 1e-6 * abs(summary.cost))
  }
}
