package import Hourly
package import Tables

/// A plant given by what its output costs and not by the fuel it burns.
///
/// The equations are those of ``GeneratingUnit``. It stands for a unit of a published test system or of
/// a network of another program; ``Coal``, ``Gas`` and their like say more where a plant is known by its fuel.
/// There is no tie-break among equal sources.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` | MW | – | data of the system
/// m, M | `minimumOutput`, `maximumOutput` | pu | 0, 1 | data of the system
/// C | `costSteps` or `marginalCost` | currency | 0 | data of the system
/// R⁺, R⁻ | `rampUp`, `rampDown` | MW/h | none | data of the system
/// S, Z | `startOutput`, `shutdownOutput` | MW | `capacity` | data of the system
package struct Generator: Expandable {
  /// What it is made of, as goals and reports count it.
  package enum Kind: String, FieldWord {
    case coal
    case gas
    case nuclear
    case biomass
    case onshoreWind = "onshore wind"
    case offshoreWind = "offshore wind"
    case centralSolar = "central PV"
    case distributedSolar = "distributed PV"
    case hydro
    case other
  }

  /// How its being on and off is followed.
  package enum Commitment: String, FieldWord {
    /// It is always on.
    case none
    /// Any share of it can be on.
    case linear
    /// It is on as a schedule says.
    case fixed
  }

  package static let type = AssetType(
    name: "generator",
    summary:
      "A plant given by what its output costs: a unit of a test system or of another program."
  )

  package var name = ""
  package var zone = ""
  package var kind = Kind.other
  package var carrier: String?
  package var capacity = Power(megawatts: 0)
  package var minimumOutput = Profile.constant(0)
  package var maximumOutput = Profile.constant(1)
  package var marginalCost = Profile.constant(0)
  package var costSteps: CostCurve?
  package var commitment = Commitment.none
  package var online: Profile?
  package var isMustRun = false
  package var startCost = 0.0
  package var startCostPerMegawatt = 0.0
  package var stopCost = 0.0
  package var noLoadCost = Profile.constant(0)
  package var minimumUpHours = 0
  package var minimumDownHours = 0
  package var rampUp: Double?
  package var rampDown: Double?
  package var startOutput: Double?
  package var shutdownOutput: Double?
  package var isInitiallyOnline: Bool?
  package var initialOutput: Double?
  package var remainingUpHours = 0
  package var remainingDownHours = 0
  package var energyLimit: Double?
  package var energyMinimum: Double?
  package var carbonRate = 0.0
  package var takesPower = false
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var expansion = Expansion()

  package init() {}

  package var facts: AssetFacts {
    AssetFacts(
      technology: technology,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: expansion.capitalCost / 1000
    )
  }

  /// What takes power is a buyer, whatever its table calls it.
  private var technology: Technology {
    takesPower ? .exchange : Technology(rawValue: kind.rawValue) ?? .other
  }

  package func capability(in setting: Setting) -> Capability {
    guard !takesPower else { return Capability() }
    let most = capacity.megawatts * setting.value(of: maximumOutput)
    guard commitment == .fixed, let online else { return Capability(steady: most) }
    return Capability(steady: most * setting.value(of: online))
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    if commitment != .none {
      desk.noteUnit(of: capacity.megawatts, isPresent: true)
    }
    unit(in: desk.setting).formulate(in: &desk)
  }

  /// The plant as a unit with its values of each hour.
  package func unit(in setting: Setting) -> GeneratingUnit {
    let technology = technology
    return GeneratingUnit(
      commitment: states(in: setting),
      marginalCost: setting.value(of: marginalCost),
      curve: costSteps,
      isMustRun: isMustRun,
      isHeldAtFirst: remainingUpHours > 0 || remainingDownHours > 0,
      noLoadCost: setting.value(of: noLoadCost),
      mostEnergy: energyLimit.map { $0 * setting.yearShare },
      leastEnergy: energyMinimum.map { $0 * setting.yearShare },
      carbonRate: carbonRate,
      sign: takesPower ? -1 : 1,
      isWeatherDriven: technology.isWind || technology.isSolar,
      isSynchronous: technology.isGeneration && !technology.isWind && !technology.isSolar
        && technology != .other
    )
  }

  /// What is on of it, in shares of its capacity; what is always on neither starts nor stops.
  private func states(in setting: Setting) -> UnitCommitment {
    let size = capacity.megawatts
    let isAlwaysOn = commitment == .none
    return UnitCommitment(
      capacity: .constant(size),
      online: online(in: setting),
      minimum: setting.value(of: minimumOutput),
      maximum: setting.value(of: maximumOutput),
      rampUp: (rampUp ?? .infinity) / size,
      rampDown: (rampDown ?? .infinity) / size,
      startOutput: (isAlwaysOn ? .infinity : startOutput ?? .infinity) / size,
      shutdownOutput: (isAlwaysOn ? .infinity : shutdownOutput ?? .infinity) / size,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      startCost: startCost / size + startCostPerMegawatt,
      stopCost: stopCost / size,
      onlineBefore: isAlwaysOn ? nil : isInitiallyOnline.map { $0 ? size : 0 },
      outputBefore: isAlwaysOn || isInitiallyOnline == true
        ? initialOutput : isInitiallyOnline.map { _ in 0 },
      providesReserve: providesReserve && !takesPower
    )
  }

  private func online(in setting: Setting) -> UnitCommitment.Online {
    let size = capacity.megawatts
    switch commitment {
    case .none: return .always
    case .fixed: return .given(online.map { size * setting.value(of: $0) } ?? .constant(size))
    case .linear:
      let steps = setting.horizon.steps
      let least = steps.map { isMustRun || $0 < remainingUpHours ? size : 0 }
      let most = steps.map { $0 < remainingDownHours ? 0 : size }
      return .decided(from: .hourly(least), to: .hourly(most))
    }
  }
}
