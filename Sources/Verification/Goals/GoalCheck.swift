import GridDispatch
import GridFormulation
import GridGoals
import Hourly

/// The verdicts on the goals against figures recomputed from assets and schedule.
extension Examination {
  /// Checks every verdict, and that goals which were rules of the dispatch hold.
  mutating func checkGoals(_ model: GridModel, _ result: JudgedResult, areEnforced: Bool) {
    for goal in model.goals {
      let figures = GoalFigures(model, result.schedule, in: goal.zone)
      guard let verdict = result.verdicts.first(where: { $0.goal.id == goal.id }) else {
        note(goal.id, rule: "verdict", amount: .infinity, "is missing")
        continue
      }
      check(verdict, against: figures.figure(of: goal, variant: verdict.variant))
      checkJudged(verdict, of: goal)
      checkSpan(of: verdict.goal, variant: verdict.variant)
      if verdict.variant == "verified", let taken = verdict.numerator {
        let most = figures.registeredResponse(goal).numerator
        requireTotal(
          "verified response",
          of: Owner(goal.id, zone: ""),
          size: 1 + most,
          at: nil,
          excess: larger(-taken, taken - most)
        )
      }
      guard areEnforced, !goal.isImplied, !verdict.isUndecided else { continue }
      guard verdict.verdict == .pass || verdict.verdict == .fail else { continue }
      checkRule(goal, figures.enforcedFigure(of: goal, variant: verdict.variant))
    }
  }

  private mutating func check(_ verdict: GoalVerdict, against figure: GoalFigure?) {
    let goal = verdict.goal
    guard GoalFigures.knows(goal.metric) else {
      note(goal.id, rule: "metric", amount: .infinity, "is of a metric without a check")
      return
    }
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

  /// Requires that what cannot be judged is not: a misprint, a target of a later year, an amount that weather gives
  /// in a year.
  private mutating func checkJudged(_ verdict: GoalVerdict, of goal: Goal) {
    guard verdict.verdict != .notJudged else { return }
    let isLater = !goal.judgesAhead && (goal.year ?? 0) > setting.modelHorizon.start.year
    let isMisprint = goal.isMisprint || (goal.note ?? "").lowercased().contains("misprint")
    let isOfWeather = goal.metric == "wind-generation" || goal.metric == "pv-generation"
    guard isLater || isMisprint || (isOfWeather && hours < 8760) else { return }
    note(goal.id, rule: "verdict", amount: .infinity, "is given on what cannot be judged")
  }

  /// Requires that an amount of a year is cut to the hours that are solved.
  private mutating func checkSpan(of goal: Goal, variant: String) {
    let amounts = ["wind-generation", "pv-generation", "coal-consumption", "co2-emissions"]
    let isAmount = amounts.contains(goal.metric) && variant != "hours-solved"
    guard isAmount || goal.baseline != nil else { return }
    let year = setting.modelHorizon.start.year
    let length = TimeStamp(year: year + 1, month: 1, day: 1)
      .hours(since: TimeStamp(year: year, month: 1, day: 1))
    let share = hours >= 8760 ? 1 : Double(hours) / Double(length)
    if abs(goal.yearShare - share) > 1e-9 {
      note(goal.id, rule: "share of the year", amount: abs(goal.yearShare - share), "is \(share)")
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
    case .about: value >= threshold - 0.03 * abs(threshold)
    }
  }

  /// The share of the threshold that must be reached.
  private static func share(of goal: Goal) -> Double { goal.comparison == .about ? 0.97 : 1 }
}
