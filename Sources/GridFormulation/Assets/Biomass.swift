import Hourly
package import Tables

/// Biomass and waste plants with a yearly fuel limit.
///
///     m·c ≤ p[t] ≤ c,    Σ p[t]·rate ≤ fuel limit
///
/// The fuel limit is for a whole year and is cut to the hours that are solved.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` × (1 − `forcedOutage`) | MW | – | plans and statistics
/// m | `minimumOutput` | pu | 0.3 | assumed
/// rate | `fuelRate` | gce/kWh gross | 400 (31 %) | assumed
package struct Biomass: Asset {
  package static let type = AssetType(
    name: "biomass",
    summary: "Biomass and waste plants with a yearly fuel limit."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var minimumOutput = 0.3
  package var forcedOutage = 0.08
  package var fuelRate = 400.0
  package var fuelLimit: Double?
  package var variableCost = 350.0
  package var ownUse = 0.1
  package var sulphurDioxide = 0.2
  package var nitrogenOxides = 0.5
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Biomass>] = [
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
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Gross capacity."
    ),
    Column(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Output that always runs, share of the available capacity."
    ),
    Column(
      "forced_outage_pu",
      \.forcedOutage,
      in: 0...0.9,
      limit: .none(.given),
      "Derating for outages, in all hours."
    ),
    Column(
      "fuel_rate_g_per_kwh",
      \.fuelRate,
      in: 150...1000,
      limit: .none(.conversion),
      "Fuel burnt, as coal equivalent, per gross energy."
    ),
    Column(
      "fuel_limit_tce_per_year",
      \.fuelLimit,
      in: 0...1e9,
      limit: .part(of: .fuelLimit, to: nil),
      "Fuel that can be had in a year, as coal equivalent; no limit where left empty."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...5000,
      limit: .none(.price),
      "Fuel and variable cost per gross MWh."
    ),
    Column(
      "own_use_pu",
      \.ownUse,
      in: 0...0.4,
      limit: .none(.conversion),
      "Share of the gross output used by the plant."
    ),
    Column(
      "so2_kg_per_mwh",
      \.sulphurDioxide,
      in: 0...50,
      limit: .none(.conversion),
      "SO2 per gross MWh."
    ),
    Column(
      "nox_kg_per_mwh",
      \.nitrogenOxides,
      in: 0...50,
      limit: .none(.conversion),
      "NOx per gross MWh."
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
      "Yearly upkeep that does not depend on output."
    ),
    .capitalCost(\.capitalCost),
  ]

  /// Gross capacity less outages, MW.
  package var available: Double { capacity.megawatts * (1 - forcedOutage) }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .biomass,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      grossOutput: .recorded
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard let fuelLimit else { return [] }
    let needed = minimumOutput * available * fuelRate / 1000 * Double(setting.hoursOfYear)
    guard fuelLimit < needed else { return [] }
    return [
      Complaint(
        "fuel_limit_tce_per_year",
        "does not last for the minimum output, which burns \(needed.rounded()) tce a year",
        fix: "Lower minimum_output_pu or raise the limit."
      )
    ]
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: .constant((1 - ownUse) * available))
  }

  package func formulate(in desk: inout Desk) {
    guard available > 0 else { return }
    let gross = desk.variable(
      "output",
      from: .constant(minimumOutput * available),
      to: .constant(available)
    )
    let burnt = fuelRate / 1000 * gross
    if let fuelLimit, fuelLimit < fuelRate / 1000 * available * Double(desk.setting.hoursOfYear) {
      desk.requireTotal(
        "fuel limit",
        burnt,
        over: desk.steps,
        atMost: fuelLimit * desk.setting.yearShare,
        isGlobal: true
      )
    }
    desk.record(.gross, gross)
    desk.record(.fuel, burnt)
    desk.record(.sulphurDioxide, sulphurDioxide * gross)
    desk.record(.nitrogenOxides, nitrogenOxides * gross)
    desk.contribute(HourlySum(.constant(available)), to: \.synchronous)
    desk.charge(.operation, .constant(variableCost), for: gross)
    desk.inject((1 - ownUse) * gross)
  }
}
