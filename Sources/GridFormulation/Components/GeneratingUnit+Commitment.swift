import Hourly
import Tables

extension GeneratingUnit {
  /// Writes the unit with what is on, in the model's decisions or as given.
  func formulateCommitment(in model: inout DispatchModel) {
    let online = commitment.declareOnline(in: &model)
    let states = commitment.states(of: online, in: &model)
    let base = commitment.least
    let above = outputAboveLeast(states, in: &model)
    let held = commitment.holdReserve(above: above, states, in: &model)
    // A bound says it where the schedule is given and no curve cuts it; of one point there is nothing to say.
    if curve.map({ !$0.steps.isEmpty }) ?? isDecided || !held.up.terms.isEmpty {
      commitment.requireRoom(above, states, held: held, in: &model)
    }
    commitment.requireRamps(
      of: above,
      base: base * (commitment.onlineBefore ?? 0),
      states,
      held: held,
      in: &model
    )
    let idle = noLoadCost.map { ($0 + (curve?.points.first?.cost ?? 0)) / size }
    model.charge(.operation, idle, for: online, of: owner)
    commitment.tell(states, in: &model)
    finish(base * online + above, running: online, in: &model)
  }

  private var isDecided: Bool {
    if case .decided = commitment.online { true } else { false }
  }

  private func outputAboveLeast(
    _ states: UnitStates,
    in model: inout DispatchModel
  ) -> HourlySum {
    let base = commitment.least
    let above: HourlySum
    if let curve {
      let share = isDecided ? 1 : (1 / size) * states.online.constant
      above = pieces(of: curve, share: share, in: &model)
      if isDecided { limitPieces(of: curve, above, states, in: &model) }
    } else {
      let most =
        isDecided ? size * commitment.maximum.map { $0 - base } : commitment.room(states).constant
      above = model.variable("above minimum", of: owner, to: most.map { max(0, $0) })
    }
    guard !commitment.minimum.isEverywhere(base) else { return above }
    model.require("minimum output", of: owner, above >= commitment.floor(states))
    return above
  }

  /// A piece is as wide as the share online; the dearest is last, so the capacity limits it.
  private func limitPieces(
    of curve: CostCurve,
    _ above: HourlySum,
    _ states: UnitStates,
    in model: inout DispatchModel
  ) {
    for (index, step) in curve.steps.dropLast().enumerated() {
      let piece = HourlySum(terms: [above.terms[index]])
      model.require(
        "width of step \(index + 1)",
        of: owner,
        piece <= (step.width / size) * states.online
      )
    }
  }
}
