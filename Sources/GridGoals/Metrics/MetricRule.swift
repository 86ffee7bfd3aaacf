package import GridFormulation

/// A rule that a metric makes of a goal where it is no ratio of sums over the dispatch, such as one for a corridor.
///
/// The value is a share, which the program holds at the threshold at least. Where that cannot be stated in linear terms, what is stated
/// is weaker and bounds the cost; then the rule is also stated with what makes it not linear taken from the last
/// schedule, again and again, until the schedule that comes of it holds the goal.
package protocol MetricRule: Sendable {
  /// How far what a program holds is weaker than the goal; nil where it is the goal itself.
  var weakness: RuleWeakness? { get }

  /// States in a program that the value is at least a threshold, or what follows from that.
  func state(_ goal: Goal, atLeast threshold: Double, in model: inout DispatchModel)
  /// States it with what is not linear as the last schedule has it; only asked where the rule is weaker than the goal.
  func state(
    _ goal: Goal,
    atLeast threshold: Double,
    by last: Evidence,
    in model: inout DispatchModel
  )
  /// The value in a schedule.
  func value(in evidence: Evidence) -> Double
}

/// What is said where a schedule holds a goal that its rule could not state.
package struct RuleWeakness: Sendable, Hashable {
  /// Beside the result, whose bound is that of the weaker rule.
  package let ofResult: String
  /// Beside the goal's verdict.
  package let ofGoal: String
}
