package import Hourly
import Tables

/// An asset of like thermal units, some of which may be out.
package protocol ThermalCluster: Asset {
  var minimumUpHours: Int { get set }
  var minimumDownHours: Int { get set }
  /// Derating for forced outages.
  var forcedOutage: Double { get set }
  /// When units are out for maintenance, and the share of them.
  var maintenance: [CalendarWindow] { get set }
  var maintenanceShare: Double { get set }
  var minimumOnline: Profile { get set }
  var fuel: String { get set }
  var sulphurDioxide: Double { get set }
  var nitrogenOxides: Double { get set }
  var providesReserve: Bool { get set }
  var fixedCost: Double { get set }
  var capitalCost: Double { get set }
}

extension ThermalCluster {
  package var fuelName: String? { fuel }

  package func unknownNames(in setting: Setting) -> [Complaint] {
    setting.complaints(aboutFuel: fuel, field: "fuel")
  }

  /// What of a capacity can be online, MW.
  func inService(of capacity: Double, in setting: Setting) -> HourlyValue {
    let outage = setting.share(of: maintenance, weight: maintenanceShare)
    return (capacity * (1 - forcedOutage)) * outage.map { 1 - $0 }
  }

  /// What is wrong with outputs at a start and a stop, beside a least output, and with maintenance.
  func commitmentComplaints(least: Double, start: Double?, stop: Double) -> [Complaint] {
    var result: [Complaint] = []
    let outputs = [
      ("start_output_pu", start ?? 1, "Leave it empty to start at the minimum."),
      ("shutdown_output_pu", stop, "Write 1 where a unit may stop from any output."),
    ]
    for (field, output, fix) in outputs where output < least {
      result.append(
        Complaint(field, "must not lie below the minimum stable output", fix: fix)
      )
    }
    return result + maintenanceComplaints
  }

  /// What is wrong with the share of units that maintenance takes out.
  var maintenanceComplaints: [Complaint] {
    guard maintenanceShare > 0, maintenance.isEmpty else { return [] }
    return [
      Complaint(
        "maintenance_share_pu",
        "has no effect without dates of maintenance",
        fix: "Fill in the column maintenance.",
        severity: .warning
      )
    ]
  }
}

extension Column where Kind: ThermalCluster {
  /// The columns on how long units run and rest at the least.
  static var minimumTimes: [Column] {
    [
      Column(
        "minimum_up_hours",
        \.minimumUpHours,
        in: 0...168,
        limit: .part(of: .ramps, to: 0),
        "Minimum up time."
      ),
      Column(
        "minimum_down_hours",
        \.minimumDownHours,
        in: 0...168,
        limit: .part(of: .ramps, to: 0),
        "Minimum down time."
      ),
    ]
  }

  /// The columns on units that are out.
  static var outages: [Column] {
    [
      Column(
        "forced_outage_pu",
        \.forcedOutage,
        in: 0...0.9,
        limit: .none(.given),
        "Derating for forced outages."
      ),
      Column(
        "maintenance",
        \.maintenance,
        limit: .none(.given),
        "Dates of planned maintenance, such as 04-10..05-25; 09-01..10-10."
      ),
      Column(
        "maintenance_share_pu",
        \.maintenanceShare,
        in: 0...1,
        limit: .none(.given),
        "Share of the units out then."
      ),
    ]
  }

  /// The columns on what units that give power alone must run, burn, emit, hold and cost.
  static var use: [Column] {
    [
      Column(
        "minimum_online_pu",
        \.minimumOnline,
        in: 0...1,
        limit: .part(of: .heatingFloor, to: .constant(0)),
        "Share of the available capacity that must run, such as for heat."
      ),
      Column("fuel", \.fuel, limit: .none(.identity), "Fuel burnt, from the model's fuels."),
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
        "provides_reserve",
        \.providesReserve,
        limit: .none(.reserve),
        "Whether the units hold reserve."
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
  }
}
