import GridFormulation
import Hourly
import Tables

/// Below what a number of a schedule cannot be told from nothing: the solver's noise is no fact.
///
/// A schedule is checked without the solver to a millionth of the size of what a rule is about; what lies
/// below that in an hour may be nothing. Sums are of the hours that lie above it, so that hours of noise do not
/// add up to an amount.
public enum Accuracy {
  /// What a rule may be broken by, as a share of the size of what it is about.
  public static let share = 1e-6

  /// The least power of an hour that is a fact, MW, where it could be as large as a size.
  public static func power(upTo size: Double) -> Double { share * (1 + size) }

  /// The least amount of money that is a fact, where all terms of the cost come to a sum without their signs.
  public static func money(of grossCost: Double) -> Double { share * grossCost }

  /// The least price that is a fact, where lost load has a value: no price says more of the schedule.
  public static func price(upTo valueOfLostLoad: Double) -> Double { power(upTo: valueOfLostLoad) }
}

extension Double {
  /// The number, or 0 where it is no larger than what can be told from nothing.
  public func settled(to accuracy: Double) -> Double { abs(self) > accuracy ? self : 0 }
}

extension Schedule {
  /// Demand that was not served in each hour, MW, without what cannot be told from nothing.
  public var unservedPower: [Double] {
    var largest: [String: Double] = [:]
    for entry in series(of: .demand) { largest[entry.owner] = entry.values.max() ?? 0 }
    var sum = [Double](repeating: 0, count: horizon.hours)
    for entry in series(of: .unserved) {
      let accuracy = Accuracy.power(upTo: largest[entry.owner] ?? 0)
      for step in horizon.steps { sum[step] += entry.values[step].settled(to: accuracy) }
    }
    return sum
  }
}
