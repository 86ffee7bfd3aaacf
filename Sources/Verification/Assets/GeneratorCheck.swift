import Grid
import GridDispatch

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
  let owner: Owner
  let rated: Double
  /// Least and largest output of each hour, MW where all is on.
  let least: [Double]
  let most: [Double]
  /// Output that a started and a stopping MW may have, share.
  let startOutput: Double
  let shutdownOutput: Double
  /// The most that output can have to fall in an hour, from before the first on, MW.
  let fall: Double

  init(_ plant: Generator, in examination: Examination) {
    self.plant = plant
    owner = plant.owner
    let rated = plant.capacity.megawatts
    self.rated = rated
    least = examination.values(of: plant.minimumOutput).map { $0 * rated }
    most = examination.values(of: plant.maximumOutput).map { $0 * rated }
    let largest = (most.max() ?? 0) / rated
    startOutput = min(largest, (plant.startOutput ?? .infinity) / rated)
    let isKnown = plant.commitment == .none || plant.isInitiallyOnline == true
    let before = isKnown ? (plant.initialOutput ?? 0) / rated : 0
    shutdownOutput = min(max(largest, before), (plant.shutdownOutput ?? .infinity) / rated)
    fall = max(largest, before) * rated - (least.min() ?? 0)
  }

  /// One plus the capacity.
  var size: Double { 1 + rated }
  /// The least output of any hour, MW.
  var base: Double { least.min() ?? 0 }
  /// From there to the largest of any hour, MW.
  var span: Double { (most.max() ?? 0) - base }
  /// The most that output can have to rise in an hour, from before the first on, MW.
  var climb: Double {
    guard plant.commitment == .none, let before = plant.initialOutput else { return span }
    return max(span, (most.max() ?? 0) - before)
  }
  /// Ramps in MW an hour.
  var rampUp: Double { plant.rampUp ?? .infinity }
  var rampDown: Double { plant.rampDown ?? .infinity }

  /// Whether the plant offers reserve where it is asked for.
  var holdsReserve: Bool { plant.providesReserve && !plant.takesPower }

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
    hasStarts || (least.max() ?? 0) > 0 || plant.noLoadCost != .constant(0)
      || (plant.costSteps?.points.first?.cost ?? 0) > 0
      || plant.remainingUpHours > 0 || plant.remainingDownHours > 0
  }

  /// Whether it must tell what was started.
  var hasStarts: Bool {
    let largest = (most.max() ?? 0) / rated
    return plant.startCost > 0 || plant.stopCost > 0 || plant.minimumUpHours > 1
      || plant.minimumDownHours > 1 || startOutput < largest || rampUp < climb
      || min(rampDown, shutdownOutput * rated - base) < fall
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
    examination.requireRange(
      "output range",
      of: owner,
      size: size,
      output,
      from: least,
      to: most
    )
    if let curve = plant.costSteps, let first = curve.points.first {
      let on = [Double](repeating: 1, count: examination.hours)
      checkPieces(of: curve, output: output, on: on, in: &examination)
      examination.ledger.charge(.operation, of: owner.name, price: first.cost, for: on)
    }
    let first = plant.initialOutput == nil ? 1 : 0
    let before = [plant.initialOutput ?? 0] + output.dropLast()
    let shared = examination.sharedReserve(of: owner, isHeld: holdsReserve)
    if rampUp < climb {
      examination.require("ramp up", of: owner, size: size, from: first) {
        output[$0] + shared.up[$0] - before[$0] - rampUp
      }
    }
    if rampDown < fall {
      examination.require("ramp down", of: owner, size: size, from: first) {
        before[$0] - output[$0] + shared.down[$0] - rampDown
      }
    }
    addSynchronous([Double](repeating: rated, count: examination.hours), in: &examination)
    checkReserve(
      up: zip(most, output).map(-),
      down: zip(output, least).map(-),
      speed: [Double](repeating: rated, count: examination.hours),
      isFollowed: true,
      in: &examination
    )
  }

  private func checkAnyShare(
    _ output: [Double],
    isFollowed: Bool,
    in examination: inout Examination
  ) {
    let floor = least.map { plant.isMustRun ? $0 : 0 }
    examination.requireRange(
      "output range",
      of: owner,
      size: size,
      output,
      from: floor,
      to: most
    )
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
    let all = [Double](repeating: rated, count: examination.hours)
    addSynchronous(all, in: &examination)
    checkReserve(
      up: zip(most, output).map(-),
      down: zip(output, floor).map(-),
      speed: all,
      isFollowed: isFollowed,
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

  /// Checks the reserve held against room and speed; what is fast enough holds all of its room.
  func checkReserve(
    up: [Double],
    down: [Double],
    speed: [Double],
    isFollowed: Bool,
    in examination: inout Examination
  ) {
    guard holdsReserve else { return }
    let policy = examination.setting.reserve(in: owner.zone)
    let reach = rampUp * policy.responseMinutes / 60
    let stop = plant.commitment == .none ? Double.infinity : shutdownOutput * rated - base
    let limits = [
      (ReserveDirection.up, up, rampUp < climb), (.down, down, min(rampDown, stop) < fall),
    ]
    for (direction, room, isRampLimited) in limits where policy.isRequired(direction) {
      let held = examination.reserve(direction, of: owner)
      if !isFollowed || reach >= span && !(policy.sharesRamp && isRampLimited) {
        examination.identify("reserve \(direction)", of: owner, size: size) {
          held[$0] - room[$0]
        }
        continue
      }
      examination.require("reserve \(direction)", of: owner, size: size) { step in
        larger(
          -held[step],
          larger(held[step] - room[step], held[step] - reach * speed[step] / rated)
        )
      }
    }
  }
}
