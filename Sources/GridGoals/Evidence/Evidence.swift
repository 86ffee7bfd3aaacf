package import GridDispatch
package import GridFormulation
package import LinearProgramming

/// What a goal is judged on: a dispatch as far as it concerns the goal's part of the grid.
///
/// The assets are those that count there: none that joins two zones of the part. Cost and gap are of the whole.
package struct Evidence: Sendable {
  /// The whole dispatch.
  package let whole: DispatchResult
  /// The model, whose assets may stand otherwise than in the dispatch.
  package let grid: GridModel
  /// The part of the grid that the goal is about.
  package let part: GridPart
  /// Progress and the end of time of what must be solved on the way.
  package let monitor: SolveMonitor
  /// All assets of the model.
  package let wholeAssets: [AssetSummary]
  /// The assets that count.
  package let assets: [AssetSummary]
  /// The series that count.
  package let schedule: Schedule

  /// What a dispatch says of a goal of a model; of other assets than were dispatched where they are given.
  package init(
    on goal: Goal,
    in result: DispatchResult,
    of grid: GridModel,
    among assets: [AssetSummary]? = nil,
    monitor: SolveMonitor = SolveMonitor()
  ) {
    let part = GridPart(of: goal.zone, in: grid.setting)
    (whole, self.grid, self.part, self.monitor) = (result, grid, part, monitor)
    wholeAssets = assets ?? result.assets
    self.assets = wholeAssets.filter { part.contains($0) }
    schedule = result.schedule.part(part, among: wholeAssets)
  }

  /// All series.
  package var wholeSeries: [Schedule.Series] { whole.schedule.series }

  /// The assets as metrics see them.
  package var view: AssetView { AssetView(assets: assets) }

  /// Energy that stores lose by charging and discharging at once, MWh.
  package var burntByStorage: Double { schedule.burntByStorage(among: assets) }

  /// Energy that the network of the part loses beyond the least that its zones' net positions need, MWh.
  @available(*, noasync)
  package func burntByNetwork() throws(SolverError) -> Double {
    guard part.zones != nil else { return whole.burntByNetwork }
    return try LeastLoss.burnt(in: whole.schedule, of: grid, among: part).reduce(0, +)
  }
}

extension Schedule {
  /// The series that concern a part of the grid; of links those that cross its border.
  package func part(_ part: GridPart, among assets: [AssetSummary]) -> Schedule {
    guard part.zones != nil else { return self }
    let links = assets.filter { $0.facts.link != nil }
    let inside = Set(links.filter { !part.contains($0) }.map(\.name))
    return Schedule(
      horizon: horizon,
      series: series.filter { part.contains($0.zone) && !inside.contains($0.owner) }
    )
  }
}
