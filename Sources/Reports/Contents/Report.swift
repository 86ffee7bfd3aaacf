import Foundation
import GridFormulation
import Hourly
import Reporting
public import Tables

/// A report on results of dispatch and plan, side by side: a page that stands alone, or a workbook.
public struct Report: Sendable {
  /// The bytes of hourly numbers from which on only the named weeks are kept.
  package static let mostData = 10_000_000
  /// The bytes that a page is to stay below.
  static let mostSize = 15_000_000

  let results: [ResultReport]
  let words: Words
  let units: Units
  /// What is told of the results as they were read, such as another version.
  public let notes: [String]
  /// What stands before the results: key figures, and capacity and energy side by side.
  let overview: [ReportTable]
  let isThinned: Bool

  /// Reads result folders and makes the tables and pictures of the report.
  ///
  /// - Throws: `InputError` where a folder is no result, or one that cannot be read.
  public init(
    of paths: [String],
    in language: Language,
    units system: UnitSystem? = nil
  ) throws(InputError) {
    let labelled = Array(zip(paths, ReportedResult.labels(of: paths)))
    var grids: [ReportedGrid] = []
    var issues: [Issue] = []
    var isMissing = false
    for read in labelled.mapAtOnce({ Self.read($0.0, label: $0.1) }) {
      switch read {
      case .success(let grid): grids.append(grid)
      case .failure(let error):
        issues += error.issues
        if case .missing = error { isMissing = true }
      }
    }
    guard issues.isEmpty else { throw isMissing ? .missing(issues) : .invalid(issues) }
    self.init(grids, in: language, units: system)
  }

  private static func read(_ path: String, label: String) -> Result<ReportedGrid, InputError> {
    do throws(InputError) {
      return .success(ReportedGrid(try ReportedResult.read(path, label: label)))
    } catch { return .failure(error) }
  }

  /// A report on grids that were read.
  package init(
    _ grids: [ReportedGrid],
    in language: Language,
    units system: UnitSystem?,
    mostData: Int = Report.mostData
  ) {
    let words = Words(language)
    let currency = grids.first?.result.head.currency ?? ""
    let units = Units(system ?? language.usualUnits, in: language, currency: currency)
    (self.words, self.units) = (words, units)
    let reports = Self.reports(of: grids, words, units, isThinned: false)
    isThinned = reports.reduce(0) { $0 + $1.data.size } > mostData
    results = isThinned ? Self.reports(of: grids, words, units, isThinned: true) : reports
    var notes = grids.compactMap(\.result.versionNote)
    if Set(grids.map { "\($0.horizon.start) \($0.horizon.hours)" }).count > 1 {
      notes.append(words(.hoursDiffer))
    }
    for grid in grids where !grid.tellsZones {
      let count = grid.result.model.zoneNames.count
      if count > 1 { notes.append(words(.manyZones, grid.result.label, "\(count)")) }
    }
    if isThinned {
      notes.append(words(.thinned, "\(grids.count)", "\(Self.mostSize / 1_000_000)"))
    }
    self.notes = notes
    overview =
      [OverviewTables.overview(of: grids, words)]
      + grids.enumerated().compactMap { place, grid in
        CostTables.options(of: grid, words, place: grids.count > 1 ? place : nil)
      }
      + (grids.count > 1
        ? [OverviewTables.capacities(of: grids, words), OverviewTables.energies(of: grids, words)]
        : [])
  }

  private static func reports(
    of grids: [ReportedGrid],
    _ words: Words,
    _ units: Units,
    isThinned: Bool
  ) -> [ResultReport] {
    Array(grids.enumerated()).mapAtOnce { place, grid in
      ResultReport(grid, at: place, words, units, isThinned: isThinned)
    }
  }

  /// Every table with the result that it is of; nil where it is of all.
  package var tables: [(result: Int?, table: ReportTable)] {
    overview.map { (nil, $0) }
      + results.enumerated().flatMap { place, result in
        result.sections.flatMap(\.tables).map { (place, $0) }
      }
  }

  /// Every picture.
  package var pictures: [Picture] { results.flatMap { $0.sections.flatMap(\.pictures) } }

  /// The title.
  var title: String {
    let titles = results.map(\.grid.result.head.title).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let isPlan = results.contains { $0.grid.result.head.plan != nil }
    let kind = words[isPlan ? .planReport : .report]
    return titles.count == 1 ? "\(titles[0]) — \(kind)" : kind
  }
}
