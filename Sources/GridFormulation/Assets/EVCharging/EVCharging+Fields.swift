import Hourly
package import Tables

extension EVCharging {
  package static let fields: [Field<EVCharging>] =
    [
      .name("name", \.name, "Name of the vehicles."),
      .text("zone", \.zone, "Zone they charge in; the model's only zone where left empty."),
      .profile(
        "energy_mwh_per_day",
        \.dailyEnergy,
        in: 0...1e7,
        required: true,
        unit: .megawattHour,
        "Energy charged in a day; of a series the mean of the day's hours counts."
      ),
      .quantity("charger_mw", \.chargers, in: 0...1e6, required: true, "Power of all chargers."),
      .profile(
        "plugged_in_pu",
        \.pluggedIn,
        in: 0...1,
        "Share of the chargers with a vehicle plugged in; a number or a series."
      ),
    ] + days + managed

  private static let days: [Field<EVCharging>] = [
    .integer(
      "window_start_hour",
      \.windowStart,
      in: 0...23,
      unit: .hour,
      "Hour of the clock from which vehicles may charge."
    ),
    .integer(
      "window_end_hour",
      \.windowEnd,
      in: 0...24,
      unit: .hour,
      "Hour of the clock until which they may; below the start it is the next morning's."
    ),
    .optionalInteger(
      "day_starts_hour",
      \.dayStart,
      in: 0...23,
      unit: .hour,
      "Hour at which the next day's charging begins; the window's start where left empty."
    ),
    .choice(
      "unmanaged",
      \.unmanaged,
      "How vehicles charge that nobody manages: the baseline."
    ),
  ]

  private static let managed: [Field<EVCharging>] = [
    .number(
      "managed_pu",
      \.managedShare,
      in: 0...1,
      "Share of energy and chargers that follows the dispatch."
    ),
    .number("v2g_mw", \.givingCapacity, in: 0...1e6, "Power that plugged-in vehicles can give."),
    .number(
      "battery_mwh",
      \.fleetBattery,
      in: 0...1e7,
      "Energy that the batteries of the managed vehicles hold; needed with V2G."
    ),
    .number(
      "v2g_efficiency",
      \.roundTrip,
      in: 0.1...1,
      unit: .share,
      "Energy given back per energy charged for it."
    ),
    .number("v2g_wear_per_mwh", \.wear, in: 0...10_000, "Wear of batteries per MWh given."),
    .flag("in_load", \.isInLoad, "Whether the zone's load holds the baseline already."),
    .number(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      "Yearly cost of managing, per kW of chargers."
    ),
  ]
}
