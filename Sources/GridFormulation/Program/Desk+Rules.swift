package import Hourly
import LinearProgramming

/// Decisions and rules of the owner.
extension Desk {
  /// Declares a decision an hour with its bounds; returns it as an expression.
  ///
  /// At rest is its value in hours in which nobody asks anything of its owner.
  package mutating func variable(
    _ name: String,
    from lower: HourlyValue = 0,
    to upper: HourlyValue,
    atRest: HourlyValue = 0
  ) -> HourlySum {
    program.variable(name, of: owner, from: lower, to: upper, atRest: atRest)
  }

  /// Declares one decision that belongs to a step, such as a level before the first hour.
  package mutating func single(
    _ name: String,
    in range: ClosedRange<Double>,
    at step: Int
  ) -> HourlySum {
    program.single(name, of: owner, in: range, at: step)
  }

  /// States a rule for every step from the given one on.
  @discardableResult
  package mutating func require(
    _ rule: String,
    _ relation: HourlyRelation,
    from firstStep: Int = 0
  ) -> Rows {
    program.require(rule, of: owner, relation, from: firstStep)
  }

  /// States a rule on the sum over several hours, such as a day or the whole horizon.
  @discardableResult
  package mutating func requireTotal(
    _ rule: String,
    _ sum: HourlySum,
    over range: Range<Int>,
    atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity,
    isGlobal: Bool
  ) -> Rows {
    program.requireTotal(
      rule,
      of: owner,
      sum,
      over: range,
      atLeast: lower,
      atMost: upper,
      isGlobal: isGlobal
    )
  }

  /// Says that a decision is what an expression exceeds 0 by; its rule and its cost are stated apart.
  package mutating func define(_ decision: HourlySum, asExcessOf sum: HourlySum) {
    program.define(decision, asExcessOf: sum)
  }

  /// States that of two sums of decisions at most one is above its least in an hour.
  ///
  /// The sums are of decisions an hour that rest at their lower bounds, such as power charged and discharged.
  package mutating func exclude(_ one: HourlySum, _ other: HourlySum) {
    program.exclude(one, other, of: owner)
  }

  /// States that each of some decisions is at its most before the next is above its least.
  ///
  /// Not for an asset whose size is a decision: its most is then a row and no bound.
  package mutating func fill(inOrder decisions: [HourlySum]) {
    guard size == nil else { return }
    program.fill(inOrder: decisions, of: owner)
  }
}
