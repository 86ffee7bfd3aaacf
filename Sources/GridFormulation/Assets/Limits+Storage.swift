import Hourly
import Tables

// What limits are to stores of power and heat. A larger store that leaks as much of its level would lose more, so
// that a store without a limit of energy does not leak.

extension PumpedHydro {
  package static let limits: [ColumnLimit<PumpedHydro>] = [
    ColumnLimit(.minimumOutput, "minimum_turbine_output_pu") { $0.minimumTurbineOutput = 0 },
    ColumnLimit(.storageEnergy, "reservoir_mwh") { $0.reservoir = $0.reservoir.relaxed },
    ColumnLimit(.storagePower, "turbine_mw", "pump_mw") {
      $0.turbineCapacity = $0.turbineCapacity.relaxed
      $0.pumpCapacity = $0.pumpCapacity.map { PhysicalCause.factor * $0 }
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .conversion: ["pump_efficiency", "turbine_efficiency"]
  ]
}

extension Battery {
  package static let limits: [ColumnLimit<Battery>] = [
    ColumnLimit(.storageEnergy, "energy_mwh", "cycles_per_day", "self_discharge_per_hour") {
      ($0.energy, $0.cyclesPerDay, $0.selfDischarge) = ($0.energy.relaxed, nil, 0)
    },
    ColumnLimit(.storagePower, "power_mw", "charges_from_grid", "connection_mw") {
      $0.power = $0.power.relaxed
      // Beside a plant it charges from that plant and shares its connection.
      $0.chargesFromGrid = true
      $0.connection = $0.connection.map { PhysicalCause.factor * $0 }
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .price: ["wear_per_mwh"], .identity: ["beside"], .account: ["counts_in_peak_response"],
  ]
}

extension Storage {
  package static let limits: [ColumnLimit<Storage>] = [
    ColumnLimit(
      .storageEnergy,
      "energy_mwh",
      "standing_loss_pu_per_hour",
      "minimum_level_pu",
      "maximum_level_pu",
      "level_mwh"
    ) {
      // An open level at the start is no larger than it was.
      if $0.startMinimum != nil {
        $0.startMaximum = $0.startMaximum ?? $0.energy.megawattHours
      }
      ($0.energy, $0.standingLoss) = ($0.energy.relaxed, 0)
      ($0.minimumLevel, $0.maximumLevel, $0.level) = (.constant(0), .constant(1), nil)
    },
    ColumnLimit(
      .storagePower,
      "charging_capacity_mw",
      "discharging_capacity_mw",
      "charging_limit_pu",
      "discharging_limit_pu"
    ) {
      $0.chargingCapacity = $0.chargingCapacity.relaxed
      $0.dischargingCapacity = $0.dischargingCapacity.relaxed
      ($0.chargingLimit, $0.dischargingLimit) = (.constant(1), .constant(1))
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .given: ["inflow_mw"],
    .price: [
      "spill_cost_per_mwh", "charging_cost_per_mwh", "discharging_cost_per_mwh",
      "start_cost_per_mwh", "end_value_per_mwh",
    ],
    .boundary: ["start_mwh", "start_min_mwh", "start_max_mwh"],
  ]
}

extension HeatStorage {
  package static let limits: [ColumnLimit<HeatStorage>] = [
    ColumnLimit(.storageEnergy, "energy_mwh", "loss_per_hour") {
      ($0.energy, $0.standingLoss) = ($0.energy.relaxed, 0)
    },
    ColumnLimit(.storagePower, "charging_mw", "discharging_mw") {
      ($0.charging, $0.discharging) = ($0.charging.relaxed, $0.discharging.relaxed)
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [:]
}
