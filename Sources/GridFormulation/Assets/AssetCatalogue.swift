package import Tables

/// Every kind of asset that a model folder can hold.
package enum AssetCatalogue {
  /// The kinds, in the order in which they are read, formulated and reported.
  package static let kinds: [AssetKind] = [
    AssetKind(Nuclear.self), AssetKind(Coal.self), AssetKind(Chp.self), AssetKind(Gas.self),
    AssetKind(Biomass.self),
    AssetKind(Hydro.self), AssetKind(Wind.self), AssetKind(Solar.self),
    AssetKind(PumpedHydro.self), AssetKind(Battery.self), AssetKind(InterruptibleLoad.self),
    AssetKind(ShiftableLoad.self), AssetKind(EVCharging.self), AssetKind(Industry.self),
    AssetKind(CaptivePlant.self), AssetKind(PriceResponsiveLoad.self),
    AssetKind(Hydrogen.self), AssetKind(Desalination.self), AssetKind(VirtualPowerPlant.self),
    AssetKind(Interchange.self), AssetKind(Corridor.self),
    AssetKind(Line.self), AssetKind(Generator.self), AssetKind(Storage.self),
    AssetKind(Converter.self),
    AssetKind(HeatBoiler.self), AssetKind(ElectricBoiler.self), AssetKind(HeatPump.self),
    AssetKind(HeatStorage.self), AssetKind(HeatTransfer.self),
  ]

  /// The kind of a name.
  package static func kind(named name: String) -> AssetKind? {
    kinds.first { $0.type.name == name }
  }
}

/// A kind of asset: its table, its parameters and how a table becomes assets.
package struct AssetKind: Sendable {
  package let type: AssetType
  /// An asset of the kind with every parameter at its default.
  package let prototype: any Asset
  package let fields: [FieldDescription]
  /// What each field is to explanations, in the same order: part of a class of limits, or none for a reason.
  package let limits: [(cause: PhysicalCause?, reason: NoLimit?)]
  package let read: @Sendable (Table, inout IssueLog) -> [ReadAsset]

  package init<Kind: Asset>(_ kind: Kind.Type) {
    type = kind.type
    prototype = Kind()
    let declared = kind.fields
    fields = declared.map { $0.description(prototype: Kind()) }
    limits = kind.columns.map { ($0.cause, $0.reason) }
    read = { table, log in
      TableReader.read(table, fields: declared, prototype: Kind(), log: &log).map {
        row,
        asset,
        isSound in
        ReadAsset(
          asset: asset,
          row: row,
          isSound: isSound,
          profiles: declared.compactMap { $0.series(in: asset) }
        )
      }
    }
  }
}

/// An asset with the place it was read from.
package struct ReadAsset: Sendable {
  package var asset: any Asset
  package let row: RowLocation
  /// Whether every cell of the row could be read; what could not keeps its default.
  package let isSound: Bool
  package let profiles: [SeriesUse]
}
