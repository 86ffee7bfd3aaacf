import Foundation
import TestSupport
import Testing

/// The tables of figures against the open data they come from, where the data are at hand.
///
/// Looked for in `GRIDFLEX_DATA`, then in `../shared/data` beside the package.
@Suite struct FiguresAgainstDataTests {
  static let folder: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_DATA"]
    let candidates = [named, Repository.folder + "/../shared/data"].compactMap { $0 }
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/pypsa-china") }
  }()

  static let sources = [
    ("wind-jilin", "cf_onwind_2020_hourly.csv", "Jilin"),
    ("wind-liaoning", "cf_onwind_2020_hourly.csv", "Liaoning"),
    ("offshore-liaoning", "cf_offwind_2020_hourly.csv", "Liaoning"),
    ("solar-jilin", "cf_solar_2020_hourly.csv", "Jilin"),
    ("solar-liaoning", "cf_solar_2020_hourly.csv", "Liaoning"),
    ("wind-heilongjiang", "cf_onwind_2020_hourly.csv", "Heilongjiang"),
    ("wind-east-inner-mongolia", "cf_onwind_2020_hourly.csv", "InnerMongolia"),
    ("solar-heilongjiang", "cf_solar_2020_hourly.csv", "Heilongjiang"),
    ("solar-east-inner-mongolia", "cf_solar_2020_hourly.csv", "InnerMongolia"),
    ("load-jilin", "load_2018_hourly_MW.csv", "Jilin"),
    ("load-liaoning", "load_2018_hourly_MW.csv", "Liaoning"),
    ("load-heilongjiang", "load_2018_hourly_MW.csv", "Heilongjiang"),
    ("load-east-inner-mongolia", "load_2018_hourly_MW.csv", "InnerMongolia"),
  ]

  @Test(
    .enabled(if: folder != nil, "the open data are not here: set GRIDFLEX_DATA"),
    arguments: sources
  )
  func `the measured statistics are those of the data`(
    name: String,
    file: String,
    column: String
  ) throws {
    let folder = try #require(Self.folder)
    var values = try hours(of: column, in: "\(folder)/pypsa-china/\(file)")
    if name.hasPrefix("load") {
      let mean = SeriesStatistics(values: values).mean
      values = values.map { $0 / mean }
    }
    let data = SeriesStatistics(values: values)
    let rows = Ensemble.table("measured-statistics.csv")
    let row = try #require(rows.first { $0.name == name }).numbers
    // The tables are rounded to four decimals; moving labels by an hour shifts 29 February.
    #expect(abs(data.mean - (row["mean"] ?? 0)) < 5e-4)
    #expect(abs(data.deviation - (row["deviation"] ?? 0)) < 5e-4)
    #expect(abs(data.quantile(0.95) - (row["q95"] ?? 0)) < 5e-3)
    #expect(abs(data.persistence(1) - (row["lag1"] ?? 0)) < 2e-3)
    #expect(abs(data.persistence(24) - (row["lag24"] ?? 0)) < 2e-3)
  }

  /// The hours of a column, 29 February left out.
  ///
  /// Looked through by bytes: some thirty columns of a year take a minute by characters.
  private func hours(of column: String, in file: String) throws -> [Double] {
    let table = try Data(contentsOf: URL(fileURLWithPath: file))
    return try table.withUnsafeBytes { bytes in
      func end(of byte: UInt8, from start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress else { return bytes.count }
        let found = memchr(base + start, Int32(byte), bytes.count - start)
        return found.map { UnsafeRawPointer($0) - base } ?? bytes.count
      }
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      let headerEnd = end(of: UInt8(ascii: "\n"), from: 0)
      let header = text(0..<headerEnd).split(separator: ",")
      let index = try #require(header.firstIndex { $0 == column })
      var values: [Double] = []
      var start = headerEnd + 1
      while start < bytes.count {
        let lineEnd = end(of: UInt8(ascii: "\n"), from: start)
        var first = start
        for _ in 0..<index { first = end(of: UInt8(ascii: ","), from: first) + 1 }
        let last = min(end(of: UInt8(ascii: ","), from: first), lineEnd)
        if !text(start..<min(start + 10, lineEnd)).hasPrefix("2020-02-29") {
          values.append(try #require(Double(text(first..<last))))
        }
        start = lineEnd + 1
      }
      return values
    }
  }
}
