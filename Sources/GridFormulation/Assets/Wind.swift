package import Hourly
package import Tables

/// Wind farms, on land or at sea, that deliver up to what the wind offers.
///
/// The equations are those of ``VariableRenewable``.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` | MW | – | statistics and plans
/// availability | `availability` | pu | – | series of the model
package struct Wind: RenewablePlant {
  /// Where the turbines stand.
  package enum Kind: String, FieldWord {
    /// On land.
    case onshore
    /// At sea.
    case offshore
  }

  package static let type = AssetType(name: "wind", summary: "Wind farms, on land or at sea.")

  package var name = ""
  package var zone = ""
  package var kind = Kind.onshore
  package var capacity = Power(megawatts: 0)
  package var availability = Profile.constant(0)
  package var curtailableShare = 1.0
  package var variableCost = 0.0
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Wind>] = ownColumns + Column.delivery

  private static let ownColumns: [Column<Wind>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the farms."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone they stand in; the model's only zone where left empty."
    ),
    Column("kind", \.kind, limit: .none(.identity), "Where the turbines stand."),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Capacity in the mean."
    ),
    Column(
      "availability",
      \.availability,
      in: 0...1,
      required: true,
      unit: .share,
      limit: .none(.given),
      "Output that the wind offers, share of the capacity; a number or a series."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: kind == .onshore ? .onshoreWind : .offshoreWind,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package var tieBreak: TieBreak { kind == .onshore ? .onshoreWind : .offshoreWind }
}
