import GridDispatch
import GridFormulation

/// What is settled after the dispatch, recomputed from model and schedule.
extension Examination {
  /// Checks every part of the settlement; what differs costs the schedule nothing and is told apart.
  mutating func checkSettlement(_ model: GridModel, _ result: DispatchResult) {
    let known = report.violations.count
    defer {
      report.differences = Array(report.violations[known...])
      report.violations.removeSubrange(known...)
    }
    checkStores(model, result)
    checkDeepPeak(model, result)
    checkCarbon(model, result)
    checkContracts(model, result)
  }
}
