import Foundation
import TestSupport
import Testing
import WeatherSeries

/// The series files that the repository holds and how each is made.
struct CommittedSeries: Sendable, CustomTestStringConvertible {
  let file: String
  let year: Int
  let seed: UInt64
  let means: [String: Double]
  let columns: [(name: String, series: String)]

  var testDescription: String { file }

  static let models = Repository.folder + "/GridModels"
  static let figures = models + "/figures"

  /// The rows of `figures/files.csv`.
  static let all: [CommittedSeries] = {
    let path = figures + "/files.csv"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let means = pairs(cells[3]).compactMap { name, mean in Double(mean).map { (name, $0) } }
      return CommittedSeries(
        file: cells[0],
        year: Int(cells[1]) ?? 0,
        seed: UInt64(cells[2]) ?? 0,
        means: Dictionary(uniqueKeysWithValues: means),
        columns: pairs(cells[4]).map { (name: $0, series: $1) }
      )
    }
  }()

  /// The pairs of a cell such as `wind=wind-jilin;solar=solar-jilin`.
  private static func pairs(_ cell: String) -> [(String, String)] {
    cell.split(separator: ";").map { pair in
      let parts = pair.split(separator: "=").map(String.init)
      return (parts[0], parts[1])
    }
  }

  /// The text the generator makes for this file.
  func text(figures: GeneratorFigures) -> String {
    let series = SeriesGenerator(figures: figures, seed: seed, year: year, means: means).make()
    let shown = columns.compactMap { column in
      series.first { $0.name == column.series }.map { (name: column.name, series: $0) }
    }
    return SeriesFile(columns: shown, year: year).text
  }
}
