/// A part of the grid: a zone, an area, or all of it.
package struct GridPart: Sendable {
  /// Its zones; nil for the whole grid.
  package let zones: Set<String>?

  /// The whole grid.
  package static let whole = GridPart(zones: nil)

  package init(zones: Set<String>?) { self.zones = zones }

  /// The zones of a place: a zone's name or an area's; the whole grid without one.
  package init(of place: String?, in setting: Setting) {
    zones = place.map { setting.zoneNames(in: $0) }
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
