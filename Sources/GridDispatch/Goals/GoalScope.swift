/// The part of the grid that a goal is about: a zone, an area, or all of it.
package struct GoalScope: Sendable {
  /// Its zones; nil for the whole grid.
  package let zones: Set<String>?

  package init(_ goal: Goal, in setting: Setting) {
    zones = goal.zone.map { setting.zoneNames(in: $0) }
  }

  /// Whether a zone lies in it.
  package func contains(_ zone: String) -> Bool { zones?.contains(zone) ?? true }

  /// Whether an asset counts: it stands in a zone of the scope, or crosses its border.
  ///
  /// What joins two zones of the scope is inside it and neither import nor export.
  package func contains(_ asset: AssetSummary) -> Bool {
    guard let link = asset.facts.link else { return contains(asset.zone) }
    return contains(link.from) != contains(link.to)
  }
}

extension DispatchResult {
  /// The result as far as it concerns a part of the grid; cost and gap stay those of the whole.
  ///
  /// Its assets are those that count there: none that joins two zones of the part.
  package func scoped(to scope: GoalScope) -> DispatchResult {
    var part = self
    part.assets = assets.filter { scope.contains($0) }
    guard let zones = scope.zones else { return part }
    part.burntByNetwork = burntByNetwork(among: zones)
    let hasSeries = Set(part.assets.filter { $0.facts.link != nil }.map(\.name))
    let links = Set(assets.filter { $0.facts.link != nil }.map(\.name))
    part.schedule.series = schedule.series.filter { series in
      guard scope.contains(series.zone) else { return false }
      return !links.contains(series.owner) || hasSeries.contains(series.owner)
    }
    return part
  }
}
