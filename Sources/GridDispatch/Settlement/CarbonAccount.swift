import GridFormulation
import Hourly
import Tables

/// What plants emit, what they may, and what the difference is worth in the carbon market.
public struct CarbonAccount: Sendable, Hashable {
  /// One plant that takes part.
  public struct Plant: Sendable, Hashable {
    /// The plant's name.
    public let name: String
    /// The zone it stands in.
    public let zone: String
    /// CO2 emitted, t.
    public package(set) var emitted = 0.0
    /// CO2 captured, t.
    public package(set) var captured = 0.0
    /// Free allowance by its output and heat, t.
    public package(set) var allowance = 0.0
    /// What allowance less emissions are worth, hour by hour at the price, in the model's currency.
    public package(set) var value = 0.0

    /// Allowance less emissions, t; what is short must be bought.
    public var position: Double { allowance - emitted }
  }

  /// The plants in the order of the model.
  public package(set) var plants: [Plant]
  /// What the objective held: `none`, `emissions` or `net-of-allowance`.
  public let bid: String

  /// The account of a schedule; nil where the model has no market.
  init?(of schedule: Schedule, among assets: [AssetSummary], in setting: Setting) {
    guard let market = setting.carbonMarket else { return nil }
    bid = market.bid.rawValue
    let price = market.price.map { setting.value(of: $0) } ?? setting.value(of: setting.carbonPrice)
    plants = assets.compactMap { asset in
      guard let benchmark = market.benchmark(of: asset.facts) else { return nil }
      let own = schedule.series.filter { $0.owner == asset.name }
      let output = CarbonMarket.output(in: Set(own.map(\.quantity)), for: benchmark.basis)
      var plant = Plant(name: asset.name, zone: asset.zone)
      for series in own {
        let sum = series.values.reduce(0, +)
        let worth = series.values.indices.reduce(0) { $0 + price[$1] * series.values[$1] }
        var rate = 0.0
        switch series.quantity {
        case .carbonDioxide:
          plant.emitted += sum
          plant.value -= worth
        case .carbonCaptured: plant.captured += sum
        case output: rate = market.freeShare * benchmark.rate
        case .heat: rate = 3.6 * market.freeShare * benchmark.heatRate
        default: continue
        }
        plant.allowance += rate * sum
        plant.value += rate * worth
      }
      return plant
    }
  }
}
