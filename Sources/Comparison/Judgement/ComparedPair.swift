/// Two results held against each other: what differs in what they were made from, and in what came of it.
public struct ComparedPair: Sendable {
  /// What is held against.
  public let base: ComparedResult
  /// What is held against it.
  public let other: ComparedResult
  /// The tolerances that were used.
  public let tolerances: ToleranceSet
  /// Why the results cannot be compared; all else is empty then.
  public let obstacles: [String]
  /// What differs in the models as they were solved; told, not judged.
  public let inputs: [InputDifference]
  /// The certified intervals.
  public let objective: JudgedObjective?
  /// The goals in the order of the base, then those of the other alone.
  public let goals: [JudgedGoal]
  /// The figures in the order of a report.
  public let figures: [JudgedFigure]
  /// The series that differ.
  public let hourly: [HourlyDifference]

  /// What the command answers with.
  public enum Answer: Int, Sendable, Comparable {
    case same, different, notComparable

    /// Orders from what is asked for to what is worst.
    public static func < (left: Answer, right: Answer) -> Bool { left.rawValue < right.rawValue }
  }

  /// Compares two results.
  ///
  /// Without tolerances those of a baseline count, else the standard ones.
  public init(_ base: ComparedResult, _ other: ComparedResult, tolerances: ToleranceSet? = nil) {
    (self.base, self.other) = (base, other)
    let tolerances = tolerances ?? base.tolerances ?? other.tolerances ?? .standard
    self.tolerances = tolerances
    obstacles = Comparability.reasons(base, other)
    guard obstacles.isEmpty else {
      (inputs, objective, goals, figures, hourly) = ([], nil, [], [], [])
      return
    }
    let (left, right) = (base.record, other.record)
    inputs = ModelDifferences.all(base, other)
    objective = JudgedObjective(left, right, tolerances[.cost])
    let gaps = (left.certified(beside: right), right.certified(beside: left))
    let rules = JudgingRules(
      tolerances: tolerances,
      openCost: (gaps.0.interval.width ?? 0) + (gaps.1.interval.width ?? 0),
      openShare: (gaps.0.gap ?? 0) + (gaps.1.gap ?? 0)
    )
    goals = (left.goals + right.goals).map(\.id).uniqued.map { id in
      JudgedGoal(
        left.goals.first { $0.id == id },
        right.goals.first { $0.id == id },
        by: rules
      )
    }
    figures = Self.judged(left.figures, right.figures, by: rules)
    hourly = HourlyDifferences.all(base, other, tolerances)
  }

  /// Each figure that either has, section by section.
  private static func judged(
    _ left: [RecordedFigure],
    _ right: [RecordedFigure],
    by rules: JudgingRules
  ) -> [JudgedFigure] {
    let first = Dictionary(left.map { ($0.key, $0) }) { one, _ in one }
    let second = Dictionary(right.map { ($0.key, $0) }) { one, _ in one }
    let all = left + right.filter { first[$0.key] == nil }
    return RecordedFigure.Section.allCases.flatMap { section in
      all.filter { $0.section == section }.map {
        JudgedFigure(first[$0.key], second[$0.key], figure: $0, by: rules)
      }
    }
  }

  /// Why models or series were not compared, where a result does not keep them; each in a sentence.
  public var omissions: [String] {
    guard obstacles.isEmpty else { return [] }
    return [base, other].flatMap { side in
      (side.inputs.isEmpty ? ["\(side.path) keeps no model as it was solved"] : [])
        + (side.isBaseline || side.hasSeries ? [] : ["\(side.path) keeps no series"])
    }
  }

  /// Whether the results are the same, differ, or cannot be compared.
  public var answer: Answer {
    guard obstacles.isEmpty else { return .notComparable }
    return differenceCount == 0 ? .same : .different
  }

  /// How many judged things differ.
  public var differenceCount: Int { judged.count { $0.differs } }

  /// How many things were told and not judged, as ties may leave them free.
  public var toldCount: Int {
    figures.count { $0.outcome == .free } + hourly.count { $0.outcome == .free }
  }

  /// What came of everything that decides the answer.
  var judged: [Outcome] {
    [objective?.outcome].compactMap(\.self) + goals.map(\.outcome)
      + figures.filter(\.isJudged).map(\.outcome)
      + (tolerances.judgesHours ? hourly.map(\.outcome) : [])
  }
}
