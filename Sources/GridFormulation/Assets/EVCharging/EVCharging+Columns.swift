import Hourly
import Tables

extension EVCharging {
  package static let columns: [Column<EVCharging>] =
    [
      Column(
        "name",
        \.name,
        as: .name,
        required: true,
        limit: .none(.identity),
        "Name of the vehicles."
      ),
      Column(
        "zone",
        \.zone,
        limit: .none(.identity),
        "Zone they charge in; the model's only zone where left empty."
      ),
      Column(
        "energy_mwh_per_day",
        \.dailyEnergy,
        in: 0...1e7,
        required: true,
        unit: .megawattHour,
        limit: .none(.baseline),
        "Energy charged in a day; of a series the mean of the day's hours counts."
      ),
      Column(
        "charger_mw",
        \.chargers,
        in: 0...1e6,
        required: true,
        limit: .none(.baseline),
        "Power of all chargers."
      ),
      Column(
        "plugged_in_pu",
        \.pluggedIn,
        in: 0...1,
        limit: .none(.baseline),
        "Share of the chargers with a vehicle plugged in; a number or a series."
      ),
    ] + days + managed

  private static let days: [Column<EVCharging>] = [
    Column(
      "window_start_hour",
      \.windowStart,
      in: 0...23,
      unit: .hour,
      limit: .none(.baseline),
      "Hour of the clock from which vehicles may charge."
    ),
    Column(
      "window_end_hour",
      \.windowEnd,
      in: 0...24,
      unit: .hour,
      limit: .none(.baseline),
      "Hour of the clock until which they may; below the start it is the next morning's."
    ),
    Column(
      "day_starts_hour",
      \.dayStart,
      in: 0...23,
      unit: .hour,
      limit: .none(.baseline),
      "Hour at which the next day's charging begins; the window's start where left empty."
    ),
    Column(
      "unmanaged",
      \.unmanaged,
      limit: .none(.baseline),
      "How vehicles charge that nobody manages: the baseline."
    ),
  ]

  private static let managed: [Column<EVCharging>] = [
    Column(
      "managed_pu",
      \.managedShare,
      in: 0...1,
      limit: .none(.size),
      "Share of energy and chargers that follows the dispatch."
    ),
    Column(
      "v2g_mw",
      \.givingCapacity,
      in: 0...1e6,
      limit: .part(of: .storagePower),
      "Power that plugged-in vehicles can give."
    ),
    Column(
      "battery_mwh",
      \.fleetBattery,
      in: 0...1e7,
      limit: .part(of: .storageEnergy),
      "Energy that the batteries of the managed vehicles hold; needed with V2G."
    ),
    Column(
      "v2g_efficiency",
      \.roundTrip,
      in: 0.1...1,
      unit: .share,
      limit: .none(.conversion),
      "Energy given back per energy charged for it."
    ),
    Column(
      "v2g_wear_per_mwh",
      \.wear,
      in: 0...10_000,
      limit: .none(.price),
      "Wear of batteries per MWh given."
    ),
    Column(
      "in_load",
      \.isInLoad,
      limit: .none(.baseline),
      "Whether the zone's load holds the baseline already."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly cost of managing, per kW of chargers."
    ),
  ]
}
