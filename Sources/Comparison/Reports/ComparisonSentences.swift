import Tables

/// What came of a comparison in sentences, each of which stands alone in a report of another program.
enum ComparisonSentences {
  /// One thing that was held against its like.
  struct Entry {
    /// Where it stands, such as `costs`.
    let section: String
    let name: String
    let outcome: Outcome
    let sentence: String
  }

  /// Everything that was compared, in the order of a report.
  static func entries(of pair: ComparedPair) -> [Entry] {
    let currency = pair.base.record.currency
    let objective = pair.objective.map {
      Entry(
        section: "objective",
        name: $0.name,
        outcome: $0.outcome,
        sentence: sentence($0, currency)
      )
    }
    let goals = pair.goals.map {
      Entry(section: "goals", name: $0.id, outcome: $0.outcome, sentence: sentence($0))
    }
    let figures = pair.figures.map {
      Entry(
        section: $0.figure.section.rawValue,
        name: $0.figure.name,
        outcome: $0.outcome,
        sentence: sentence($0)
      )
    }
    let hours = pair.hourly.map {
      Entry(section: "series", name: $0.quantity, outcome: $0.outcome, sentence: sentence($0))
    }
    return [objective].compactMap(\.self) + goals + figures + hours
  }

  /// The result of a pair in one sentence.
  static func answer(_ pair: ComparedPair) -> String {
    let judged = pair.judged.count
    let within = pair.judged.count { $0 == .withinGap }
    let told = pair.toldCount == 0 ? "" : "; \(pair.toldCount) more told and not judged"
    switch pair.answer {
    case .notComparable: return "NOT COMPARABLE: " + pair.obstacles.joined(separator: "; ")
    case .same:
      let gaps = within == 0 ? "" : ", \(within) of them but for what the certified gaps leave open"
      return "SAME: \(count(judged, "judged figure")) agree\(gaps)\(told)"
    case .different:
      let verb = pair.differenceCount == 1 ? "differs" : "differ"
      let gaps = within == 0 ? "" : ", \(within) more by less than the certified gaps leave open"
      return "DIFFERENT: \(pair.differenceCount) of \(count(judged, "judged figure")) \(verb)"
        + "\(gaps)\(told)"
    }
  }

  /// What figures that differ may mean where neither the models nor what is certified differ; nil elsewhere.
  static func remark(on pair: ComparedPair) -> String? {
    let isOneModel = pair.inputs.allSatisfy { $0.path.hasPrefix("--") }
    guard pair.answer == .different, isOneModel, pair.objective?.outcome != .different else {
      return nil
    }
    return
      "The models are the same and the least costs may be: what differs is what gaps and ties leave free "
      + "to a schedule, or is told otherwise by another version."
  }

  /// A number with its word.
  static func count(_ number: Int, _ word: String) -> String {
    "\(NumberText.grouped(Double(number))) \(word)\(number == 1 ? "" : "s")"
  }

  /// Between what the least costs lie, and what that proves.
  static func sentence(_ objective: JudgedObjective, _ currency: String) -> String {
    func interval(_ interval: CertifiedInterval) -> String {
      let shown = ShownFigure(interval.lowerBound, interval.cost, unit: currency)
      if interval.lowerBound == nil {
        return "at most \(shown.other) \(shown.unit), with no bound below"
      }
      // Ends that are one number to six digits are told once.
      let isPoint = shown.base == shown.other
      return (isPoint ? "at " : "between \(shown.base) and ") + "\(shown.other) \(shown.unit)"
    }
    let head =
      "the least \(objective.name) lies \(interval(objective.base)) in the base, "
      + "\(interval(objective.other)) in the other: "
    switch objective.outcome {
    case .different:
      let apart = ShownFigure.amount(objective.apart, unit: currency)
      return head + "they differ by proof, by at least \(apart)"
    case .same: return head + "the same"
    case .withinGap, .free:
      return head
        + (objective.lacksBound
          ? "nothing that is certified tells them apart"
          : "they may be the same, the difference is smaller than the certified gaps")
    }
  }

  private static func sentence(_ goal: JudgedGoal) -> String {
    func told(_ goal: RecordedGoal?) -> String {
      guard let goal else { return "not there" }
      guard let value = goal.value else { return goal.verdict }
      return "\(goal.verdict) with \(ShownFigure.amount(value, unit: goal.unit))"
    }
    let head = "goal \(goal.id): \(told(goal.base)) in the base, \(told(goal.other)) in the other"
    switch goal.outcome {
    case .same: return head + ": the same"
    case .withinGap: return head + ": less apart than the certified gaps"
    case .free, .different:
      let flip = goal.isFlipped ? ": the verdict flips" : ""
      let doubt = goal.isWithinGap ? ", though a gap could carry it across its threshold" : ""
      return head + flip + doubt
    }
  }

  private static func sentence(_ figure: JudgedFigure) -> String {
    let shown = ShownFigure(figure)
    let unit = shown.unit.isEmpty ? "" : " " + shown.unit
    let share = shown.share.isEmpty ? "" : " (\(shown.share))"
    let head =
      "\(figure.figure.section.rawValue), \(figure.figure.name): \(shown.base)\(unit) in the base, "
      + "\(shown.other)\(unit) in the other"
    let change = shown.change.isEmpty ? "" : ": \(shown.change)\(unit)\(share)"
    switch figure.outcome {
    case .same: return head + ": the same"
    case .withinGap: return head + change + ", less than the certified gaps leave open"
    case .free: return head + change + ", which ties may leave free"
    case .different:
      let allowed = ShownFigure.amount(figure.allowed, unit: figure.figure.unit)
      return head + change + "; allowed is a difference of \(allowed)"
    }
  }

  /// How the hours of a quantity differ.
  static func sentence(_ hourly: HourlyDifference) -> String {
    let columns =
      "series \(hourly.quantity): \(hourly.columns) of \(count(hourly.columnCount, "column"))"
    guard !hourly.name.isEmpty else { return "\(columns), \(hourly.time)" }
    return "\(columns); most \(hourly.name) at \(hourly.time), "
      + "\(NumberText.shortest(hourly.base)) → \(NumberText.shortest(hourly.other)), "
      + "in \(NumberText.grouped(Double(hourly.hours))) h"
  }
}
