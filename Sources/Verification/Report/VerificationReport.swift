public import Hourly

/// What a check of a schedule found, made without the solver.
///
/// The check works from the model's parameters and the schedule's numbers alone. Prices are the only
/// series it cannot recompute: they are held against what could be done at them.
public struct VerificationReport: Sendable {
  /// The largest distance of supply from demand in any zone and hour, MW.
  public internal(set) var maxBalanceResidualMW = 0.0
  /// The largest breach of any rule of an asset or zone, as a share of its size.
  ///
  /// The size is one plus the capacity in MW, one plus the demand for a zone; the breach is in the rule's
  /// own unit (MW, MWh or tce).
  public internal(set) var maxBoundViolation = 0.0
  /// How far the stated cost lies from the recomputed one, in the model's currency, ≥ 0.
  public internal(set) var costDifference = 0.0
  /// The cost as recomputed from the schedule, in the model's currency.
  public internal(set) var recomputedCost = 0.0
  /// The sum of all cost terms without their signs, which the cost's tolerance refers to.
  public internal(set) var grossCost = 0.0
  /// The prices of zones that were looked at: one a zone and hour.
  public internal(set) var zonePrices = 0
  /// How many of them something plain explains, which could do more or less at what they pay.
  ///
  /// The others are made by stores, water, ramps, starts or lines in a ring, or lie between two costs; they are
  /// bounded by what is plain and not explained.
  public internal(set) var explainedPrices = 0
  /// Every rule that is broken beyond tolerance: one entry a rule and owner, at its worst hour.
  public internal(set) var violations: [Violation] = []

  /// Where payments or prices are not what the schedule comes to; they are no rule of the model.
  public internal(set) var differences: [Violation] = []

  /// Whether the schedule keeps every rule of the model, and cost and goals are its own.
  public var keepsRules: Bool { violations.isEmpty }
  /// All that was found: what breaks rules, then what differs beside them.
  public var found: [Violation] { violations + differences }

  /// Whether nothing is broken beyond tolerance, and payments and prices are those of the schedule.
  public var isClean: Bool { violations.isEmpty && differences.isEmpty }
}

/// A rule that a schedule breaks.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
  /// The asset (with its part) or the zone.
  public let subject: String
  /// The hour of the worst breach; nil where the rule is on no single hour.
  public let step: Int?
  /// The start of that hour.
  public let time: TimeStamp?
  /// The rule, in a few words.
  public let rule: String
  /// How far it is broken there, in the rule's own unit.
  public let amount: Double
  /// The hours in which it is broken; 1 for a rule on no single hour.
  public let hours: Int
  /// What is wrong, in one line.
  public let text: String

  /// The line as it is shown.
  public var description: String { text }
}
