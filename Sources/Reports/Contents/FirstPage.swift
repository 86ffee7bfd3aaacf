import Hourly

/// What the first page says of a result in sentences: verdicts, cost and certificate, what to read next.
struct FirstPage {
  /// Whether every judged goal holds.
  let isGood: Bool
  /// The sentences.
  let sentences: [String]
  /// What to read next.
  let next: [String]

  init(of report: ResultReport, _ words: Words, _ units: Units) {
    let grid = report.grid
    let head = grid.result.head
    let failing = head.goals.filter { $0.verdict == "fail" || $0.verdict == "unattainable" }
    isGood = failing.isEmpty
    let figures = KeyFigures(of: grid)
    func energy(_ value: Double) -> String { units.unit(of: .energy, upTo: value).full(value) }
    sentences = [
      Self.goals(of: grid, failing, words), Self.certificate(of: head, words, units),
      figures.unserved > 0.5
        ? words(.unservedSentence, energy(figures.unserved)) : words(.allServed),
      figures.curtailmentRate.map { rate in
        words(
          .curtailedSentence,
          energy(figures.curtailed),
          units.unit(of: .share, upTo: rate).full(rate)
        )
      },
      head.status == "optimal" ? nil : words(.notBest),
    ].compactMap(\.self)
    let tightest = report.capability.tightest(in: grid.horizon.steps)
    let worst = report.windows.weeks.first { $0.word == .worstCurtailment }?.hours.lowerBound
    next =
      failing.prefix(2).map { words(.nextGoal, "\(grid.result.label) \($0.id)") }
      + [
        words(.nextTight, LaidTable.hour(grid.horizon.time(of: tightest))),
        worst.map { words(.nextCurtailment, LaidTable.hour(grid.horizon.time(of: $0))) },
        words(.nextBoundary),
      ].compactMap(\.self)
  }

  private static func goals(
    of grid: ReportedGrid,
    _ failing: [ResultHead.Goal],
    _ words: Words
  ) -> String {
    let count = GoalCount(of: grid)
    guard count.judged > 0 else { return words(.noGoals) }
    guard !failing.isEmpty else { return words(.allHold, "\(count.judged)") }
    let names = failing.map { goal in
      (grid.scope(of: goal, words).map { $0 + " " } ?? "") + words.metric(goal.metric)
    }
    return words(
      .someFail,
      "\(failing.count)",
      "\(count.judged)",
      names.joined(separator: words[.comma])
    )
  }

  private static func certificate(of head: ResultHead, _ words: Words, _ units: Units) -> String {
    func money(_ value: Double) -> String { units.unit(of: .money, upTo: head.cost).full(value) }
    func share(_ value: Double) -> String {
      ShownUnit(symbol: "%", factor: 100, decimals: 3, isGrouped: false).full(value)
    }
    if let plan = head.plan {
      return words(.certificatePlan, money(plan.cost), money(plan.lowerBound), share(plan.gap))
    }
    guard let bound = head.lowerBound, let gap = head.gap else {
      return words(.noBound, money(head.cost))
    }
    return words(.certificateSentence, money(head.cost), money(bound), share(gap))
  }
}
