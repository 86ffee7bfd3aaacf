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

  init(_ goals: PlanOptions.Goals, in grid: GridModel) {
    let served = Set(GoalEnforcement.enforceable(grid).map(\.id))
    for goal in grid.goals {
      switch goals {
      case .none: continue
      case .some(let ids) where !ids.contains(goal.id): continue
      case .all, .some: break
      }
      if goal.threshold == nil || goal.isImplied { continue }
      if let reason = goal.reasonNotJudged(in: grid.setting) {
        others.append((goal.id, reason))
      } else if served.contains(goal.id) {
        ofDispatch.append(goal)
      } else if goal.knownMetric?.isOfFigures == true {
        ofFigures.append(goal)
      } else {
        others.append((goal.id, "no linear rule states it, so it is judged on the plan's dispatch"))
      }
    }
  }
}
