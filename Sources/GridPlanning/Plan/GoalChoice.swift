import GridFormulation
import GridGoals

/// The goals that a plan is to hold, by what decides them.
struct GoalChoice {
  /// Those that rules of the dispatch serve.
  private(set) var ofDispatch: [Goal] = []
  /// Those that figures of the plan decide.
  private(set) var ofFigures: [Goal] = []
  /// Those that are only judged, with the reason.
  private(set) var others: [(goal: String, reason: String)] = []
  /// The goal that no demand goes unserved, where a plan must hold it though the model states none.
  private(set) var ofDemand: [Goal] = []

  /// Whether all demand must be served, whatever lost load is worth.
  var servesDemand: Bool { !ofDemand.isEmpty }
  /// All that the plan is to hold.
  var held: [Goal] { ofDispatch + ofFigures + ofDemand }

  init(_ goals: PlanOptions.Goals, in grid: GridModel) {
    let served = Set(GoalEnforcement.enforceable(grid).map(\.id))
    for goal in grid.goals {
      switch goals {
      case .none: continue
      case .some(let ids) where !ids.contains(goal.id): continue
      case .all, .some: break
      }
      guard goal.threshold != nil else { continue }
      if goal.isImplied {
        ofDemand.append(goal)
        continue
      }
      if let reason = goal.reasonNotJudged(in: grid.setting) {
        others.append((goal.id, reason))
      } else if served.contains(goal.id) {
        ofDispatch.append(goal)
      } else if goal.knownMetric?.isOfFigures == true {
        ofFigures.append(goal)
      } else {
        others.append((goal.id, "no linear rule states it here"))
      }
    }
  }
}
