import Foundation
import Testing
import WeatherSeries

/// `GRIDFLEX_REGENERATE=1 swift test --filter CommittedSeries` writes the files anew.
@Suite struct CommittedSeriesTests {
  @Test(arguments: CommittedSeries.all)
  func `the generator reproduces every committed series to the byte`(
    _ committed: CommittedSeries
  ) throws {
    let text = committed.text(figures: try GeneratorFigures(folder: CommittedSeries.figures))
    let file = URL(fileURLWithPath: "\(CommittedSeries.models)/\(committed.file)")
    if ProcessInfo.processInfo.environment["GRIDFLEX_REGENERATE"] == "1" {
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let stored = try Data(contentsOf: file)
    #expect(stored == Data(text.utf8), "\(committed.file) is not what its figures and seed give")
    #expect(stored.count < 2_000_000)
    #expect(text.split(separator: "\n").count == 8761)
  }
}
