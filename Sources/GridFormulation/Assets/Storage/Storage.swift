package import Hourly
package import Tables

/// A store given by what it can hold, take in and give, whatever it is made of.
///
/// The equations are those of ``StorageUnit`` and ``StoredEnergy``. It stands for a store of a published test system
/// or of another program; ``Battery``, ``PumpedHydro`` and ``Hydro`` say more where the kind is known.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// P⁺, P⁻ | `chargingCapacity`, `dischargingCapacity` | MW | 0 | data of the system
/// E | `energy` | MWh | – | data of the system
/// η⁺, η⁻ | `chargingEfficiency`, `dischargingEfficiency` | – | 1 | data of the system
/// σ | `standingLoss` | per hour | 0 | data of the system
/// w | `inflow` | MW | 0 | series of the model
/// a⁺, a⁻ | `chargingLimit`, `dischargingLimit` | pu | 1 | series of the model
package struct Storage: Expandable {
  /// What it is made of, as goals and reports count it.
  package enum Kind: String, FieldWord {
    case battery
    case pumpedHydro = "pumped hydro"
    case hydro
    case other
  }

  package static let type = AssetType(
    name: "storage",
    summary: "A store given by what it can hold, take in and give, whatever it is made of."
  )

  package var name = ""
  package var zone = ""
  package var kind = Kind.other
  package var carrier: String?
  package var chargingCapacity = Power(megawatts: 0)
  package var dischargingCapacity = Power(megawatts: 0)
  package var energy = Energy(megawattHours: 0)
  package var chargingEfficiency = 1.0
  package var dischargingEfficiency = 1.0
  package var standingLoss = 0.0
  package var inflow = Profile.constant(0)
  package var chargingLimit = Profile.constant(1)
  package var dischargingLimit = Profile.constant(1)
  package var spillCost = Profile.constant(0)
  package var chargingCost = Profile.constant(0)
  package var dischargingCost = Profile.constant(0)
  package var start = 0.0
  package var startMinimum: Double?
  package var startMaximum: Double?
  package var startCost = 0.0
  package var endValue = 0.0
  package var endRule = EndRule.free
  package var minimumLevel = Profile.constant(0)
  package var maximumLevel = Profile.constant(1)
  package var level: Profile?
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capacityPayment = 0.0
  package var expansion = Expansion()

  package init() {}

  package static let columns: [Column<Storage>] =
    sizeColumns + levelColumns + Column<Storage>.expansion

  package var facts: AssetFacts {
    let technology: Technology =
      switch kind {
      case .battery: .battery
      case .pumpedHydro: .pumpedHydro
      case .hydro: .hydro
      case .other: .otherStorage
      }
    let takesIn = chargingCapacity.megawatts > 0
    return AssetFacts(
      technology: technology,
      capacity: dischargingCapacity.megawatts,
      newCapacity: newCapacity,
      energyCapacity: energy.megawattHours,
      roundTripEfficiency: takesIn ? chargingEfficiency * dischargingEfficiency : nil,
      dischargingEfficiency: dischargingEfficiency,
      standingLoss: standingLoss,
      startLevel: startRange == nil && endRule != .cyclic ? start : nil,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: expansion.capitalCost / 1000,
      capacityPaymentPerKilowatt: capacityPayment
    )
  }

  package func capability(in setting: Setting) -> Capability {
    storageUnit(in: setting).capability
  }

  package func formulate(in desk: inout Desk) {
    guard dischargingCapacity.megawatts > 0 else { return }
    let unit = storageUnit(in: desk.setting)
    if kind == .hydro {
      let rated = HourlySum(.constant(unit.dischargingCapacity))
      desk.contribute(rated, to: \.synchronous)
    }
    unit.formulate(in: &desk)
  }

  /// What it shares with other stores.
  package func storageUnit(in setting: Setting) -> StorageUnit {
    StorageUnit(
      store: StoredEnergy(
        owner: owner,
        capacity: energy.megawattHours,
        start: energy.megawattHours > 0 ? start / energy.megawattHours : 0,
        end: endRule,
        standingLoss: standingLoss,
        startRange: startRange,
        startCost: startCost,
        endValue: endValue,
        lowest: setting.value(of: minimumLevel),
        highest: setting.value(of: maximumLevel),
        given: level.map { setting.value(of: $0) }
      ),
      chargingCapacity: chargingCapacity.megawatts,
      dischargingCapacity: dischargingCapacity.megawatts,
      chargingEfficiency: chargingEfficiency,
      dischargingEfficiency: dischargingEfficiency,
      minimumDischarge: 0,
      wear: 0,
      chargingCost: setting.value(of: chargingCost),
      dischargingCost: setting.value(of: dischargingCost),
      cyclesPerDay: nil,
      providesReserve: providesReserve,
      inflow: setting.value(of: inflow),
      spillCost: setting.value(of: spillCost),
      chargingLimit: setting.value(of: chargingLimit),
      dischargingLimit: setting.value(of: dischargingLimit)
    )
  }

  /// The levels between which the start is open; nil where it is given.
  package var startRange: ClosedRange<Double>? {
    guard startMinimum != nil || startMaximum != nil else { return nil }
    let least = startMinimum ?? 0
    return least...max(least, startMaximum ?? energy.megawattHours)
  }
}
