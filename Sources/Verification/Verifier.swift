public import GridDispatch
public import GridFormulation
public import GridGoals
import Tables

/// Checks a schedule against its model without the solver.
///
/// Every rule is recomputed from the model's parameters and the schedule's numbers, with equations of its
/// own; a fault shared with the formulation would have to be made twice. Each series is tied to others by an
/// equality, a bound or a cost, so that a single number that is changed beyond tolerance is found.
public enum Verifier {
  /// Checks the schedule, the cost and the goals of a result.
  ///
  /// - Parameters:
  ///   - model: What was dispatched.
  ///   - result: What came of it.
  ///   - enforcesGoals: Whether goals were rules of the dispatch.
  ///   - tolerance: How far a number may be off; by the accuracy of the solve where none is given.
  /// - Returns: What was found.
  public static func verify(
    _ model: GridModel,
    _ result: JudgedResult,
    enforcesGoals: Bool = false,
    tolerance: VerificationTolerance? = nil
  ) -> VerificationReport {
    var examination = examined(
      model,
      result.schedule,
      cost: result.cost,
      costs: result.costs,
      tolerance: tolerance ?? VerificationTolerance(residual: result.residual)
    )
    examination.checkTies(result.ties)
    examination.checkBound(result.lowerBound, below: result.cost)
    if !enforcesGoals { examination.tellApart { $0.checkPrices(of: model, result.dispatch) } }
    examination.checkSettlement(model, result.dispatch)
    examination.checkGoals(model, result, areEnforced: enforcesGoals)
    return examination.report
  }

  /// Checks a schedule and its cost.
  ///
  /// - Parameters:
  ///   - model: What was dispatched.
  ///   - schedule: What every asset and zone does.
  ///   - cost: What it is said to cost.
  ///   - costs: The parts of that cost.
  ///   - ties: What its tie-breaks are said to come to; nil where that is not told.
  ///   - tolerance: How far a number may be off.
  /// - Returns: What was found.
  public static func verify(
    _ model: GridModel,
    _ schedule: Schedule,
    cost: Double,
    costs: [CostItem],
    ties: [TieBreakItem]? = nil,
    tolerance: VerificationTolerance = VerificationTolerance()
  ) -> VerificationReport {
    var examination = examined(model, schedule, cost: cost, costs: costs, tolerance: tolerance)
    if let ties { examination.checkTies(ties) }
    return examination.report
  }

  private static func examined(
    _ model: GridModel,
    _ schedule: Schedule,
    cost: Double,
    costs: [CostItem],
    tolerance: VerificationTolerance
  ) -> Examination {
    var examination = Examination(model.setting, schedule, tolerance: tolerance)
    for asset in model.assets { examination.check(asset) }
    examination.checkConnections(of: model)
    examination.chargeAllowances(model)
    examination.checkZones()
    examination.checkHeatZones()
    examination.checkVoltages()
    examination.noteUnclaimedSeries()
    examination.checkCosts(costs, total: cost)
    return examination
  }
}
