public import GridFormulation

/// Fuel burnt and what was emitted, technology by technology: the rows add up to the system's totals.
public struct EmissionFigures: Sendable {
  /// What all assets of a technology burnt and emitted.
  public struct Row: Sendable {
    /// The technology.
    public let technology: Technology
    /// Coal burnt, whatever the technology, tce.
    public let coal: Double
    /// Other fuel burnt, tce.
    public let otherFuel: Double
    /// CO2 emitted, less what is captured, t.
    public let carbonDioxide: Double
    /// CO2 captured, t.
    public let carbonCaptured: Double
    /// SO2 emitted, t.
    public let sulphurDioxide: Double
    /// Nitrogen oxides emitted, t.
    public let nitrogenOxides: Double
  }

  /// The technologies that burn or emit anything.
  public let rows: [Row]

  /// Adds up the figures of assets.
  init(of assets: [AssetFigures]) {
    rows = Technology.allCases.compactMap { technology in
      let group = assets.filter { $0.asset.facts.technology == technology }
      func sum(_ value: (AssetFigures) -> Double?) -> Double {
        group.reduce(0) { $0 + (value($1) ?? 0) }
      }
      let row = Row(
        technology: technology,
        coal: sum(\.coal),
        otherFuel: sum(\.fuel) - sum(\.coal),
        carbonDioxide: sum(\.carbonDioxide),
        carbonCaptured: sum(\.carbonCaptured),
        sulphurDioxide: sum(\.sulphurDioxide),
        nitrogenOxides: sum(\.nitrogenOxides)
      )
      let isThere = group.contains { $0.fuel != nil || $0.carbonDioxide != nil }
      return isThere ? row : nil
    }
  }
}
