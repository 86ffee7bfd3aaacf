import Hourly
import Tables

extension Coal {
  package static let columns: [Column<Coal>] =
    unitColumns + Column.minimumTimes + retrofitColumns + Column.outages + Column.use
    + Column.capture

  /// What the units are and how they run.
  private static let unitColumns: [Column<Coal>] = [
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
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "kind",
      \.kind,
      limit: .none(.identity),
      "Whether the units also give heat; decides deep-peak baselines."
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
      in: 0...1000,
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
      "Minimum stable output before retrofit, share of the capacity online."
    ),
    Column(
      "ramp_pu_per_hour",
      \.ramp,
      in: 0.01...60,
      limit: .part(of: .ramps, to: 60),
      "Ramp limit before retrofit, share of the capacity online an hour."
    ),
    Column(
      "start_output_pu",
      \.startOutput,
      in: 0...1,
      limit: .part(of: .ramps, to: 1),
      "Largest output in the hour of a start; minimum_output_pu where left empty, retrofitted or not."
    ),
    Column(
      "shutdown_output_pu",
      \.shutdownOutput,
      in: 0...1,
      limit: .part(of: .ramps, to: 1),
      "Largest output in the hour before a shut-down."
    ),
  ]

  /// What retrofits change, and what the units burn.
  private static let retrofitColumns: [Column<Coal>] = [
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
      "coal_rate_g_per_kwh",
      \.coalRate,
      in: 200...700,
      limit: .none(.conversion),
      "Coal per energy supplied at rated output."
    ),
    Column(
      "half_load_rise_pu",
      \.halfLoadRise,
      in: 0...0.5,
      limit: .none(.conversion),
      "Rise of the coal rate at half load."
    ),
    Column(
      "energy_saving_share_pu",
      \.energySavingShare,
      in: 0...1,
      limit: .none(.conversion),
      "Share with energy-saving retrofit."
    ),
    Column(
      "energy_saving_pu",
      \.energySaving,
      in: 0...0.3,
      limit: .none(.conversion),
      "Relative cut of the coal rate by it."
    ),
    Column(
      "start_coal_tce_per_mw",
      \.startCoal,
      in: 0...5,
      limit: .none(.price),
      "Coal to start a MW."
    ),
    Column(
      "start_cost_per_mw",
      \.startCost,
      in: 0...10_000,
      limit: .none(.price),
      "Cost to start a MW, coal apart."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      limit: .none(.price),
      "Variable cost per gross MWh, coal apart."
    ),
    Column(
      "own_use_pu",
      \.ownUse,
      in: 0...0.3,
      limit: .none(.conversion),
      "Share of gross output the plant uses."
    ),
  ]

  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    if cause == .minimumOutput {
      // What a unit reaches in the hour of its start stays as it was.
      startOutput = startOutput ?? minimumOutput
    }
    widen(cause)
  }
}
