import Foundation
import GridFormulation
import GridGoals
import Hourly
import Tables
import TestSupport
import Testing

/// The heat of the repository's models against open data.
@Suite struct HeatModelsTests {
  @Test(
    .enabled(
      if: Repository.data != nil,
      "the open data are not here: set GRIDFLEX_DATA"
    ),
    arguments: ["Jilin", "Liaoning"]
  )
  func `each month's share of the year's heat is that of the open data`(province: String) throws {
    let data = try #require(Repository.data)
    let folder = "\(Repository.folder)/GridModels/\(province.lowercased())-2030-heat"
    let model = try ModelReader.read(folder: folder)
    let zone = try #require(model.setting.heatZones.first)
    let demand = zone.demand(in: model.setting)
    let ours = shares(
      model.horizon.steps.map { (model.horizon.time(of: $0).date.month, demand[$0]) }
    )
    let text = try String(
      contentsOfFile: data + "/pypsa-china/heat_demand_2020_hourly_MWth.csv",
      encoding: .utf8
    )
    let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    let column = try #require(lines.first?.firstIndex { $0 == province })
    let theirs = shares(
      try lines.dropFirst().map { cells in
        // The day of 2020 that the label begins with: 2020-MM-DD.
        (
          try #require(Int(cells[0].dropFirst(5).prefix(2))), try #require(Double(cells[column]))
        )
      }
    )
    for month in 0..<12 {
      #expect(abs(ours[month] - theirs[month]) < 0.05, "month \(month + 1)")
    }
  }

  /// The share of each month.
  private func shares(_ values: [(month: Int, value: Double)]) -> [Double] {
    var sums = [Double](repeating: 0, count: 12)
    for entry in values { sums[entry.month - 1] += entry.value }
    let total = sums.reduce(0, +)
    return sums.map { $0 / total }
  }
}
