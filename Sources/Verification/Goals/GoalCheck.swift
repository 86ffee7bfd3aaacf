import Grid
import GridDispatch

/// The verdicts on the goals against figures recomputed from assets and schedule.
extension Examination {
  /// Checks every verdict, and that goals which were rules of the dispatch hold.
  mutating func checkGoals(_ model: GridModel, _ result: DispatchResult, areEnforced: Bool) {
    for goal in model.goals {
      let figures = GoalFigures(model, result.schedule, in: goal.zone)
      guard let verdict = result.verdicts.first(where: { $0.goal.id == goal.id }) else {
        note(goal.id, rule: "verdict", amount: .infinity, "is missing")
        continue
      }
      check(verdict, against: figures.figure(of: goal, variant: verdict.variant))
      if verdict.variant == "verified", let taken = verdict.numerator {
        let most = figures.registeredResponse.numerator
        requireTotal(
          "verified response",
          of: Owner(goal.id, zone: ""),
          size: 1 + most,
          at: nil,
          excess: larger(-taken, taken - most)
        )
      }
      guard areEnforced, !goal.isImplied else { continue }
      guard verdict.verdict == .pass || verdict.verdict == .fail else { continue }
      checkRule(goal, figures.enforcedFigure(of: goal, variant: verdict.variant))
    }
  }

  private mutating func check(_ verdict: GoalVerdict, against figure: GoalFigure?) {
    let goal = verdict.goal
    if let figure, let stated = verdict.value {
      let value = figure.value ?? .infinity
      let difference = abs(stated - value)
      if !(difference <= tolerance.rule * max(1, abs(value))) {
        note(goal.id, rule: "value", amount: difference, "is stated as \(stated), is \(value)")
      }
    }
    guard verdict.verdict == .pass || verdict.verdict == .fail else { return }
    guard let value = figure?.value ?? verdict.value else {
      note(goal.id, rule: "verdict", amount: .infinity, "is given without a value")
      return
    }
    let isMet = Self.isMet(goal, by: value)
    let distance = goal.threshold.map { abs(value - Self.share(of: goal) * $0) } ?? .infinity
    if isMet != (verdict.verdict == .pass), distance > tolerance.rule * max(1, abs(value)) {
      note(goal.id, rule: "verdict", amount: distance, "is \(verdict.verdict.rawValue) at \(value)")
    }
  }

  /// Checks a goal as the program holds it: the numerator against the threshold times the denominator.
  private mutating func checkRule(_ goal: Goal, _ figure: GoalFigure?) {
    guard let figure, let denominator = figure.denominator, let threshold = goal.threshold else {
      return
    }
    let excess = figure.numerator - Self.share(of: goal) * threshold * denominator
    let isCeiling = goal.comparison == .atMost || goal.comparison == .below
    requireTotal(
      "enforced goal",
      of: Owner(goal.id, zone: ""),
      size: 1 + abs(denominator),
      at: nil,
      excess: isCeiling ? excess : -excess
    )
  }

  private static func isMet(_ goal: Goal, by value: Double) -> Bool {
    guard let threshold = goal.threshold else { return true }
    return switch goal.comparison {
    case .atLeast: value >= threshold
    case .above: value > threshold
    case .atMost: value <= threshold
    case .below: value < threshold
    case .about: value >= 0.97 * threshold
    }
  }

  /// The share of the threshold that must be reached.
  private static func share(of goal: Goal) -> Double { goal.comparison == .about ? 0.97 : 1 }
}
