package import GridFormulation
package import Tables

extension GridModel {
  /// A model of assets that are told of each other, with goals as they are written.
  package init(
    setting: Setting,
    assets: [any Asset],
    goals: [Goal],
    options: [CapacityOption] = [],
    issues: [Issue],
    resolved: [ResolvedFile],
    series: [SeriesFacts] = [],
    changes: [ModelChange] = []
  ) {
    self.init(
      setting: setting,
      assets: assets,
      settledGoals: goals.map { $0.settled(over: setting) },
      options: options,
      issues: issues,
      resolved: resolved,
      series: series,
      changes: changes
    )
  }
}
