import GridFormulation
import Hourly
import Tables

/// A plant by its cost curve follows its limits, its states and what it is charged for.
extension Generator: CheckedAsset {
  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    if commitment != .none { examination.noteUnit(of: capacity.megawatts, in: zone) }
    GeneratorCheck(self, in: examination).run(in: &examination)
  }
}

/// The rules of a generator, on the numbers that a schedule records.
///
/// From output p and online capacity u follow all others: where nothing is told of what is on, all of it
/// is, or as much as the output asks for.
struct GeneratorCheck {
  let plant: Generator
  let rated: Double
  /// What is on of it.
  let commitment: CommitmentCheck
  /// Least and largest output of each hour, MW where all is on.
  let least: [Double]
  let most: [Double]

  init(_ plant: Generator, in examination: Examination) {
    self.plant = plant
    let rated = plant.capacity.megawatts
    self.rated = rated
    let minimum = examination.values(of: plant.minimumOutput)
    let maximum = examination.values(of: plant.maximumOutput)
    (least, most) = (minimum.map { $0 * rated }, maximum.map { $0 * rated })
    let isAlwaysOn = plant.commitment == .none
    let isOn = plant.isInitiallyOnline
    commitment = CommitmentCheck(
      owner: plant.owner,
      capacity: [Double](repeating: rated, count: examination.hours),
      least: minimum,
      most: maximum,
      rampUp: (plant.rampUp ?? .infinity) / rated,
      rampDown: (plant.rampDown ?? .infinity) / rated,
      startOutput: isAlwaysOn ? .infinity : (plant.startOutput ?? .infinity) / rated,
      shutdownOutput: isAlwaysOn ? .infinity : (plant.shutdownOutput ?? .infinity) / rated,
      minimumUpHours: plant.minimumUpHours,
      minimumDownHours: plant.minimumDownHours,
      startCost: plant.startCost / rated + plant.startCostPerMegawatt,
      stopCost: plant.stopCost / rated,
      isAlwaysOn: isAlwaysOn,
      onlineBefore: isOn.map { $0 ? rated : 0 },
      outputBefore: isAlwaysOn || isOn == true ? plant.initialOutput : isOn.map { _ in 0 },
      providesReserve: plant.providesReserve && !plant.takesPower
    )
  }

  var owner: Owner { commitment.owner }
  /// One plus the capacity.
  var size: Double { 1 + rated }

  /// Checks the plant.
  func run(in examination: inout Examination) {
    let sign: Double = plant.takesPower ? -1 : 1
    let output = examination.injection(of: owner).map { sign * $0 }
    let isFollowed = plant.commitment == .fixed || examination.setting.commitment == .linear
    if plant.commitment == .none {
      checkAlwaysOn(output, in: &examination)
    } else if isFollowed, plant.commitment == .fixed || hasStates {
      checkStates(output, in: &examination)
    } else {
      checkAnyShare(output, isFollowed: isFollowed, in: &examination)
    }
    checkTotals(output, in: &examination)
  }

  /// Whether a schedule must tell what is on.
  private var hasStates: Bool {
    commitment.needsStarts || (least.max() ?? 0) > 0 || plant.noLoadCost != .constant(0)
      || (plant.costSteps?.points.first?.cost ?? 0) > 0
      || plant.remainingUpHours > 0 || plant.remainingDownHours > 0
  }

  /// Checks a plant whose schedule tells what is on.
  private func checkStates(_ output: [Double], in examination: inout Examination) {
    let states = states(in: &examination)
    let on = states.online.map { $0 / rated }
    if let curve = plant.costSteps {
      checkPieces(of: curve, output: output, on: on, in: &examination)
    }
    commitment.check(output, states, in: &examination)
    let first = plant.costSteps?.points.first?.cost ?? 0
    let idle = examination.values(of: plant.noLoadCost).map { $0 + first }
    examination.ledger.charge(.operation, of: owner.name, prices: idle, for: on)
    addSynchronous(states.online, in: &examination)
  }

  private func states(in examination: inout Examination) -> CheckedStates {
    let hours = 0..<examination.hours
    guard plant.commitment == .linear else {
      let share = plant.online.map { examination.values(of: $0) } ?? hours.map { _ in 1 }
      return commitment.given(share.map { rated * $0 }, in: &examination)
    }
    let lower = hours.map { plant.isMustRun || $0 < plant.remainingUpHours ? rated : 0 }
    let upper = hours.map { $0 < plant.remainingDownHours ? 0 : rated }
    return commitment.decided(from: lower, to: upper, in: &examination)
  }

  private func checkTotals(_ output: [Double], in examination: inout Examination) {
    examination.ledger.charge(
      .operation,
      of: owner.name,
      prices: examination.values(of: plant.marginalCost),
      for: output
    )
    if plant.carbonRate > 0 {
      let carbon = examination.series(.carbonDioxide, of: owner)
      examination.identify("CO2", of: owner, size: size) {
        carbon[$0] - plant.carbonRate * output[$0]
      }
      examination.ledger.charge(
        .carbon,
        of: owner.name,
        prices: examination.carbonPrices,
        for: carbon
      )
    }
    let (sum, share) = (output.reduce(0, +), examination.setting.yearShare)
    for (limit, sign) in [(plant.energyLimit, 1.0), (plant.energyMinimum, -1.0)] {
      guard let limit else { continue }
      examination.requireTotal(
        "energy limit",
        of: owner,
        size: 1 + limit * share,
        at: nil,
        excess: sign * (sum - limit * share)
      )
    }
    checkWeather(output, in: &examination)
  }

  private func checkWeather(_ output: [Double], in examination: inout Examination) {
    switch plant.kind {
    case .onshoreWind, .offshoreWind, .centralSolar, .distributedSolar: break
    default: return
    }
    guard !plant.takesPower else { return }
    let available = examination.series(.available, of: owner)
    let curtailed = examination.series(.curtailed, of: owner)
    examination.identify("available", of: owner, size: size) { available[$0] - most[$0] }
    examination.identify("curtailed", of: owner, size: size) {
      curtailed[$0] - most[$0] + output[$0]
    }
    examination.add(output, to: \.windAndSolar, of: owner)
  }

  /// Adds what runs to the zone's synchronous capacity.
  func addSynchronous(_ running: [Double], in examination: inout Examination) {
    switch plant.kind {
    case .coal, .gas, .nuclear, .biomass, .hydro:
      if !plant.takesPower { examination.add(running, to: \.synchronous, of: owner) }
    default: break
    }
  }
}

// MARK: - Without states

extension GeneratorCheck {
  private func checkAlwaysOn(_ output: [Double], in examination: inout Examination) {
    examination.requireRange("output range", of: owner, size: size, output, from: least, to: most)
    let one = [Double](repeating: 1, count: examination.hours)
    if let curve = plant.costSteps, let first = curve.points.first {
      checkPieces(of: curve, output: output, on: one, in: &examination)
      examination.ledger.charge(.operation, of: owner.name, price: first.cost, for: one)
    }
    let all = commitment.capacity
    let none = one.map { _ in 0.0 }
    let states = CheckedStates(online: all, before: all, started: none, firstChange: 0)
    commitment.checkRamps(of: output, states, in: &examination)
    addSynchronous(all, in: &examination)
    checkReserve(of: output, from: least, online: all, in: &examination)
    noteMargin(of: output, in: &examination)
  }

  /// Says what a MW costs where nothing ties it to other hours or to reserve.
  private func noteMargin(of output: [Double], in examination: inout Examination) {
    let policy = examination.setting.reserve(in: owner.zone)
    let holdsReserve =
      commitment.providesReserve && (policy.isRequired(.up) || policy.isRequired(.down))
    guard plant.costSteps == nil, plant.rampUp == nil, plant.rampDown == nil,
      plant.energyLimit == nil, plant.energyMinimum == nil, !holdsReserve
    else { return }
    let carbon = examination.carbonPrices
    let costs = examination.values(of: plant.marginalCost)
    examination.note(
      Margin(
        owner: owner,
        name: plant.takesPower ? "what is taken" : "output",
        size: size,
        amounts: output,
        lower: least,
        upper: most,
        costs: costs.indices.map { costs[$0] + plant.carbonRate * carbon[$0] },
        gains: [
          examination.gain(inZone: owner.zone, examination.constant(plant.takesPower ? -1 : 1))
        ] + weatherGains(in: examination)
      )
    )
  }

  private func weatherGains(in examination: Examination) -> [Margin.Gain] {
    switch plant.kind {
    case .onshoreWind, .offshoreWind, .centralSolar, .distributedSolar:
      plant.takesPower
        ? [] : examination.reserveGains(ofWeatherIn: owner.zone, holdsReserve: false)
    default: []
    }
  }

  private func checkAnyShare(
    _ output: [Double],
    isFollowed: Bool,
    in examination: inout Examination
  ) {
    let floor = least.map { plant.isMustRun ? $0 : 0 }
    examination.requireRange("output range", of: owner, size: size, output, from: floor, to: most)
    if let curve = plant.costSteps {
      checkPieces(
        of: curve.hull(onlineCost: examination.values(of: plant.noLoadCost).min() ?? 0),
        output: output,
        on: [Double](repeating: 1, count: examination.hours),
        in: &examination
      )
    } else {
      let prices = examination.values(of: plant.noLoadCost).map { $0 / rated }
      examination.ledger.charge(.operation, of: owner.name, prices: prices, for: output)
    }
    let all = commitment.capacity
    addSynchronous(all, in: &examination)
    checkReserve(of: output, from: floor, online: isFollowed ? all : nil, in: &examination)
  }

  private func checkReserve(
    of output: [Double],
    from floor: [Double],
    online: [Double]?,
    in examination: inout Examination
  ) {
    commitment.checkReserve(
      up: zip(most, output).map(-),
      down: zip(output, floor).map(-),
      online: online,
      in: &examination
    )
  }

  /// Checks the pieces of a cost curve against output and what is on, and charges them.
  func checkPieces(
    of curve: CostCurve,
    output: [Double],
    on share: [Double],
    in examination: inout Examination
  ) {
    var sum = share.map { $0 * (curve.points.first?.power ?? 0) }
    for (index, step) in curve.steps.enumerated() {
      let piece = examination.series(.costStep(index + 1), of: owner)
      let isLast = index + 2 == curve.points.count
      examination.require("width of step \(index + 1)", of: owner, size: size) { hour in
        larger(-piece[hour], isLast ? 0 : piece[hour] - step.width * share[hour])
      }
      examination.ledger.charge(.operation, of: owner.name, price: step.slope, for: piece)
      ZoneTotals.add(piece, to: &sum)
    }
    examination.identify("cost steps", of: owner, size: size) { output[$0] - sum[$0] }
  }
}
