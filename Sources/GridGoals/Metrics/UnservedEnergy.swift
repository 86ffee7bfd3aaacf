import GridDispatch
package import GridFormulation

/// Demand that was not served; judged as none in every model that sets no goal on it.
package struct UnservedEnergy: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case power
  }

  package let name = "unserved-energy"
  package let summary =
    "Demand that was not served in the hours that are solved; at most 0 where a model sets no goal on it."
  package let unit = "MWh"
  package let partsUnit = "MWh"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let unserved = evidence.schedule.unservedPower.reduce(0, +)
    return MetricValue(value: unserved, numerator: unserved)
  }

  package func sums(_ variant: Variant, in view: AssetView) -> MetricSums? {
    MetricSums(amount: [.init(.unserved)])
  }
}

extension Goal {
  /// The goal of a model that says nothing of unserved energy: there is none.
  ///
  /// It is judged and never made a rule: the value of lost load stands for it in every dispatch.
  static var nothingUnserved: Goal {
    var goal = Goal()
    goal.id = "unserved-energy"
    goal.metric = UnservedEnergy().name
    goal.comparison = .atMost
    goal.threshold = 0
    goal.source = "Judged in every model that sets no goal on unserved energy"
    goal.isImplied = true
    return goal
  }
}
