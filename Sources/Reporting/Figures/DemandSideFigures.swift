import GridDispatch
import GridFormulation

/// What a flexible load did: calls, load put off, own output, and what it made.
public struct DemandSideFigures: Sendable {
  /// Load called off the grid or dropped, MWh.
  public let called: Double?
  /// Load put off, MWh.
  public let deferred: Double?
  /// Output of its plant behind the meter, MWh.
  public let ownOutput: Double?
  /// Hydrogen made, MWh of its lower heating value.
  public let hydrogen: Double?
  /// Hydrogen that was due and not delivered, MWh.
  public let hydrogenMissing: Double?
  /// Fresh water made, m³.
  public let water: Double?
  /// Fresh water that was due and not delivered, m³.
  public let waterMissing: Double?

  /// Adds up the series of a flexible load; nil for what is none.
  init?(of asset: AssetSummary, series: [Schedule.Series]) {
    guard asset.facts.technology.isFlexibleLoad else { return nil }
    func sum(_ quantities: ResultQuantity...) -> Double? {
      let own = series.filter { quantities.contains($0.quantity) }
      return own.isEmpty ? nil : own.reduce(0) { $0 + $1.values.reduce(0, +) }
    }
    called = sum(.called, .reduced, .aggregated)
    deferred = sum(.deferred)
    ownOutput = sum(.captiveOutput)
    hydrogen = sum(.hydrogenMade)
    hydrogenMissing = sum(.unmetHydrogen)
    water = sum(.waterMade)
    waterMissing = sum(.unmetWater)
  }
}
