package import Hourly
import Tables

/// An asset of like thermal units, some of which may be out.
package protocol ThermalCluster: Asset {
  /// Derating for forced outages.
  var forcedOutage: Double { get }
  /// When units are out for maintenance, and the share of them.
  var maintenance: [CalendarWindow] { get }
  var maintenanceShare: Double { get }
}

extension ThermalCluster {
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
    if maintenanceShare > 0, maintenance.isEmpty {
      result.append(
        Complaint(
          "maintenance_share_pu",
          "has no effect without dates of maintenance",
          fix: "Fill in the column maintenance.",
          severity: .warning
        )
      )
    }
    return result
  }
}
