import Foundation
import GridFormulation
import GridGoals
import Hourly
import Tables
import TestSupport
import Testing

/// Every model of the repository, read as the command reads it.
@Suite struct CommittedModelsTests {
  /// The warnings that must be there: SY-peak asks of Songyuan's PV more than the sun gives, and
  /// the open series hold load of 2018 and weather of 2020.
  static let warnings = [
    "songyuan-2025": ["goals/pv-generation"],
    "songyuan-2025-two-zones": ["goals/pv-generation"], "jilin-2019-data": ["series/load"],
    "liaoning-2019-data": ["series/load"],
  ]

  @Test(arguments: Repository.models)
  func `every model reads without an error or an unknown warning`(name: String) throws {
    try expectReads(name, options: ModelOptions())
  }

  @Test(
    .enabled(if: Repository.data != nil, "the open data are not here: set GRIDFLEX_DATA"),
    arguments: ["jilin-2019-data", "liaoning-2019-data"]
  )
  func `every model on open data reads without an error`(name: String) throws {
    var options = ModelOptions()
    options.dataFolder = Repository.data
    try expectReads(name, options: options)
  }

  private func expectReads(_ name: String, options: ModelOptions) throws {
    do {
      let model = try ModelReader.read(
        folder: "\(Repository.folder)/GridModels/\(name)",
        options: options
      )
      #expect(model.setting.name == name)
      #expect(model.setting.modelHorizon.hours == (name == "tutorial" ? 48 : 8760))
      let warned = model.issues.filter { $0.severity == .warning }.map(\.field)
      #expect(warned == (Self.warnings[name] ?? []))
    } catch {
      Testing.Issue.record("\(error)")
    }
  }
}
