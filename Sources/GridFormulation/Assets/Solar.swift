package import Hourly
package import Tables

/// PV, in central plants or on roofs, that delivers up to what the sun offers.
///
/// The equations are those of ``VariableRenewable``.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` | MW | – | statistics and plans
/// availability | `availability` | pu | – | series of the model
package struct Solar: RenewablePlant {
  /// Where the panels stand.
  package enum Kind: String, FieldWord {
    /// In plants of their own.
    case central
    /// On roofs and in yards.
    case distributed
  }

  package static let type = AssetType(name: "solar", summary: "PV, in central plants or on roofs.")

  package var name = ""
  package var zone = ""
  package var kind = Kind.central
  package var capacity = Power(megawatts: 0)
  package var availability = Profile.constant(0)
  package var curtailableShare = 1.0
  package var variableCost = 0.0
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Solar>] = ownColumns + Column.delivery

  private static let ownColumns: [Column<Solar>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the plants."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone they stand in; the model's only zone where left empty."
    ),
    Column(
      "kind",
      \.kind,
      limit: .none(.identity),
      "Whether the panels stand in plants of their own or on roofs."
    ),
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
      "Output that the sun offers, share of the capacity; a number or a series."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: kind == .central ? .centralSolar : .distributedSolar,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package var tieBreak: TieBreak { kind == .central ? .centralSolar : .distributedSolar }
}
