package import GridDispatch
package import GridGoals

/// A result is built whole; a check is shown one of which a part is another.
extension JudgedResult {
  /// The schedule, to be replaced by a wrong one.
  package var schedule: Schedule {
    get { dispatch.schedule }
    set { replace(newValue, settlement) }
  }

  /// The settlement, to be replaced by a wrong one.
  package var settlement: Settlement {
    get { dispatch.settlement }
    set { replace(schedule, newValue) }
  }

  private mutating func replace(_ schedule: Schedule, _ settlement: Settlement) {
    let changed = DispatchResult(
      of: schedule,
      assets: dispatch.assets,
      bounds: dispatch.bounds,
      burntByNetwork: dispatch.burntByNetwork,
      costs: dispatch.costs,
      ties: dispatch.ties,
      settlement: settlement,
      margin: dispatch.margin,
      run: dispatch.run
    )
    self = JudgedResult(of: changed, verdicts: verdicts, wasStopped: wasStopped)
  }
}
