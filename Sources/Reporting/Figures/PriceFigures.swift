public import GridDispatch

/// The prices of a zone over the hours, in the model's currency per MWh.
public struct PriceFigures: Sendable {
  /// The zone.
  public let zone: String
  /// The mean over the hours.
  public let mean: Double
  /// The mean weighted with demand.
  public let demandWeightedMean: Double
  /// The lowest hour.
  public let lowest: Double
  /// The highest hour.
  public let highest: Double
  /// Hours at or below zero, to a hundredth.
  public let hoursAtZero: Int

  /// The prices of every zone that has them, in the schedule's order.
  public static func all(of schedule: Schedule) -> [PriceFigures] {
    schedule.series(of: .price).compactMap { price in
      let demand = schedule.series(of: .demand).first { $0.zone == price.zone }?.values ?? []
      guard let lowest = price.values.min(), let highest = price.values.max() else { return nil }
      let weight = demand.reduce(0, +)
      let mean = price.values.reduce(0, +) / Double(price.values.count)
      let weighted = zip(price.values, demand).reduce(0) { $0 + $1.0 * $1.1 }
      return PriceFigures(
        zone: price.zone,
        mean: mean,
        demandWeightedMean: weight > 0 ? weighted / weight : mean,
        lowest: lowest,
        highest: highest,
        hoursAtZero: price.values.reduce(0) { $0 + ($1 <= 0.01 ? 1 : 0) }
      )
    }
  }
}
