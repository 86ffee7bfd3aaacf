/// What came of a goal in two results, judged by verdict and value.
public struct JudgedGoal: Sendable {
  /// The goal in the base; nil where it has none of this name.
  public let base: RecordedGoal?
  /// The goal in the other.
  public let other: RecordedGoal?
  /// How far the values may lie apart.
  public let allowed: Double
  /// What came of it.
  public let outcome: Outcome

  init(_ base: RecordedGoal?, _ other: RecordedGoal?, by rules: JudgingRules) {
    (self.base, self.other) = (base, other)
    let size = max(abs(base?.value ?? 0), abs(other?.value ?? 0))
    allowed = rules.tolerances[.goal].allowed(for: size)
    guard let base, let other, base.verdict == other.verdict, base.unit == other.unit else {
      outcome = .different
      return
    }
    guard let left = base.value, let right = other.value else {
      outcome = base.value == other.value ? .same : .different
      return
    }
    let distance = abs(left - right)
    if distance <= allowed {
      outcome = .same
    } else {
      outcome = distance <= rules.openShare * size ? .withinGap : .different
    }
  }

  /// The goal's name.
  public var id: String { base?.id ?? other?.id ?? "" }

  /// Whether its verdict is another in the other result.
  public var isFlipped: Bool {
    guard let base, let other else { return false }
    return base.verdict != other.verdict
  }

  /// Whether a gap could carry a value across the threshold, so that a flip is no proof.
  public var isWithinGap: Bool { base?.isWithinGap == true || other?.isWithinGap == true }
}
