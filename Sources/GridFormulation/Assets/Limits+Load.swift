import Tables

// What limits are to flexible load and to what makes products of power.

extension InterruptibleLoad {
  package static let limits: [ColumnLimit<InterruptibleLoad>] = [
    ColumnLimit(
      .callLimits,
      "notice_hours",
      "hours_per_call",
      "calls_per_day",
      "calls_per_year"
    ) {
      ($0.noticeHours, $0.hoursPerCall) = (0, 1)
      ($0.callsPerDay, $0.callsPerYear) = (24, 8784)
    }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [:]
}

extension VirtualPowerPlant {
  package static let limits: [ColumnLimit<VirtualPowerPlant>] = [
    ColumnLimit(.callLimits, "hours_per_call", "calls_per_day", "calls_per_year") {
      ($0.hoursPerCall, $0.callsPerDay, $0.callsPerYear) = (24, nil, nil)
    },
    ColumnLimit(.loadLimits, "limit_mw", "limit_down_mw") {
      $0.limit = $0.limit.relaxed
      $0.limitDown = $0.limitDown.map { PhysicalCause.factor * $0 }
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [.identity: ["members"]]
}

extension ShiftableLoad {
  package static let limits: [ColumnLimit<ShiftableLoad>] = [
    ColumnLimit(.callLimits, "window_hours") { $0.windowHours = 24 },
    ColumnLimit(.loadLimits, "recovery_mw") {
      $0.recoveryCapacity = PhysicalCause.factor * ($0.recoveryCapacity ?? $0.capacity.megawatts)
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [.conversion: ["recovery_loss_pu"]]
}

extension PriceResponsiveLoad {
  package static let limits: [ColumnLimit<PriceResponsiveLoad>] = []

  // Each step can drop out whole at its price.
  package static let unlimited: [NoLimit: Set<String>] = [.price: ["steps"]]
}

extension EVCharging {
  package static let limits: [ColumnLimit<EVCharging>] = [
    ColumnLimit(.storageEnergy, "battery_mwh") {
      $0.fleetBattery = PhysicalCause.factor * $0.fleetBattery
    },
    ColumnLimit(.storagePower, "v2g_mw") {
      $0.givingCapacity = PhysicalCause.factor * $0.givingCapacity
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .size: ["managed_pu"], .conversion: ["v2g_efficiency"], .price: ["v2g_wear_per_mwh"],
    .baseline: [
      "energy_mwh_per_day", "charger_mw", "plugged_in_pu", "window_start_hour", "window_end_hour",
      "day_starts_hour", "unmanaged",
    ],
  ]
}

extension Industry {
  package static let limits: [ColumnLimit<Industry>] = [
    ColumnLimit(.loadLimits, "minimum_pu", "maximum_pu", "ramp_pu_per_hour") {
      ($0.minimumLoad, $0.maximumLoad) = (0, PhysicalCause.factor * $0.maximumLoad)
      $0.ramp = PhysicalCause.factor * max($0.ramp, $0.maximumLoad)
    }
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .baseline: ["operation_pu", "energy_mwh_per_day", "day_starts_hour"]
  ]
}

extension CaptivePlant {
  package static let limits: [ColumnLimit<CaptivePlant>] = [
    ColumnLimit(.minimumOutput, "minimum_output_pu") {
      $0.planned = $0.planned ?? .init(minimumOutput: $0.minimumOutput, sellLimit: $0.sellLimit)
      $0.minimumOutput = 0
    },
    ColumnLimit(.corridorLimit, "sell_limit_mw") {
      $0.planned = $0.planned ?? .init(minimumOutput: $0.minimumOutput, sellLimit: $0.sellLimit)
      $0.sellLimit = PhysicalCause.factor * $0.sellLimit
    },
    ColumnLimit(.loadLimits, "sheddable_mw") {
      $0.sheddable = PhysicalCause.factor * $0.sheddable
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .conversion: ["fuel_rate_gce_per_kwh"], .price: ["shed_price_per_mwh"],
    .baseline: ["unmanaged_output_pu", "load_mw"],
  ]
}

extension Hydrogen {
  package static let limits: [ColumnLimit<Hydrogen>] = [
    ColumnLimit(.storageEnergy, "tank_mwh") { $0.tank = $0.tank.relaxed },
    ColumnLimit(.storagePower, "power_back_mw") {
      $0.powerBack = PhysicalCause.factor * $0.powerBack
    },
    ColumnLimit(.loadLimits, "delivery") {
      // What the load holds already is made evenly until it is due.
      if !$0.isInLoad { $0.delivery = .year }
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .given: ["demand_mw"], .conversion: ["power_back_efficiency", "water_m3_per_mwh"],
    .price: ["unmet_price_per_mwh", "water_price_per_m3"],
  ]
}

extension Desalination {
  package static let limits: [ColumnLimit<Desalination>] = [
    ColumnLimit(.storageEnergy, "tank_m3") { $0.tank = PhysicalCause.factor * $0.tank },
    ColumnLimit(.loadLimits, "delivery") {
      if !$0.isInLoad { $0.delivery = .year }
    },
  ]

  package static let unlimited: [NoLimit: Set<String>] = [
    .given: ["demand_m3_per_hour"], .conversion: ["energy_kwh_per_m3"],
    .price: ["unmet_price_per_m3"],
  ]
}
