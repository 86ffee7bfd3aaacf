import Tables

/// Assets that are alike up to name and size, which one set of decisions stands for.
///
/// In a linear program, what is best for n like units is also reached with each of them doing the same: the mean
/// of their schedules is feasible and costs no more, since all rules are convex. It is so for stores of several
/// sizes, too, each doing its share by size. So the first of them is formulated and counts as much as all; the
/// results are those of each. A third of the columns of a test system with many equal units goes that way, and
/// with them the solver's choice among schedules that differ by names only.
package struct LikeAssets {
  /// The assets, the first of which is formulated.
  private(set) var members: [any Asset]
  private let scale: Double
  /// What each is beside the first.
  private(set) var likes: [Like]

  /// An asset that stands for itself.
  private init(_ asset: any Asset, scale: Double = 1) {
    members = [asset]
    self.scale = scale
    likes = [Like(name: asset.name, weight: 1)]
  }

  private mutating func append(_ asset: any Asset, scale: Double) {
    members.append(asset)
    likes.append(Like(name: asset.name, weight: scale / self.scale))
  }

  /// The asset that is formulated.
  package var first: any Asset { members[0] }

  /// The assets in groups of likes, in the order of the first of each.
  ///
  /// What a contract, a goal or an option says of one need not hold for its like: those named stand apart.
  package static func groups(of assets: [any Asset], apart named: Set<String>) -> [LikeAssets] {
    var groups: [LikeAssets] = []
    var place: [[String]: Int] = [:]
    for asset in AssetLinks.ordered(assets) {
      guard asset.namedAssets.isEmpty, !named.contains(asset.name), let likeness = asset.likeness
      else {
        groups.append(LikeAssets(asset))
        continue
      }
      if let known = place[likeness.key] {
        groups[known].append(asset, scale: likeness.scale)
      } else {
        place[likeness.key] = groups.count
        groups.append(LikeAssets(asset, scale: likeness.scale))
      }
    }
    return groups
  }
}
