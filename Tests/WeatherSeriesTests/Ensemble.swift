import Foundation
import WeatherSeries

/// Some generated weather years of 2018, the calendar year of the measured load.
enum Ensemble {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

  /// One array of series a seed; empty if the figures cannot be read.
  static let years: [[GeneratedSeries]] = {
    guard let figures = try? GeneratorFigures(folder: CommittedSeries.figures) else { return [] }
    return seeds.map { SeriesGenerator(figures: figures, seed: $0, year: 2018).make() }
  }()

  /// The mean over the weather years of a statistic of one series.
  static func mean(_ name: String, _ statistic: (SeriesStatistics) -> Double) -> Double {
    let values = all(name).map { statistic(SeriesStatistics(values: $0)) }
    return values.reduce(0, +) / Double(values.count)
  }

  /// The values of one series in all weather years.
  static func all(_ name: String) -> [[Double]] {
    years.compactMap { year in year.first { $0.name == name }?.values }
  }

  /// The rows of a table of measured figures, each a dictionary from column to number.
  static func table(_ file: String) -> [(name: String, numbers: [String: Double])] {
    let path = CommittedSeries.figures + "/" + file
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      let pairs = zip(header, row).compactMap { column, cell in Double(cell).map { (column, $0) } }
      return (name: row[0], numbers: Dictionary(uniqueKeysWithValues: pairs))
    }
  }
}
