import GridDispatch
import GridFormulation
import Tables

extension Schedule {
  /// The schedule without what cannot be told from nothing, each series by the size of its owner.
  ///
  /// Prices are told apart by the value of lost load, see ``PriceFigures``.
  func settled(by assets: [AssetSummary]) -> Schedule {
    var sizes: [String: Double] = [:]
    for asset in assets {
      let link = asset.facts.link.map { max($0.forwardLimit, $0.backwardLimit) } ?? 0
      sizes[asset.name] = max(asset.facts.capacity, link)
    }
    for entry in series where entry.quantity == .demand || entry.quantity == .heatDemand {
      sizes[entry.owner] = max(sizes[entry.owner] ?? 0, entry.values.max() ?? 0)
    }
    let prices: Set<ResultQuantity> = [.price, .heatPrice, .reserveUpPrice, .reserveDownPrice]
    var settled = self
    for (index, entry) in series.enumerated() where !prices.contains(entry.quantity) {
      let accuracy = Accuracy.power(upTo: sizes[entry.owner] ?? 0)
      guard entry.values.contains(where: { $0 != 0 && abs($0) <= accuracy }) else { continue }
      settled.series[index].values = entry.values.map { $0.settled(to: accuracy) }
    }
    return settled
  }
}
