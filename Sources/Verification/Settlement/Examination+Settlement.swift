import GridDispatch
import GridFormulation

/// What is settled after the dispatch, recomputed from model and schedule.
extension Examination {
  /// Checks every part of the settlement; what differs costs the schedule nothing and is told apart.
  mutating func checkSettlement(_ model: GridModel, _ result: DispatchResult) {
    tellApart { examination in
      examination.checkStores(model, result)
      examination.checkDeepPeak(model, result)
      examination.checkCarbon(model, result)
      examination.checkContracts(model, result)
    }
  }
}
