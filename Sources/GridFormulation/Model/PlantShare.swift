import Tables

/// A plant and the share of its output that a corridor carries under contract.
package struct PlantShare: Sendable, Hashable {
  package let plant: String
  package let share: Double

  package init(plant: String, share: Double) {
    (self.plant, self.share) = (plant, share)
  }

  /// Reads a list such as `plant; plant:0.5`; nil where an entry is not of that form.
  package static func list(_ text: String) -> [PlantShare]? {
    var shares: [PlantShare] = []
    for entry in text.split(separator: ";") {
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
        .map { $0.trimmingPrefix { $0 == " " } }
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }
      guard let plant = parts.first, !plant.isEmpty, parts.count <= 2 else { return nil }
      let share = parts.count == 2 ? Double(parts[1]) : 1
      guard let share, share > 0, share <= 1 else { return nil }
      shares.append(PlantShare(plant: plant, share: share))
    }
    return shares
  }
}
