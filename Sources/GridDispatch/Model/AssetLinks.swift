import Grid

/// What assets have to do with each other: who names whom, and who formulates first.
enum AssetLinks {
  /// The assets, each told of the others.
  static func linked(_ assets: [any Asset]) -> [any Asset] {
    assets.map { asset in
      var linked = asset
      linked.link(to: assets)
      return linked
    }
  }

  /// The assets in their order, save that each comes after those it builds on.
  ///
  /// Where they build on each other in a circle, which reading refuses, the order stays.
  static func ordered(_ assets: [any Asset]) -> [any Asset] {
    guard assets.contains(where: { !$0.prerequisites.isEmpty }) else { return assets }
    var positions: [String: Int] = [:]
    for (index, asset) in assets.enumerated() { positions[asset.name] = index }
    var isPlaced = [Bool](repeating: false, count: assets.count)
    var isWaiting = isPlaced
    var result: [any Asset] = []
    func place(_ index: Int) {
      guard !isPlaced[index], !isWaiting[index] else { return }
      isWaiting[index] = true
      for name in assets[index].prerequisites {
        if let before = positions[name] { place(before) }
      }
      isPlaced[index] = true
      result.append(assets[index])
    }
    for index in assets.indices { place(index) }
    return result
  }

  /// Tells of names that are no asset's, and of rules between assets.
  static func check(_ read: [ReadAsset], in setting: Setting, _ log: inout IssueLog) {
    let assets = linked(read.map(\.asset))
    let names = assets.map(\.name)
    let known = Set(names)
    for (entry, asset) in zip(read, assets) where entry.isSound {
      for use in asset.namedAssets where !known.contains(use.name) {
        log.append(
          entry.row.issue(
            field: use.field,
            rule: "\(use.name) is not an asset of the model",
            mend: NearestName.mend(use.name, among: names)
          )
        )
      }
      for complaint in asset.complaints(among: assets, in: setting) {
        log.append(
          entry.row.issue(
            complaint.severity,
            field: complaint.field,
            rule: complaint.rule,
            mend: complaint.mend
          )
        )
      }
    }
  }
}
