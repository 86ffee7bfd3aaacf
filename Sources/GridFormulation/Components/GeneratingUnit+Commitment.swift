import Hourly
import Tables

extension GeneratingUnit {
  /// Writes the unit with what is on, in the model's decisions or as given.
  func formulateCommitment(in desk: inout Desk) {
    let online = commitment.declareOnline(in: &desk)
    let states = commitment.states(of: online, in: &desk)
    let base = commitment.least
    let above = outputAboveLeast(states, in: &desk)
    let held = commitment.holdReserve(above: above, states, in: &desk)
    // A bound says it where the schedule is given and no curve cuts it; of one point there is nothing to say.
    if curve.map({ !$0.steps.isEmpty }) ?? isDecided || !held.up.terms.isEmpty {
      commitment.requireRoom(above, states, held: held, in: &desk)
    }
    commitment.requireRamps(
      of: above,
      base: base * (commitment.onlineBefore ?? 0),
      states,
      held: held,
      in: &desk
    )
    let idle = noLoadCost.map { ($0 + (curve?.points.first?.cost ?? 0)) / size }
    desk.charge(.operation, idle, for: online)
    commitment.tell(states, in: &desk)
    finish(base * online + above, running: online, in: &desk)
  }

  private var isDecided: Bool {
    if case .decided = commitment.online { true } else { false }
  }

  private func outputAboveLeast(
    _ states: UnitStates,
    in desk: inout Desk
  ) -> HourlySum {
    let base = commitment.least
    let above: HourlySum
    if let curve {
      let share = isDecided ? 1 : (1 / size) * states.online.constant
      above = pieces(of: curve, share: share, in: &desk)
      if isDecided { limitPieces(of: curve, above, states, in: &desk) }
    } else {
      let most =
        isDecided ? size * commitment.maximum.map { $0 - base } : commitment.room(states).constant
      above = desk.variable("above minimum", to: most.map { max(0, $0) })
    }
    guard !commitment.minimum.isEverywhere(base) else { return above }
    desk.require("minimum output", above >= commitment.floor(states))
    return above
  }

  /// A piece is as wide as the share online; the dearest is last, so the capacity limits it.
  private func limitPieces(
    of curve: CostCurve,
    _ above: HourlySum,
    _ states: UnitStates,
    in desk: inout Desk
  ) {
    for (index, step) in curve.steps.dropLast().enumerated() {
      let piece = HourlySum(terms: [above.terms[index]])
      desk.require(
        "width of step \(index + 1)",
        piece <= (step.width / size) * states.online
      )
    }
  }
}
