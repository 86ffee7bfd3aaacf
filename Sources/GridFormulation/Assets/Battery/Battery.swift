package import Hourly
package import Tables

/// A battery or other new-type storage.
///
/// The equations are those of ``StorageUnit``. Beside a plant it charges from that plant only, unless told, and shares
/// its connection: ``PlantConnection``. At a customer it lowers the load that is metered, so that a MWh given saves the
/// network's loss g as well; with y, power registered for peak response where asked:
///
///     injection[t] = (p⁻[t] − p⁺[t]) / (1 − g),    y = P
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// P | `power` | MW | – | plans and statistics
/// E | `energy` | MWh | – | plans and statistics
/// η⁺, η⁻ | `chargingEfficiency`, `dischargingEfficiency` | – | 0.95 (0.90 round trip) | assumed; Power-Lab pathways 2025 has 0.95 round trip
/// σ | `selfDischarge` | per hour | 0.0001 | assumed
/// L | `connection` | MW | capacity of the plant beside | plant data
package struct Battery: Asset {
  /// Where the storage stands.
  package enum Place: String, FieldWord {
    /// Beside a plant, whose output it charges from and whose connection it shares.
    case generation
    /// At the grid.
    case grid
    /// Behind a customer's meter, where it lowers the load that is metered.
    case user
  }

  package static let type = AssetType(
    name: "battery",
    summary: "A battery or other new-type storage."
  )

  package var name = ""
  package var zone = ""
  package var place = Place.grid
  package var beside = ""
  package var chargesFromGrid = false
  package var connection: Double?
  package var countsInResponse = false
  package var power = Power(megawatts: 0)
  package var energy = Energy(megawattHours: 0)
  package var chargingEfficiency = 0.95
  package var dischargingEfficiency = 0.95
  package var selfDischarge = 0.0001
  package var wear = 20.0
  package var cyclesPerDay: Double?
  package var startLevel = 0.5
  package var endRule = EndRule.atLeastStart
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0
  package var capacityPayment = 0.0

  package init() {}

  package static let columns: [Column<Battery>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the storage."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "place",
      \.place,
      limit: .none(.identity),
      "Beside a plant (see beside), at the grid, or at a customer, where it lowers metered load."
    ),
    Column(
      "beside",
      \.beside,
      limit: .none(.identity),
      "Plant it stands beside: it charges from that plant only and shares its connection."
    ),
    Column(
      "charges_from_grid",
      \.chargesFromGrid,
      limit: .part(of: .storagePower, to: true),
      "Whether a store beside a plant may charge from the grid as well."
    ),
    Column(
      "connection_mw",
      \.connection,
      in: 0...1e6,
      limit: .part(of: .storagePower),
      "Connection that plant and stores share; the plant's capacity where left empty."
    ),
    Column(
      "counts_in_peak_response",
      \.countsInResponse,
      limit: .none(.account),
      "Whether a store at a customer is registered for peak response with its power."
    ),
    Column(
      "power_mw",
      \.power,
      in: 0...1e6,
      required: true,
      limit: .part(of: .storagePower),
      "Charging and discharging power."
    ),
    Column(
      "energy_mwh",
      \.energy,
      in: 0...1e8,
      required: true,
      limit: .part(of: .storageEnergy),
      "Energy it holds."
    ),
    Column(
      "charging_efficiency",
      \.chargingEfficiency,
      in: 0.1...1,
      unit: .share,
      limit: .none(.conversion),
      "Efficiency of charging."
    ),
    Column(
      "discharging_efficiency",
      \.dischargingEfficiency,
      in: 0.1...1,
      unit: .share,
      limit: .none(.conversion),
      "Efficiency of discharging."
    ),
    Column(
      "self_discharge_per_hour",
      \.selfDischarge,
      in: 0...0.1,
      limit: .part(of: .storageEnergy, to: 0),
      "Share of the stored energy lost in an hour."
    ),
    Column(
      "wear_per_mwh",
      \.wear,
      in: 0...10_000,
      limit: .none(.price),
      "Wear per MWh discharged."
    ),
    Column(
      "cycles_per_day",
      \.cyclesPerDay,
      in: 0...50,
      limit: .part(of: .storageEnergy, to: nil),
      "Full cycles allowed a day; no limit where left empty."
    ),
    Column("start_pu", \.startLevel, in: 0...1, limit: .none(.boundary), "Level at the start."),
    Column("end_rule", \.endRule, limit: .none(.boundary), "What it must hold at the end."),
    Column(
      "provides_reserve",
      \.providesReserve,
      limit: .none(.reserve),
      "Whether it holds reserve."
    ),
    Column(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e6,
      limit: .none(.account),
      "Capacity added within the plan's period."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on use."
    ),
    .capitalCost(\.capitalCost),
    Column(
      "capacity_payment_per_kw_year",
      \.capacityPayment,
      in: 0...10_000,
      unit: .money(per: .kilowattYear),
      limit: .none(.account),
      "Yearly payment for its discharging power; settled apart, no part of the cost."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .battery,
      capacity: power.megawatts,
      newCapacity: newCapacity,
      energyCapacity: energy.megawattHours,
      roundTripEfficiency: chargingEfficiency * dischargingEfficiency,
      dischargingEfficiency: dischargingEfficiency,
      standingLoss: selfDischarge,
      startLevel: startLevel * energy.megawattHours,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      capacityPaymentPerKilowatt: capacityPayment,
      registeredResponse: countsInResponse && place == .user ? power.megawatts : 0
    )
  }

  /// The plant it stands beside; nil where it stands beside none.
  package var plant: String? { place == .generation && !beside.isEmpty ? beside : nil }

  package var namedAssets: [AssetUse] { plant.map { [AssetUse("beside", $0)] } ?? [] }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    .constant(power.megawatts * gridFactor(in: setting))
  }

  package func capability(in setting: Setting) -> Capability { storageUnit.capability }

  package func formulate(in desk: inout Desk) {
    guard power.megawatts > 0 else { return }
    var unit = storageUnit
    unit.gridFactor = gridFactor(in: desk.setting)
    unit.formulate(in: &desk)
  }

  /// Power at the grid per power at the store: a customer's saves the network's loss.
  package func gridFactor(in setting: Setting) -> Double {
    guard place == .user, let zone = setting.zones.first(where: { $0.name == zone }) else {
      return 1
    }
    return 1 / (1 - zone.gridLoss)
  }

  /// Batteries of as many hours are alike up to their size.
  package var likeness: Likeness? {
    let size = power.megawatts
    guard size > 0 else { return nil }
    let sizes: Set = ["power_mw", "energy_mwh", "new_capacity_mw"]
    let key = likenessKey(without: sizes) + ["\(energy.megawattHours / size)"]
    return Likeness(key: key, scale: size)
  }

  /// What it shares with other stores.
  package var storageUnit: StorageUnit {
    StorageUnit(
      store: StoredEnergy(
        owner: owner,
        capacity: energy.megawattHours,
        start: startLevel,
        end: endRule,
        standingLoss: selfDischarge
      ),
      chargingCapacity: power.megawatts,
      dischargingCapacity: power.megawatts,
      chargingEfficiency: chargingEfficiency,
      dischargingEfficiency: dischargingEfficiency,
      minimumDischarge: 0,
      wear: wear,
      chargingCost: 0,
      dischargingCost: 0,
      cyclesPerDay: cyclesPerDay,
      providesReserve: providesReserve
    )
  }
}
