package import Hourly
package import Tables

/// Trade with the outside: import and export with limits, prices and an optional schedule.
///
///     0 ≤ import[t] ≤ I,    0 ≤ export[t] ≤ X
///     X·max(0, schedule[t] − band) ≤ export[t] ≤ X·min(1, schedule[t] + band)     where a schedule is given
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// X, I | `exportLimit`, `importLimit` | MW | 0 | corridor capacities
/// price | `exportPrice`, `importPrice` | currency/MWh | – | contracts, assumed
/// renewable share | `importRenewable`, of it hydropower `importHydro` | pu of what is bought | – | the seller's mix
package struct Interchange: Asset {
  package static let type = AssetType(
    name: "exchange",
    summary: "Trade with the outside: import and export."
  )

  package var name = ""
  package var zone = ""
  package var exportLimit = Power(megawatts: 0)
  package var exportPrice = Profile.constant(0)
  package var exportSchedule: Profile?
  package var importLimit = Power(megawatts: 0)
  package var importPrice = Profile.constant(0)
  package var importSchedule: Profile?
  package var band = 0.0
  package var isNew = false
  package var importRenewable: Profile?
  package var importHydro: Profile?
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Interchange>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the partner or corridor."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone that trades; the model's only zone where left empty."
    ),
    Column(
      "export_limit_mw",
      \.exportLimit,
      in: 0...1e6,
      limit: .part(of: .corridorLimit),
      "Largest export."
    ),
    Column(
      "export_price_per_mwh",
      \.exportPrice,
      in: -1e4...1e4,
      limit: .none(.price),
      "What a MWh sold earns; a number or a series."
    ),
    Column(
      "export_schedule_pu",
      \.exportSchedule,
      in: 0...1,
      limit: .part(of: .corridorLimit, to: nil),
      "Scheduled export, share of the limit; free within the limit where left empty."
    ),
    Column(
      "import_limit_mw",
      \.importLimit,
      in: 0...1e6,
      limit: .part(of: .corridorLimit),
      "Largest import."
    ),
    Column(
      "import_price_per_mwh",
      \.importPrice,
      in: -1e4...1e4,
      limit: .none(.price),
      "What a MWh bought costs; a number or a series."
    ),
    Column(
      "import_schedule_pu",
      \.importSchedule,
      in: 0...1,
      limit: .part(of: .corridorLimit, to: nil),
      "Scheduled import, share of the limit; free within the limit where left empty."
    ),
    Column(
      "band_pu",
      \.band,
      in: 0...1,
      limit: .none(.given),
      "How far trade may leave its schedule, up or down."
    ),
    Column(
      "is_new",
      \.isNew,
      limit: .none(.account),
      "Whether it is added by the plan; goals on new corridors ask for it."
    ),
    Column(
      "import_renewable_pu",
      \.importRenewable,
      in: 0...1,
      limit: .none(.given),
      "Renewable share of what is bought, hydropower in it; goals say so where it is not known."
    ),
    Column(
      "import_hydro_pu",
      \.importHydro,
      in: 0...1,
      limit: .none(.given),
      "Hydropower's share of what is bought, of the renewable share; 0 where left empty."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on trade."
    ),
    .capitalCost(\.capitalCost),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .exchange,
      capacity: max(exportLimit.megawatts, importLimit.megawatts),
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      trade: TradeFacts(
        isNew: isNew,
        importLimit: importLimit.megawatts,
        exportLimit: exportLimit.megawatts,
        tellsSource: importRenewable != nil
      )
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    sourceComplaints(in: setting) + priceComplaints(in: setting)
  }

  /// More hydropower than renewable energy in what is bought.
  private func sourceComplaints(in setting: Setting) -> [Complaint] {
    guard let importHydro else { return [] }
    let hydro = setting.value(of: importHydro)
    let renewable = importRenewable.map { setting.value(of: $0) } ?? 0
    guard setting.horizon.steps.contains(where: { hydro[$0] > renewable[$0] }) else { return [] }
    return [
      Complaint(
        "import_hydro_pu",
        "lies above import_renewable_pu in some hour: hydropower is renewable",
        fix: "Raise import_renewable_pu, which holds hydropower, or lower this."
      )
    ]
  }

  /// Power that would be bought to be sold.
  private func priceComplaints(in setting: Setting) -> [Complaint] {
    guard importLimit.megawatts > 0, exportLimit.megawatts > 0 else { return [] }
    let bought = setting.value(of: importPrice)
    let sold = setting.value(of: exportPrice)
    guard (0..<setting.horizon.hours).contains(where: { bought[$0] < sold[$0] }) else { return [] }
    return [
      Complaint(
        "export_price_per_mwh",
        "lies above import_price_per_mwh in some hour, so that power would be bought to be sold",
        fix: "Lower the export price or raise the import price in those hours."
      )
    ]
  }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    limits(importLimit.megawatts, schedule: importSchedule, in: setting).upper
  }

  package func capability(in setting: Setting) -> Capability {
    let bought = limits(importLimit.megawatts, schedule: importSchedule, in: setting).upper
    let sold = limits(exportLimit.megawatts, schedule: exportSchedule, in: setting).lower
    return Capability(steady: bought - sold)
  }

  package func formulate(in desk: inout Desk) {
    var net = HourlySum()
    var ways: [HourlySum] = []
    if exportLimit.megawatts > 0 {
      let bounds = limits(exportLimit.megawatts, schedule: exportSchedule, in: desk.setting)
      let exported = desk.variable("export", from: bounds.lower, to: bounds.upper)
      desk.record(.exported, exported)
      desk.charge(
        .exports,
        -1 * desk.setting.value(of: exportPrice),
        for: exported
      )
      net = net - exported
      ways.append(exported)
    }
    if importLimit.megawatts > 0 {
      let bounds = limits(importLimit.megawatts, schedule: importSchedule, in: desk.setting)
      let imported = desk.variable("import", from: bounds.lower, to: bounds.upper)
      desk.record(.imported, imported)
      if let importRenewable {
        let share = desk.setting.value(of: importRenewable)
        desk.record(.importedRenewable, share * imported)
      }
      if importRenewable != nil, let importHydro {
        let share = desk.setting.value(of: importHydro)
        desk.record(.importedHydro, share * imported)
      }
      desk.charge(.imports, desk.setting.value(of: importPrice), for: imported)
      net = net + imported
      ways.append(imported)
    }
    if ways.count == 2 { desk.exclude(ways[0], ways[1]) }
    desk.inject(net)
  }

  /// The least and the most that is traded, MW.
  package func limits(
    _ limit: Double,
    schedule: Profile?,
    in setting: Setting
  ) -> (lower: HourlyValue, upper: HourlyValue) {
    guard let schedule else { return (0, .constant(limit)) }
    let planned = setting.value(of: schedule)
    return (
      planned.map { limit * max(0, $0 - band) }, planned.map { limit * min(1, $0 + band) }
    )
  }
}
