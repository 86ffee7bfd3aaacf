/// A figure of two results, judged.
public struct JudgedFigure: Sendable {
  /// The figure as the base has it, or the other where the base has none.
  public let figure: RecordedFigure
  /// The value in the base; nil where it has none.
  public let base: Double?
  /// The value in the other.
  public let other: Double?
  /// How far they may lie apart.
  public let allowed: Double
  /// What the certified gaps leave open.
  let gap: Double
  /// Whether it decides the answer; what ties leave free does not.
  public let isJudged: Bool
  /// What came of it.
  public let outcome: Outcome

  /// How much more the other has; nil where one has no value.
  public var change: Double? {
    guard let base = base ?? absent, let other = other ?? absent else { return nil }
    return other - base
  }

  /// The change as a share of the base; nil where there is nothing to take it of.
  public var share: Double? {
    guard let change, let base, base != 0 else { return nil }
    return change / abs(base)
  }

  private var absent: Double? { figure.quantity.isAmount ? 0 : nil }

  /// Judges a figure that at least one of two results has.
  init(
    _ base: RecordedFigure?,
    _ other: RecordedFigure?,
    figure: RecordedFigure,
    by rules: JudgingRules
  ) {
    self.figure = figure
    (self.base, self.other) = (base?.value, other?.value)
    let size = max(abs(base?.value ?? 0), abs(other?.value ?? 0))
    allowed = rules.tolerances[figure.quantity].allowed(for: size)
    gap = figure.quantity == .cost ? rules.openCost : rules.openShare * size
    let absent: Double? = figure.quantity.isAmount ? 0 : nil
    let isFree = base?.isFree ?? true && other?.isFree ?? true
    isJudged = !isFree || rules.tolerances.judgesAssets
    guard let left = base?.value ?? absent, let right = other?.value ?? absent else {
      outcome = isJudged ? .different : .free
      return
    }
    let distance = abs(left - right)
    if distance <= allowed {
      outcome = .same
    } else {
      outcome = !isJudged ? .free : distance <= gap ? .withinGap : .different
    }
  }
}

/// What figures are judged by.
struct JudgingRules {
  let tolerances: ToleranceSet
  /// The money that the certified gaps of both results leave open together.
  let openCost: Double
  /// The same as a share.
  let openShare: Double
}
