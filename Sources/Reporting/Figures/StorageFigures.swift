import GridDispatch

/// What a store took in, gave back and lost.
public struct StorageFigures: Sendable {
  /// Energy taken from the grid, MWh.
  public let charged: Double
  /// Energy given to the grid, MWh.
  public let discharged: Double
  /// What did not come back, MWh; what is stored at the end is not lost.
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
      efficiency: asset.facts.roundTripEfficiency ?? 1
    )
    cycles = asset.facts.cycles(discharging: discharged)
    cyclesPerDay = cycles.map { $0 * 24 / Double(max(discharging.count, 1)) }
  }

  /// Energy in less energy out less what the level rose by.
  ///
  /// Series tell the level from the end of the first hour on; the loss in that hour is taken from
  /// the round-trip efficiency, shared evenly by both ways.
  private static func lost(
    charging: [Double],
    discharging: [Double],
    level: [Double],
    efficiency: Double
  ) -> Double {
    guard let first = level.first, let last = level.last else { return 0 }
    let oneWay = efficiency.squareRoot()
    let inFirst = (1 - oneWay) * charging[0] + (1 / oneWay - 1) * discharging[0]
    let taken = charging.dropFirst().reduce(0, +) - discharging.dropFirst().reduce(0, +)
    return inFirst + taken - (last - first)
  }
}
