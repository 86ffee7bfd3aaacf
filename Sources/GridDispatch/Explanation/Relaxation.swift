import Grid

// Each kind of asset says what a class of limits is to it. A kind that is not here, or not in a class, has none.

extension Coal {
  package func relaxed(_ cause: PhysicalCause) -> Coal? {
    var asset = self
    switch cause {
    case .heatingFloor: asset.minimumOnline = .constant(0)
    case .minimumOutput:
      // What a unit reaches in the hour of its start stays as it was.
      asset.startOutput = startOutput ?? minimumOutput
      (asset.minimumOutput, asset.minimumOutputRetrofitted) = (0, 0)
    case .ramps:
      (asset.ramp, asset.rampRetrofitted, asset.startOutput, asset.shutdownOutput) = (60, 60, 1, 1)
      (asset.minimumUpHours, asset.minimumDownHours) = (0, 0)
    default: return nil
    }
    return asset
  }
}

extension Gas {
  package func relaxed(_ cause: PhysicalCause) -> Gas? {
    var asset = self
    switch cause {
    case .heatingFloor: asset.minimumOnline = .constant(0)
    case .minimumOutput: asset.minimumOutput = 0
    case .ramps: (asset.ramp, asset.minimumUpHours, asset.minimumDownHours) = (60, 0, 0)
    default: return nil
    }
    return asset
  }
}

extension Chp {
  package func relaxed(_ cause: PhysicalCause) -> Chp? {
    var asset = self
    switch cause {
    case .heatingFloor: asset.minimumOnline = .constant(0)
    case .minimumOutput where corners == nil:
      asset.startOutput = startOutput ?? minimumOutput ?? 0.5
      (asset.minimumOutput, asset.minimumOutputRetrofitted) = (0, 0)
    case .ramps:
      (asset.ramp, asset.rampRetrofitted, asset.startOutput, asset.shutdownOutput) = (60, 60, 1, 1)
      (asset.minimumUpHours, asset.minimumDownHours) = (0, 0)
    case .storageEnergy: (asset.tankEnergy, asset.tankLoss) = (PhysicalCause.factor * tankEnergy, 0)
    case .storagePower: asset.tankPower = PhysicalCause.factor * tankPower
    default: return nil
    }
    return asset
  }
}

extension HeatStorage {
  package func relaxed(_ cause: PhysicalCause) -> HeatStorage? {
    var asset = self
    switch cause {
    case .storageEnergy: (asset.energy, asset.standingLoss) = (energy.relaxed, 0)
    case .storagePower:
      (asset.charging, asset.discharging) = (charging.relaxed, discharging.relaxed)
    default: return nil
    }
    return asset
  }
}

extension HeatTransfer {
  package func relaxed(_ cause: PhysicalCause) -> HeatTransfer? {
    guard cause == .corridorLimit else { return nil }
    var asset = self
    asset.limit = limit.relaxed
    return asset
  }
}

extension Nuclear {
  package func relaxed(_ cause: PhysicalCause) -> Nuclear? {
    var asset = self
    switch cause {
    case .minimumOutput: asset.minimumOutput = 0
    case .ramps: asset.ramp = 1
    default: return nil
    }
    return asset
  }
}

extension Biomass {
  package func relaxed(_ cause: PhysicalCause) -> Biomass? {
    var asset = self
    switch cause {
    case .minimumOutput: asset.minimumOutput = 0
    case .fuelLimit: asset.fuelLimit = nil
    default: return nil
    }
    return asset
  }
}

extension Generator {
  package func relaxed(_ cause: PhysicalCause) -> Generator? {
    var asset = self
    switch cause {
    case .minimumOutput where costSteps == nil: asset.minimumOutput = .constant(0)
    case .ramps:
      (asset.rampUp, asset.rampDown, asset.startOutput, asset.shutdownOutput) = (nil, nil, nil, nil)
      (asset.minimumUpHours, asset.minimumDownHours) = (0, 0)
    case .fuelLimit: (asset.energyLimit, asset.energyMinimum) = (nil, nil)
    default: return nil
    }
    return asset
  }
}

extension Hydro {
  package func relaxed(_ cause: PhysicalCause) -> Hydro? {
    var asset = self
    switch cause {
    case .minimumOutput: asset.minimumFlow = 0
    case .storageEnergy: asset.reservoir = reservoir.relaxed
    default: return nil
    }
    return asset
  }
}

extension PumpedHydro {
  package func relaxed(_ cause: PhysicalCause) -> PumpedHydro? {
    var asset = self
    switch cause {
    case .storageEnergy: asset.reservoir = reservoir.relaxed
    case .storagePower:
      asset.turbineCapacity = turbineCapacity.relaxed
      asset.pumpCapacity = pumpCapacity.map { PhysicalCause.factor * $0 }
    default: return nil
    }
    return asset
  }
}

extension Battery {
  package func relaxed(_ cause: PhysicalCause) -> Battery? {
    var asset = self
    switch cause {
    case .storageEnergy:
      // A larger store that leaks as much of its level would lose more.
      (asset.energy, asset.cyclesPerDay, asset.selfDischarge) = (energy.relaxed, nil, 0)
    case .storagePower: asset.power = power.relaxed
    default: return nil
    }
    return asset
  }
}

extension Storage {
  package func relaxed(_ cause: PhysicalCause) -> Storage? {
    var asset = self
    switch cause {
    case .storageEnergy: (asset.energy, asset.standingLoss) = (energy.relaxed, 0)
    case .storagePower:
      asset.chargingCapacity = chargingCapacity.relaxed
      asset.dischargingCapacity = dischargingCapacity.relaxed
    default: return nil
    }
    return asset
  }
}

extension Exchange {
  package func relaxed(_ cause: PhysicalCause) -> Exchange? {
    guard cause == .corridorLimit else { return nil }
    var asset = self
    asset.exportLimit = exportLimit.relaxed
    asset.importLimit = importLimit.relaxed
    return asset
  }
}

extension Corridor {
  package func relaxed(_ cause: PhysicalCause) -> Corridor? {
    guard cause == .corridorLimit else { return nil }
    var asset = self
    asset.forwardLimit = forwardLimit.relaxed
    asset.backwardLimit = backwardLimit.relaxed
    (asset.ramp, asset.schedule) = (nil, nil)
    return asset
  }
}

extension Line {
  package func relaxed(_ cause: PhysicalCause) -> Line? {
    guard cause == .corridorLimit else { return nil }
    var asset = self
    asset.limit = limit.relaxed
    return asset
  }
}

extension InterruptibleLoad {
  package func relaxed(_ cause: PhysicalCause) -> InterruptibleLoad? {
    guard cause == .callLimits else { return nil }
    var asset = self
    (asset.noticeHours, asset.hoursPerCall) = (0, 1)
    (asset.callsPerDay, asset.callsPerYear) = (24, 8784)
    return asset
  }
}

extension ShiftableLoad {
  package func relaxed(_ cause: PhysicalCause) -> ShiftableLoad? {
    guard cause == .callLimits else { return nil }
    var asset = self
    asset.windowHours = 24
    asset.recoveryCapacity = PhysicalCause.factor * (recoveryCapacity ?? capacity.megawatts)
    return asset
  }
}

extension Energy {
  fileprivate var relaxed: Energy { Energy(megawattHours: PhysicalCause.factor * megawattHours) }
}

extension Power {
  fileprivate var relaxed: Power { Power(megawatts: PhysicalCause.factor * megawatts) }
}
