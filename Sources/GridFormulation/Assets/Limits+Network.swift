import Hourly
import Tables

// What limits are to trade, corridors, lines and pipes, and to what makes heat beside plants.

extension Interchange {
  package static let limits: [ColumnLimit<Interchange>] = [
    ColumnLimit(
      .corridorLimit,
      "export_limit_mw",
      "import_limit_mw",
      "export_schedule_pu",
      "import_schedule_pu"
    ) {
      ($0.exportLimit, $0.importLimit) = ($0.exportLimit.relaxed, $0.importLimit.relaxed)
      ($0.exportSchedule, $0.importSchedule) = (nil, nil)
    }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    // A band is one about a schedule, which goes.
    .given: ["band_pu", "import_renewable_pu", "import_hydro_pu"], .account: ["is_new"],
    .price: ["export_price_per_mwh", "import_price_per_mwh"],
  ]
}

extension Corridor {
  package static let limits: [ColumnLimit<Corridor>] = [
    ColumnLimit(
      .corridorLimit,
      "forward_limit_mw",
      "backward_limit_mw",
      "forward_limit_pu",
      "backward_limit_pu",
      "schedule_pu",
      "ramp_pu_per_hour",
      "maintenance_share_pu"
    ) {
      $0.forwardLimit = $0.forwardLimit.relaxed
      $0.backwardLimit = $0.backwardLimit.relaxed
      ($0.forwardShare, $0.backwardShare) = (.constant(1), .constant(1))
      ($0.ramp, $0.schedule, $0.maintenanceShare) = (nil, nil, 0)
    }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["from", "to"], .given: ["band_pu"], .price: ["wheeling_cost_per_mwh"],
    .account: ["is_new", "attribution", "contract_plants"],
  ]
}

extension Converter {
  package static let limits: [ColumnLimit<Converter>] = [
    ColumnLimit(
      .corridorLimit,
      "minimum_input_pu",
      "maximum_input_pu",
      "ramp_up_pu_per_hour",
      "ramp_down_pu_per_hour"
    ) {
      $0.capacity = $0.capacity.relaxed
      ($0.minimumInput, $0.maximumInput) = (.constant(0), .constant(1))
      ($0.rampUp, $0.rampDown) = (nil, nil)
    }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["from", "to", "to_2", "to_3", "to_4"], .size: ["capacity_mw"],
    .conversion: ["efficiency_pu", "efficiency_2_pu", "efficiency_3_pu", "efficiency_4_pu"],
    .price: ["cost_per_mwh"],
  ]
}

extension Line {
  package static let limits: [ColumnLimit<Line>] = [
    ColumnLimit(.corridorLimit, "limit_mw", "limit_pu", "security_margin_pu") {
      ($0.limit, $0.limitShare, $0.securityMargin) = ($0.limit.relaxed, .constant(1), 0)
    }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["from", "to"], .given: ["reactance_pu", "tap_ratio", "phase_shift_degrees"],
  ]
}

extension HeatTransfer {
  package static let limits: [ColumnLimit<HeatTransfer>] = [
    ColumnLimit(.corridorLimit, "limit_mw") { $0.limit = $0.limit.relaxed }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .identity: ["from", "to"], .conversion: ["pumping_pu"],
  ]
}

extension HeatBoiler {
  package static let limits: [ColumnLimit<HeatBoiler>] = []

  package static let unlimited: [NoLimit: Set<String>] = [:]
}

extension ElectricBoiler {
  package static let limits: [ColumnLimit<ElectricBoiler>] = [
    ColumnLimit(.loadLimits, "supplied_by") { $0.suppliedBy = "" }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [.size: ["power_mw"]]
}

extension HeatPump {
  package static let limits: [ColumnLimit<HeatPump>] = []

  package static let unlimited: [NoLimit: Set<String>] = [.conversion: ["performance"]]
}
