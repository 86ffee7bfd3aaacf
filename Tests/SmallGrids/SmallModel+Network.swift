package import GridFormulation
import Tables

extension SmallModel {
  /// Adds a line between two zones, named after them.
  package mutating func addLine(
    _ from: String,
    _ to: String,
    named name: String? = nil,
    reactance: Double,
    limit: Double,
    _ change: (inout Line) -> Void = { _ in }
  ) {
    add(Line.self, in: from) {
      $0.name = name ?? "\(from)-\(to)"
      $0.to = to
      $0.reactance = reactance
      $0.limit = Power(megawatts: limit)
      change(&$0)
    }
  }

  /// Changes an asset that is there.
  package mutating func change<Kind: Asset>(
    _ kind: Kind.Type,
    _ name: String,
    _ change: (inout Kind) -> Void
  ) {
    for index in assets.indices where assets[index].name == name {
      guard var asset = assets[index] as? Kind else { continue }
      change(&asset)
      assets[index] = asset
    }
  }
}
