import Grid

/// Units that are alike in all but their names, which one set of decisions stands for.
///
/// In a linear program, what is best for n like units is also reached with each of them doing the same: the mean
/// of their schedules is feasible and costs no more, since all rules are convex. So the first of them is
/// formulated and counts n times; the results are those of each. A third of the columns of a test system
/// with many equal units goes that way, and with them the solver's choice among schedules that differ by
/// names only.
enum LikeAssets {
  /// The assets with the names that each stands for, in the order of the first of them.
  static func groups(of grid: GridModel) -> [(asset: any Asset, names: [String])] {
    let named = namedElsewhere(in: grid)
    var groups: [(asset: any Asset, names: [String])] = []
    var place: [[String]: Int] = [:]
    for asset in AssetLinks.ordered(grid.assets) {
      guard asset.facts.technology.isGeneration, asset.namedAssets.isEmpty,
        !named.contains(asset.name)
      else {
        groups.append((asset, [asset.name]))
        continue
      }
      let key = asset.likeness
      if let known = place[key] {
        groups[known].names.append(asset.name)
      } else {
        place[key] = groups.count
        groups.append((asset, [asset.name]))
      }
    }
    return groups
  }

  /// Assets that a contract, a goal or an option is about: what holds for one need not hold for its like.
  private static func namedElsewhere(in grid: GridModel) -> Set<String> {
    Set(
      grid.assets.flatMap(\.assetNames) + grid.goals.compactMap(\.asset)
        + grid.options.map(\.asset)
    )
  }
}

extension Asset {
  /// The kind, the zone and every parameter but the name, as text.
  fileprivate var likeness: [String] {
    [Self.type.name, zone]
      + Self.fields.filter { $0.name != "name" }.map { $0.text(in: self) ?? "" }
  }
}
