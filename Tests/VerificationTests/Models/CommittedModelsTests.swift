import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import Tables
import Testing
import Verification

/// Schedules of the repository's models, checked without the solver.
@Suite struct CommittedModelsTests {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test(
    arguments: [
      "tutorial", "jilin-2030", "liaoning-2030", "songyuan-2025", "northeast-2030",
      "northeast-2030-edges", "songyuan-2025-two-zones", "liaoning-2030-ccus",
      "liaoning-2030-market",
      "jilin-2030-heat", "liaoning-2030-heat", "jilin-2030-demand", "liaoning-2030-demand",
      "jilin-2030-plants", "liaoning-2030-plants", "jilin-2030-full", "liaoning-2030-full",
    ]
  )
  func `two days of every model are clean`(name: String) throws {
    var options = ModelOptions()
    options.hours = 48
    let model = try ModelReader.read(folder: "\(Self.package)/GridModels/\(name)", options: options)
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      Testing.Issue.record("no schedule")
      return
    }
    let report = Verifier.verify(model, result)
    #expect(report.found.map(\.text) == [])
    #expect(report.maxBalanceResidualMW < 1e-6)
    #expect(report.maxBoundViolation < 1e-6)
    #expect(report.costDifference <= 1e-9 * report.grossCost)
  }
}
