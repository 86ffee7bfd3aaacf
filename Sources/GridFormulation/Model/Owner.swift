/// Whose a variable, a rule or a result is: an asset or one part of it, or a whole zone.
package struct Owner: Sendable, Hashable {
  /// The asset's name, or the zone's where no asset owns it.
  package let name: String
  /// The part of the asset, such as the retrofitted units of a cluster.
  package let part: String?
  /// The zone it stands in.
  package let zone: String

  package init(_ name: String, part: String? = nil, zone: String) {
    self.name = name
    self.part = part
    self.zone = zone
  }

  /// The name with the part, as it heads a column of the results.
  package var label: String { part.map { "\(name).\($0)" } ?? name }

  /// A zone's own sums, such as its demand.
  package static func zone(_ name: String) -> Owner { Owner(name, zone: name) }
}
