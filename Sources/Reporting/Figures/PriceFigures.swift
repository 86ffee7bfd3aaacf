public import GridDispatch
import GridFormulation

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
  /// Hours with a price that cannot be told from nothing.
  public let hoursAtZero: Int
  /// Hours with a price below that.
  public let hoursBelowZero: Int

  /// The prices of every zone that has them, in the schedule's order.
  ///
  /// `lostLoad` holds the value of lost load by zone: a millionth of it cannot be told from nothing.
  public static func all(of schedule: Schedule, lostLoad: [String: Double]) -> [PriceFigures] {
    schedule.series(of: .price).compactMap { price in
      let accuracy = Accuracy.price(upTo: lostLoad[price.zone] ?? 0)
      let values = price.values.map { $0.settled(to: accuracy) }
      let demand = schedule.series(of: .demand).first { $0.zone == price.zone }?.values ?? []
      guard let lowest = values.min(), let highest = values.max() else { return nil }
      let weight = demand.reduce(0, +)
      let mean = values.reduce(0, +) / Double(values.count)
      let weighted = zip(values, demand).reduce(0) { $0 + $1.0 * $1.1 }
      return PriceFigures(
        zone: price.zone,
        mean: mean,
        demandWeightedMean: weight > 0 ? weighted / weight : mean,
        lowest: lowest,
        highest: highest,
        hoursAtZero: values.filter { $0 == 0 }.count,
        hoursBelowZero: values.filter { $0 < 0 }.count
      )
    }
  }
}
