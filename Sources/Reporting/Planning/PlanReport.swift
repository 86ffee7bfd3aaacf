import GridFormulation
public import GridPlanning

/// A plan with the summaries of its dispatch and of the grid as it stands.
public struct PlanReport: Sendable {
  /// The plan.
  public let plan: PlanResult
  /// The dispatch of the planned grid.
  public let after: Summary
  /// The dispatch of the grid as it stands; nil where there is none.
  public let before: Summary?
  /// The share of a year that was solved.
  let yearShare: Double

  /// Draws a plan together with its summaries.
  public init(_ plan: PlanResult, after: Summary, before: Summary?) {
    (self.plan, self.after, self.before) = (plan, after, before)
    yearShare = plan.grid.setting.yearShare
  }

  /// What a technology is and did.
  struct Mix {
    let technology: Technology
    var capacity = 0.0
    var energy = 0.0
    var curtailed = 0.0
  }

  /// Capacity, energy given and energy curtailed by technology, as the catalogue lists them.
  static func mix(of summary: Summary) -> [Mix] {
    Technology.allCases.compactMap { technology in
      let assets = summary.assets.filter { $0.asset.facts.technology == technology }
      guard !assets.isEmpty else { return nil }
      return assets.reduce(into: Mix(technology: technology)) { mix, asset in
        mix.capacity += asset.asset.facts.capacity
        mix.energy += asset.injected
        mix.curtailed += asset.curtailed ?? 0
      }
    }
  }
}
