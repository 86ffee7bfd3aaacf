import Tables

/// What assets have to do with each other: who names whom, and who formulates first.
package enum AssetLinks {
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
  package static func ordered(_ assets: [any Asset]) -> [any Asset] {
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
}
