import GridDispatch
import GridFormulation

/// What a store took in, gave back and lost.
public struct StorageFigures: Sendable {
  /// Energy taken from the grid, MWh.
  public let charged: Double
  /// Energy given to the grid, MWh.
  public let discharged: Double
  /// What charging, discharging and holding cost, MWh; what is stored at the end or spilled is not lost.
  public let lost: Double
  /// Charged and discharged in the same hour, the smaller of both, MWh.
  public let overlap: Double
  /// Hours in which it charged and discharged by more than a MW at once.
  public let overlapHours: Int
  /// Full cycles over the hours, as `cycles_per_day` counts them; nil where it holds nothing.
  public let cycles: Double?
  /// The same a day, on average.
  public let cyclesPerDay: Double?

  init?(of asset: AssetSummary, series: [Schedule.Series]) {
    func values(_ quantity: ResultQuantity) -> [Double]? {
      series.first { $0.quantity == quantity }?.values
    }
    guard
      asset.facts.technology.isStorage, let charging = values(.charging),
      let discharging = values(.discharging)
    else { return nil }
    charged = charging.reduce(0, +)
    discharged = discharging.reduce(0, +)
    overlap = zip(charging, discharging).reduce(0) { $0 + max(0, min($1.0, $1.1)) }
    overlapHours = zip(charging, discharging).reduce(0) { $0 + (min($1.0, $1.1) > 1 ? 1 : 0) }
    lost = Self.lost(
      charging: charging,
      discharging: discharging,
      level: values(.storedEnergy) ?? [],
      start: values(.storedAtStart)?.first ?? asset.facts.startLevel ?? 0,
      facts: asset.facts
    )
    cycles = asset.facts.cycles(discharging: discharged)
    cyclesPerDay = cycles.map { $0 * 24 / Double(max(discharging.count, 1)) }
  }

  /// What both ways and the standing loss take: `(1−η⁺)·p⁺ + (1/η⁻−1)·p⁻ + σ·e` of the hour before.
  private static func lost(
    charging: [Double],
    discharging: [Double],
    level: [Double],
    start: Double,
    facts: AssetFacts
  ) -> Double {
    let both = facts.roundTripEfficiency ?? facts.dischargingEfficiency ?? 1
    let out = facts.dischargingEfficiency ?? both.squareRoot()
    let into = both / out
    let moved =
      (1 - into) * charging.reduce(0, +) + (1 / out - 1) * discharging.reduce(0, +)
    guard facts.standingLoss > 0 else { return moved }
    return moved + facts.standingLoss * (start + level.dropLast().reduce(0, +))
  }
}
