import Hourly
import Tables

// What limits are to plants.

extension Coal {
  package static let limits: [ColumnLimit<Coal>] = [
    ColumnLimit(.heatingFloor, "minimum_online_pu") { $0.minimumOnline = .constant(0) },
    ColumnLimit(.minimumOutput, "minimum_output_pu", "minimum_output_retrofitted_pu") {
      // What a unit reaches in the hour of its start stays as it was.
      $0.startOutput = $0.startOutput ?? $0.minimumOutput
      ($0.minimumOutput, $0.minimumOutputRetrofitted) = (0, 0)
    },
    ColumnLimit(
      .ramps,
      "ramp_pu_per_hour",
      "ramp_retrofitted_pu_per_hour",
      "start_output_pu",
      "shutdown_output_pu",
      "minimum_up_hours",
      "minimum_down_hours"
    ) {
      ($0.ramp, $0.rampRetrofitted, $0.startOutput, $0.shutdownOutput) = (60, 60, 1, 1)
      ($0.minimumUpHours, $0.minimumDownHours) = (0, 0)
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .size: ["retrofit_share_pu"], .conversion: ["coal_rate_g_per_kwh"],
    .price: ["start_coal_tce_per_mw"],
  ]
}

extension Gas {
  package static let limits: [ColumnLimit<Gas>] = [
    ColumnLimit(.heatingFloor, "minimum_online_pu") { $0.minimumOnline = .constant(0) },
    ColumnLimit(.minimumOutput, "minimum_output_pu") { $0.minimumOutput = 0 },
    ColumnLimit(.ramps, "ramp_pu_per_hour", "minimum_up_hours", "minimum_down_hours") {
      ($0.ramp, $0.minimumUpHours, $0.minimumDownHours) = (60, 0, 0)
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [:]
}

extension Chp {
  package static let limits: [ColumnLimit<Chp>] = [
    ColumnLimit(.heatingFloor, "minimum_online_pu") { $0.minimumOnline = .constant(0) },
    ColumnLimit(.minimumOutput, "minimum_output_pu", "minimum_output_retrofitted_pu") {
      guard $0.corners == nil else { return }
      $0.startOutput = $0.startOutput ?? $0.minimumOutput ?? 0.5
      ($0.minimumOutput, $0.minimumOutputRetrofitted) = (0, 0)
    },
    ColumnLimit(
      .ramps,
      "ramp_pu_per_hour",
      "ramp_retrofitted_pu_per_hour",
      "start_output_pu",
      "shutdown_output_pu",
      "minimum_up_hours",
      "minimum_down_hours"
    ) {
      ($0.ramp, $0.rampRetrofitted, $0.startOutput, $0.shutdownOutput) = (60, 60, 1, 1)
      ($0.minimumUpHours, $0.minimumDownHours) = (0, 0)
    },
    ColumnLimit(.storageEnergy, "tank_mwh_per_mw", "tank_loss_pu_per_hour") {
      // A larger tank that leaks as much of its level would lose more.
      ($0.tankEnergy, $0.tankLoss) = (PhysicalCause.factor * $0.tankEnergy, 0)
    },
    ColumnLimit(.storagePower, "tank_mw_per_mw") {
      $0.tankPower = PhysicalCause.factor * $0.tankPower
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["turbine"],
    .size: [
      "retrofit_share_pu", "cutout_share_pu", "tank_share_pu", "boiler_share_pu",
      "boiler_mw_per_mw",
    ],
    .conversion: ["boiler_efficiency"],
    .heat: [
      "region", "heat_capacity_pu", "power_loss_per_heat", "backpressure_power_per_heat",
      "cutout_heat_capacity_pu", "cutout_power_per_heat",
    ],
  ]
}

extension Nuclear {
  package static let limits: [ColumnLimit<Nuclear>] = [
    ColumnLimit(.minimumOutput, "minimum_output_pu") { $0.minimumOutput = 0 },
    ColumnLimit(.ramps, "ramp_pu_per_hour") { $0.ramp = 60 },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .given: ["refuelling", "maximum_output_pu"]
  ]
}

extension Biomass {
  package static let limits: [ColumnLimit<Biomass>] = [
    ColumnLimit(.minimumOutput, "minimum_output_pu") { $0.minimumOutput = 0 },
    ColumnLimit(.fuelLimit, "fuel_limit_tce_per_year") { $0.fuelLimit = nil },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [:]
}

extension Generator {
  package static let limits: [ColumnLimit<Generator>] = [
    ColumnLimit(.minimumOutput, "minimum_output_pu", "must_run") {
      // The curve of costs begins at the minimum.
      if $0.costSteps == nil { $0.minimumOutput = .constant(0) }
      $0.isMustRun = false
    },
    ColumnLimit(
      .ramps,
      "ramp_up_mw_per_hour",
      "ramp_down_mw_per_hour",
      "start_output_mw",
      "shutdown_output_mw",
      "minimum_up_hours",
      "minimum_down_hours",
      "remaining_up_hours",
      "remaining_down_hours"
    ) {
      ($0.rampUp, $0.rampDown, $0.startOutput, $0.shutdownOutput) = (nil, nil, nil, nil)
      ($0.minimumUpHours, $0.minimumDownHours) = (0, 0)
      ($0.remainingUpHours, $0.remainingDownHours) = (0, 0)
    },
    ColumnLimit(.fuelLimit, "energy_limit_mwh_per_year", "energy_minimum_mwh_per_year") {
      ($0.energyLimit, $0.energyMinimum) = (nil, nil)
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["takes_power", "commitment"], .given: ["maximum_output_pu", "online_pu"],
    .conversion: ["co2_t_per_mwh"],
    .price: [
      "marginal_cost_per_mwh", "cost_steps", "start_cost", "stop_cost", "no_load_cost_per_hour",
    ],
    .boundary: ["initially_online", "initial_output_mw"],
  ]
}

extension Hydro {
  package static let limits: [ColumnLimit<Hydro>] = [
    ColumnLimit(.minimumOutput, "minimum_flow_pu", "minimum_flow_m3_per_s") {
      ($0.minimumFlow, $0.waterMinimumFlow) = (0, nil)
    },
    ColumnLimit(.storageEnergy, "reservoir_mwh", "reservoir_million_m3") {
      $0.reservoir = $0.reservoir.relaxed
      $0.waterReservoir = $0.waterReservoir.map { PhysicalCause.factor * $0 }
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["downstream"], .given: ["inflow_pu", "inflow_m3_per_s", "travel_hours"],
    .conversion: ["mwh_per_1000_m3"],
  ]
}

extension Wind {
  package static let limits: [ColumnLimit<Wind>] = [
    ColumnLimit(.minimumOutput, "curtailable_pu") { $0.curtailableShare = 1 }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [:]
}

extension Solar {
  package static let limits: [ColumnLimit<Solar>] = [
    ColumnLimit(.minimumOutput, "curtailable_pu") { $0.curtailableShare = 1 }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [:]
}
