import Foundation
import Grid
import GridDispatch
import Testing

/// Every model of the repository, read as the command reads it.
@Suite struct CommittedModelsTests {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let models = [
    "jilin-2019", "jilin-2019-heat", "jilin-2025", "jilin-2030", "jilin-2030-demand",
    "jilin-2030-full", "jilin-2030-heat", "jilin-2030-peer", "jilin-2030-plants", "liaoning-2019",
    "liaoning-2019-heat", "liaoning-2025", "liaoning-2030", "liaoning-2030-ccus",
    "liaoning-2030-demand", "liaoning-2030-full", "liaoning-2030-heat", "liaoning-2030-market",
    "liaoning-2030-peer",
    "liaoning-2030-plants", "northeast-2030", "northeast-2030-edges", "songyuan-2025",
    "songyuan-2025-two-zones", "tutorial",
  ]

  /// The warnings that must be there: SY-peak asks of Songyuan's PV more than the sun gives, and
  /// the open series hold load of 2018 and weather of 2020.
  static let warnings = [
    "songyuan-2025": ["goals/pv-generation"],
    "songyuan-2025-two-zones": ["goals/pv-generation"], "jilin-2019-data": ["series/load"],
    "liaoning-2019-data": ["series/load"],
  ]

  /// The open data, in `GRIDFLEX_DATA` or beside the package.
  static let data: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_DATA"]
    let candidates = [named, package + "/../shared/data"].compactMap { $0 }
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/pypsa-china") }
  }()

  @Test(arguments: models)
  func `every model reads without an error or an unknown warning`(name: String) throws {
    try expectReads(name, options: ModelOptions())
  }

  @Test(
    .enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"),
    arguments: ["jilin-2019-data", "liaoning-2019-data"]
  )
  func `every model on open data reads without an error`(name: String) throws {
    var options = ModelOptions()
    options.dataFolder = Self.data
    try expectReads(name, options: options)
  }

  private func expectReads(_ name: String, options: ModelOptions) throws {
    do {
      let model = try ModelReader.read(
        folder: "\(Self.package)/GridModels/\(name)",
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
