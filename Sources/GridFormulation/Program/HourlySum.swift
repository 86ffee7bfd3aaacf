package import Hourly

/// A linear expression an hour: `constant[t] + Σ coefficient[t] · x[t − lag]`.
///
/// The time index is left out when it is written, so that `level - 0.9 * level.before` stands for one
/// expression in every hour. A term that reaches before the first hour is absent there.
package struct HourlySum: Sendable {
  /// One product of the expression.
  package struct Term: Sendable {
    package let firstColumn: Int
    package var coefficient: HourlyValue
    package var lag = 0
    /// 1 for a decision an hour, 0 for one that holds for all hours.
    package var stride = 1

    /// The column that the term reads at a step.
    package func column(at step: Int) -> Int { firstColumn + (step - lag) * stride }
  }

  package var terms: [Term]
  package var constant: HourlyValue

  package init(terms: [Term] = [], constant: HourlyValue = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// A decision an hour: one column of the program for each step, the first of them given.
  package init(firstColumn: Int) {
    self.init(terms: [.init(firstColumn: firstColumn, coefficient: 1)])
  }

  /// One decision for all hours.
  package init(column: Int) {
    self.init(terms: [.init(firstColumn: column, coefficient: 1, stride: 0)])
  }

  package init(_ value: HourlyValue) { self.init(constant: value) }

  /// What the decisions were an hour before; absent in the first hour.
  package var before: HourlySum { lagged(by: 1) }

  /// What the decisions were some hours ago; absent in the first hours.
  ///
  /// Only for sums of decisions with constant coefficients.
  package func lagged(by hours: Int) -> HourlySum {
    HourlySum(
      terms: terms.map { term in
        guard case .constant = term.coefficient else {
          preconditionFailure("only constant coefficients can be seen from another hour")
        }
        var earlier = term
        earlier.lag += hours
        return earlier
      }
    )
  }

  /// The decisions of this hour and those before it, as many hours as asked, added up.
  package func summed(over hours: Int) -> HourlySum {
    (1..<max(hours, 1)).reduce(self) { $0 + lagged(by: $1) }
  }

  /// The expression's value in every hour, given the value of every column.
  package func values(of columns: [Double], over steps: Int) -> [Double] {
    var result = (0..<steps).map { constant[$0] }
    for term in terms {
      for step in min(term.lag, steps)..<steps {
        result[step] += term.coefficient[step] * columns[term.column(at: step)]
      }
    }
    return result
  }

  package static func + (left: HourlySum, right: HourlySum) -> HourlySum {
    HourlySum(terms: left.terms + right.terms, constant: left.constant + right.constant)
  }

  package static func - (left: HourlySum, right: HourlySum) -> HourlySum {
    left + HourlyValue.constant(-1) * right
  }

  package static prefix func - (sum: HourlySum) -> HourlySum { HourlyValue.constant(-1) * sum }

  package static func * (scale: Double, sum: HourlySum) -> HourlySum {
    HourlyValue.constant(scale) * sum
  }

  package static func * (scale: HourlyValue, sum: HourlySum) -> HourlySum {
    HourlySum(
      terms: sum.terms.map { term in
        var scaled = term
        scaled.coefficient = scale * term.coefficient
        return scaled
      },
      constant: scale * sum.constant
    )
  }

  package static func += (left: inout HourlySum, right: HourlySum) { left = left + right }
}

/// A rule on an expression in every hour: `lower ≤ sum ≤ upper`.
package struct HourlyRelation: Sendable {
  package var sum: HourlySum
  package var lower: HourlyValue
  package var upper: HourlyValue

  package init(_ sum: HourlySum, lower: HourlyValue, upper: HourlyValue) {
    self.sum = sum
    self.lower = lower
    self.upper = upper
  }
}

extension HourlySum {
  package static func == (left: HourlySum, right: HourlySum) -> HourlyRelation {
    HourlyRelation(left - right, lower: 0, upper: 0)
  }

  package static func <= (left: HourlySum, right: HourlySum) -> HourlyRelation {
    HourlyRelation(left - right, lower: .constant(-Double.infinity), upper: 0)
  }

  package static func >= (left: HourlySum, right: HourlySum) -> HourlyRelation {
    HourlyRelation(left - right, lower: 0, upper: .constant(Double.infinity))
  }
}
