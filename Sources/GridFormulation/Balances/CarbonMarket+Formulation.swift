import Hourly

extension CarbonMarket {
  /// Puts the allowances into the objective where they count in bids; the assets have formulated before.
  package static func formulate(_ assets: [any Asset], in model: inout DispatchModel) {
    guard let market = model.setting.carbonMarket, market.bid == .netOfAllowance else { return }
    let worth = (-market.freeShare) * model.setting.pricedCarbon
    for asset in assets {
      guard let benchmark = market.benchmark(of: asset.facts) else { continue }
      let own = model.records.filter { $0.owner.name == asset.name }
      let output = Self.output(in: Set(own.map(\.quantity)), for: benchmark.basis)
      for record in own {
        let rate: Double =
          switch record.quantity {
          case output: benchmark.rate
          case .heat: 3.6 * benchmark.heatRate
          default: 0
          }
        guard rate > 0 else { continue }
        model.atDesk(of: asset) { desk in
          desk.part(record.owner.part, in: record.owner.zone) {
            $0.charge(.allowance, rate * worth, for: record.sum)
          }
        }
      }
    }
  }
}
