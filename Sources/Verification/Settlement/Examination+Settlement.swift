import GridDispatch

/// What is settled after the dispatch, recomputed from model and schedule.
extension Examination {
  /// Checks every part of the settlement.
  mutating func checkSettlement(_ model: GridModel, _ result: DispatchResult) {
    checkStores(model, result)
    checkDeepPeak(model, result)
    checkCarbon(model, result)
    checkContracts(model, result)
  }
}
