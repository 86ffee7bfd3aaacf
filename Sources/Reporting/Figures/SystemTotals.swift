public import GridDispatch
public import GridFormulation
import GridGoals

/// What the whole system made, used, curtailed and emitted over the hours.
public struct SystemTotals: Sendable {
  /// Wind, PV or both: what was offered and what of it was not delivered.
  public struct Curtailment: Sendable {
    /// What it counts, such as `wind`.
    public let name: String
    /// Available energy, MWh.
    public let available: Double
    /// Curtailed energy, MWh.
    public let curtailed: Double
    /// The share that was curtailed; nil where nothing was available.
    public var rate: Double? { available > 0 ? curtailed / available : nil }
  }

  /// Demand with network losses, MWh.
  public let demand: Double
  /// Demand that was not served, MWh.
  public let unserved: Double
  /// Net generation, MWh.
  public let generation: Double
  /// Net generation without fossil fuel, MWh.
  public let nonFossilGeneration: Double
  /// Bought from outside, MWh.
  public let imported: Double
  /// Sold to the outside, MWh.
  public let exported: Double
  /// Wind, PV, and both.
  public let curtailment: [Curtailment]
  /// What stores did not give back, MWh.
  public let storageLoss: Double
  /// What of it was lost by charging and discharging in the same hour, MWh.
  public let burntByStorage: Double
  /// Energy that corridors and lines lose beyond the least that the zones' net positions need, MWh.
  public let burntByNetwork: Double
  /// Load called off the grid, MWh.
  public let called: Double
  /// Load put off, MWh.
  public let deferred: Double
  /// Coal burnt by all assets, whatever their technology, tce.
  public let coal: Double
  /// Fuel burnt by all assets, by what it is, tce.
  public let fuels: [(kind: FuelKind, amount: Double)]
  /// All fuel burnt, tce.
  public let fuel: Double
  /// CO2 emitted, t.
  public let carbonDioxide: Double
  /// CO2 captured, t.
  public let carbonCaptured: Double
  /// SO2 emitted, t.
  public let sulphurDioxide: Double
  /// Nitrogen oxides emitted, t.
  public let nitrogenOxides: Double

  /// Adds up the figures of all assets and zones, in a result whose schedule is settled.
  public init(of assets: [AssetFigures], in result: DispatchResult, schedule: Schedule) {
    func sum(
      _ value: (AssetFigures) -> Double?,
      where isIncluded: (Technology) -> Bool = { _ in true }
    ) -> Double {
      assets.reduce(0) { sum, figures in
        sum + (isIncluded(figures.asset.facts.technology) ? value(figures) ?? 0 : 0)
      }
    }
    func curtailment(_ name: String, _ isIncluded: (Technology) -> Bool) -> Curtailment {
      Curtailment(
        name: name,
        available: sum(\.available, where: isIncluded),
        curtailed: sum(\.curtailed, where: isIncluded)
      )
    }
    demand = schedule.total(.demand)
    unserved = schedule.total(.unserved)
    generation = sum(\.injected) { $0.isGeneration }
    nonFossilGeneration = sum(\.injected) { $0.isNonFossil }
    imported = schedule.total(.imported)
    exported = schedule.total(.exported)
    self.curtailment = [
      curtailment("wind") { $0.isWind },
      curtailment("solar") { $0.isSolar },
      curtailment("windAndSolar") { $0.isWind || $0.isSolar },
    ]
    storageLoss = sum { $0.storage?.lost }
    burntByStorage = result.burntByStorage
    burntByNetwork = result.burntByNetwork
    called = schedule.total(.called)
    deferred = schedule.total(.deferred)
    coal = sum(\.coal)
    fuels = FuelKind.allCases.map { kind in
      let amount = assets.reduce(0) { $0 + ($1.asset.burntFuel == kind ? $1.fuel ?? 0 : 0) }
      return (kind, amount)
    }
    fuel = sum(\.fuel)
    carbonDioxide = sum(\.carbonDioxide)
    carbonCaptured = sum(\.carbonCaptured)
    sulphurDioxide = sum(\.sulphurDioxide)
    nitrogenOxides = sum(\.nitrogenOxides)
  }

  /// Energy supplied to demand, MWh.
  public var supplied: Double { demand - unserved }
}
