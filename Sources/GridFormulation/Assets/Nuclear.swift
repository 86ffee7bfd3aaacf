package import Hourly
package import Tables

/// A nuclear plant of like units: base load with a minimum, a slow ramp and refuelling outages.
///
///     m·c[t] ≤ p[t] ≤ c[t],    |p[t] − p[t−1]| ≤ R·c[t] + |c[t] − c[t−1]|
///
/// with gross output p and c the capacity of the units that are not refuelling, less forced outages in all
/// hours; each refuelling window takes one unit out.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | (`units` − refuelling) × `unitSize` × (1 − `forcedOutage`) | MW | – | unit lists
/// m | `minimumOutput` | pu | 0.7 | PyPSA-China-PIK configuration (0.70 to 0.88)
/// R | `ramp` | pu/h | 0.05 | assumed
package struct Nuclear: Asset {
  package static let type = AssetType(
    name: "nuclear",
    summary: "A nuclear plant: base load with refuelling outages."
  )

  package var name = ""
  package var zone = ""
  package var unitSize = Power(megawatts: 1000)
  package var units = 1
  package var minimumOutput = 0.7
  package var maximumOutput = 1.0
  package var ramp = 0.05
  package var forcedOutage = 0.0
  package var refuelling = [CalendarWindow]()
  package var variableCost = 60.0
  package var ownUse = 0.06
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Nuclear>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the plant."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "unit_size_mw",
      \.unitSize,
      in: 1...2000,
      required: true,
      limit: .none(.size),
      "Gross capacity of one unit."
    ),
    Column(
      "units",
      \.units,
      in: 0...100,
      required: true,
      unit: .plain,
      limit: .none(.size),
      "Number of units."
    ),
    Column(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Minimum output, share of the units in service."
    ),
    Column(
      "maximum_output_pu",
      \.maximumOutput,
      in: 0...1,
      limit: .none(.given),
      "Largest output, share of the units in service."
    ),
    Column(
      "ramp_pu_per_hour",
      \.ramp,
      in: 0.001...60,
      limit: .part(of: .ramps, to: 60),
      "Ramp limit an hour."
    ),
    Column(
      "forced_outage_pu",
      \.forcedOutage,
      in: 0...0.9,
      limit: .none(.given),
      "Derating for forced outages, in all hours."
    ),
    Column(
      "refuelling",
      \.refuelling,
      limit: .none(.given),
      "Dates of refuelling; each window takes one unit out, windows may overlap."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      limit: .none(.price),
      "Fuel and variable cost per gross MWh."
    ),
    Column(
      "own_use_pu",
      \.ownUse,
      in: 0...0.3,
      limit: .none(.conversion),
      "Share of the gross output used by the plant."
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

  /// Gross capacity of all units, MW.
  package var capacity: Double { Double(units) * unitSize.megawatts }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .nuclear,
      capacity: capacity,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      grossOutput: .recorded
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard minimumOutput > maximumOutput else { return [] }
    return [
      Complaint(
        "minimum_output_pu",
        "must not exceed maximum_output_pu (\(maximumOutput))",
        fix: "Lower it, or raise maximum_output_pu."
      )
    ]
  }

  /// Gross capacity of the units that are not refuelling, less forced outages, MW.
  package func inService(in setting: Setting) -> HourlyValue {
    let out = setting.count(of: refuelling).map { min($0, Double(units)) }
    return out.map { (Double(units) - $0) * unitSize.megawatts * (1 - forcedOutage) }
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: (1 - ownUse) * maximumOutput * inService(in: setting))
  }

  package func formulate(in desk: inout Desk) {
    guard capacity > 0 else { return }
    let inService = inService(in: desk.setting)
    let gross = desk.variable(
      "output",
      from: minimumOutput * inService,
      to: maximumOutput * inService
    )
    if ramp < maximumOutput - minimumOutput {
      let step = ramp * inService + desk.change(of: inService)
      desk.require("ramp up", gross - gross.before <= HourlySum(step), from: 1)
      desk.require("ramp down", gross.before - gross <= HourlySum(step), from: 1)
    }
    desk.noteUnit(of: unitSize.megawatts * (1 - ownUse), isPresent: true)
    desk.record(.gross, gross)
    desk.contribute(HourlySum(inService), to: \.synchronous)
    desk.charge(.operation, .constant(variableCost), for: gross)
    desk.inject((1 - ownUse) * gross)
  }
}
