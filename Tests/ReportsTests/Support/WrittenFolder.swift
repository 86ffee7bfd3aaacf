import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import Reporting
import Reports
import SmallGrids
import Tables
import TestSupport
import Testing
import Verification

/// A result folder on disk, dispatched for tests; removed when nobody holds it.
final class WrittenFolder: Sendable {
  /// The tutorial's two days, dispatched once for all tests.
  static let tutorial = Result {
    try WrittenFolder(of: try ModelReader.read(folder: Repository.folder + "/GridModels/tutorial"))
  }

  private let root: String
  /// The path of the result folder.
  var path: String { root + "/result" }

  /// Dispatches a model and writes its result.
  init(of model: GridModel) throws {
    root = NSTemporaryDirectory() + "gridflex-report-" + UUID().uuidString
    var options = GoalOptions()
    options.method = .exact
    options.gap = 1e-9
    options.threads = 1
    guard case .solved(let result) = try GoalDispatch.run(model, options: options) else {
      throw CocoaError(.featureUnsupported)
    }
    let check = Verifier.verify(model, result, enforcesGoals: false)
    let summary = Summary(of: result, for: model, verification: check)
    let asked = JSONValue.object([
      ("from", .text(model.horizon.start.description)), ("hours", .integer(model.horizon.hours)),
      ("set", .array([])), ("variant", .array([])), ("data", .null), ("method", .text("exact")),
      ("gap", .number(1e-9)), ("enforceGoals", .bool(false)), ("timeLimit", .null),
    ])
    try ResultFolder.write(
      summary,
      schedule: result.schedule,
      resolved: model.resolved,
      options: asked,
      timing: { _ in Timing() },
      to: root + "/result"
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The grid of the result as reports take it.
  func grid(zone: String? = nil) throws -> ReportedGrid {
    ReportedGrid(try ReportedResult.read(path, label: "result"), zone: zone)
  }

  /// A report on the result.
  func report(
    in language: Language = .english,
    units: UnitSystem? = nil
  ) throws -> Report {
    try Report(of: [path], in: language, units: units)
  }

  /// A file of series, read by none of the code under test.
  func series(_ quantity: String) throws -> PlainSeries {
    try PlainSeries(String(contentsOfFile: "\(path)/series/\(quantity).csv", encoding: .utf8))
  }
}

/// A file of hourly series, split at commas.
struct PlainSeries {
  let times: [String]
  let columns: [String: [Double]]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let header = try #require(lines.first)
    let rows = lines.dropFirst()
    times = rows.map { $0[0] }
    var columns: [String: [Double]] = [:]
    for (index, name) in header.enumerated().dropFirst() {
      columns[name] = rows.map { Double($0[index]) ?? .nan }
    }
    self.columns = columns
  }

  /// The column of a name; of a cluster, the sum of its parts.
  subscript(_ name: String) -> [Double] {
    let own = columns.filter { $0.key == name || $0.key.hasPrefix(name + ".") }.map(\.value)
    return times.indices.map { row in own.reduce(0) { $0 + $1[row] } }
  }

  /// The sum of a column over all hours.
  func sum(_ name: String) -> Double { self[name].reduce(0, +) }

  /// The sum of what of a column is above zero, and of what is below.
  func bothWays(_ name: String) -> (given: Double, drawn: Double) {
    let values = self[name]
    return (values.reduce(0) { $0 + max($1, 0) }, values.reduce(0) { $0 - min($1, 0) })
  }
}
