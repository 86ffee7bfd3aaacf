import Hourly
import Tables

/// The columns of `chp.csv`.
extension Chp {
  package static let columns: [Column<Chp>] =
    sizeColumns + Column.minimumTimes + retrofitColumns + fuelColumns + Column.outages
    + useColumns + Column.capture

  /// What the units are and how they run.
  private static let sizeColumns: [Column<Chp>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the cluster."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; that of the heat zone where left empty."
    ),
    Column(
      "heat_zone",
      \.heatZone,
      limit: .none(.identity),
      "Heat zone it feeds; the model's only one where left empty."
    ),
    Column(
      "technology",
      \.kind,
      limit: .none(.identity),
      "What the units burn, as goals and reports count them."
    ),
    Column("turbine", \.turbine, limit: .none(.identity), "How the turbines give heat."),
    Column(
      "unit_size_mw",
      \.unitSize,
      in: 1...2000,
      required: true,
      limit: .none(.size),
      "Gross capacity of one unit without heat."
    ),
    Column(
      "units",
      \.units,
      in: 0...1000,
      required: true,
      unit: .plain,
      limit: .none(.size),
      "Number of units."
    ),
    Column(
      "region",
      \.corners,
      limit: .none(.heat),
      "Corners power:heat of what a MW online can give, in order, in place of "
        + "minimum_output_pu, heat_capacity_pu and backpressure_power_per_heat: "
        + "1:0; 0.8:1; 0.5:1; 0.4:0."
    ),
    Column(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Minimum stable output without heat, share of the capacity online; 0.5 "
        + "where left empty."
    ),
    Column(
      "heat_capacity_pu",
      \.heatCapacity,
      in: 0...10,
      limit: .none(.heat),
      "Most heat per MW online; 1 where left empty."
    ),
    Column(
      "power_loss_per_heat",
      \.powerLoss,
      in: 0...1,
      unit: .megawatt.per(.megawatt),
      limit: .none(.heat),
      "Power lost per heat extracted (Cv); 0.2 where left empty, with region "
        + "that of its upper side."
    ),
    Column(
      "backpressure_power_per_heat",
      \.backpressure,
      in: 0...5,
      unit: .megawatt.per(.megawatt),
      limit: .none(.heat),
      "Least power per heat (Cb); 0.55 where left empty."
    ),
    Column(
      "ramp_pu_per_hour",
      \.ramp,
      in: 0.01...60,
      limit: .part(of: .ramps, to: 60),
      "Ramp limit before retrofit, of power and heat together, share of the "
        + "capacity online an hour."
    ),
    Column(
      "start_output_pu",
      \.startOutput,
      in: 0...1,
      limit: .part(of: .ramps, to: 1),
      "Largest output in the hour of a start; the minimum where left empty, "
        + "retrofitted or not."
    ),
    Column(
      "shutdown_output_pu",
      \.shutdownOutput,
      in: 0...1,
      limit: .part(of: .ramps, to: 1),
      "Largest output in the hour before a shut-down."
    ),
  ]

  /// What retrofits add to shares of the cluster.
  private static let retrofitColumns: [Column<Chp>] = [
    Column(
      "retrofit_share_pu",
      \.flexibilityShare,
      in: 0...1,
      limit: .none(.size),
      "Share with flexibility retrofit."
    ),
    Column(
      "minimum_output_retrofitted_pu",
      \.minimumOutputRetrofitted,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Minimum stable output after flexibility retrofit."
    ),
    Column(
      "ramp_retrofitted_pu_per_hour",
      \.rampRetrofitted,
      in: 0.01...60,
      limit: .part(of: .ramps, to: 60),
      "Ramp limit after retrofit."
    ),
    Column(
      "cutout_share_pu",
      \.cutoutShare,
      in: 0...1,
      limit: .none(.size),
      "Share whose low-pressure cylinder can be cut out."
    ),
    Column(
      "cutout_heat_capacity_pu",
      \.cutoutHeatCapacity,
      in: 0...10,
      limit: .none(.heat),
      "Most heat per MW online with cut-out."
    ),
    Column(
      "cutout_power_per_heat",
      \.cutoutBackpressure,
      in: 0...5,
      unit: .megawatt.per(.megawatt),
      limit: .none(.heat),
      "Least power per heat with cut-out."
    ),
    Column(
      "tank_share_pu",
      \.tankShare,
      in: 0...1,
      limit: .none(.size),
      "Share of the cluster that has a heat storage tank."
    ),
    Column(
      "tank_mwh_per_mw",
      \.tankEnergy,
      in: 0...100,
      limit: .part(of: .storageEnergy),
      "Heat that the tank holds per MW of capacity."
    ),
    Column(
      "tank_mw_per_mw",
      \.tankPower,
      in: 0...10,
      limit: .part(of: .storagePower),
      "Heat that the tank takes in and gives per MW of capacity."
    ),
    Column(
      "tank_loss_pu_per_hour",
      \.tankLoss,
      in: 0...0.2,
      limit: .part(of: .storageEnergy, to: 0),
      "Share of the stored heat lost in an hour."
    ),
    Column(
      "boiler_share_pu",
      \.boilerShare,
      in: 0...1,
      limit: .none(.size),
      "Share of the cluster that has an electric boiler."
    ),
    Column(
      "boiler_mw_per_mw",
      \.boilerPower,
      in: 0...10,
      limit: .none(.size),
      "Power that the boiler takes per MW of capacity."
    ),
    Column(
      "boiler_efficiency",
      \.boilerEfficiency,
      in: 0.5...1,
      unit: .share,
      limit: .none(.conversion),
      "Heat per power that the boiler takes."
    ),
  ]
}

extension Chp {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    if cause == .minimumOutput {
      guard corners == nil else { return }
      // What a unit reaches in the hour of its start stays as it was.
      startOutput = startOutput ?? minimumOutput ?? 0.5
    }
    widen(cause)
  }
}
