package import Hourly
import Tables

/// A plant by its cost curve: always on, on by any share, or on as a schedule says.
///
/// What is on of it follows ``UnitCommitment``, with a state before the first hour. Output above the least a falls
/// into the pieces of a cost curve:
///
///     a[t] = Σₖ δₖ[t],    δₖ[t] ≤ wₖ·u[t]/c                   all pieces but the last, the dearest
///
/// What is always on has one variable: `m·c ≤ p ≤ M·c`. Where the model follows no commitment, a unit that is on by a
/// share has `0 ≤ p ≤ M·c` at the cheapest cost that any share could give it; a schedule that is given stays.
package struct GeneratingUnit: Sendable {
  package let commitment: UnitCommitment
  package let marginalCost: HourlyValue
  package let curve: CostCurve?
  package let isMustRun: Bool
  /// Whether it must stay on or off in the first hours.
  package let isHeldAtFirst: Bool
  package let noLoadCost: HourlyValue
  package let mostEnergy: Double?
  package let leastEnergy: Double?
  package let carbonRate: Double
  package let sign: Double
  package let isWeatherDriven: Bool
  package let isSynchronous: Bool

  /// The capacity, MW.
  var size: Double { commitment.capacity.most }

  /// Writes the unit to the program.
  package func formulate(in desk: inout Desk) {
    switch commitment.online {
    case .always: formulateAlwaysOn(in: &desk)
    case .decided where desk.detail == .none || !needsOnline: formulateAnyShare(in: &desk)
    case .decided, .given: formulateCommitment(in: &desk)
    }
  }

  /// Whether what is on must be told from what is not.
  private var needsOnline: Bool {
    commitment.needsStarts || commitment.minimum.most > 0 || !noLoadCost.isEverywhere(0)
      || (curve?.points.first?.cost ?? 0) > 0 || isHeldAtFirst
  }

  /// What every way of running shares: cost, emissions, limits of energy and the zone's balance.
  func finish(_ output: HourlySum, running: HourlySum, in desk: inout Desk) {
    if isSynchronous { desk.contribute(running, to: \.synchronous) }
    desk.charge(.operation, marginalCost, for: output)
    if carbonRate > 0 {
      let emitted = carbonRate * output
      desk.record(.carbonDioxide, emitted)
      desk.charge(.carbon, desk.setting.pricedCarbon, for: emitted)
    }
    if mostEnergy != nil || leastEnergy != nil {
      desk.requireTotal(
        "energy limit",
        output,
        over: desk.steps,
        atLeast: leastEnergy ?? -.infinity,
        atMost: mostEnergy ?? .infinity,
        isGlobal: true
      )
    }
    if isWeatherDriven {
      let available = HourlySum(size * commitment.maximum)
      desk.record(.available, available)
      desk.record(.curtailed, available - output)
      desk.contribute(output, to: \.windAndSolar)
    }
    desk.inject(sign * output)
  }

  /// Declares the pieces of a curve, charges them and returns their sum.
  func pieces(
    of curve: CostCurve,
    share: HourlyValue,
    in desk: inout Desk
  ) -> HourlySum {
    var sum = HourlySum()
    for (index, step) in curve.steps.enumerated() {
      let piece = desk.variable("step \(index + 1)", to: step.width * share)
      desk.record(.costStep(index + 1), piece)
      desk.charge(.operation, .constant(step.slope), for: piece)
      sum += piece
    }
    return sum
  }
}

// MARK: - Without states

extension GeneratingUnit {
  private func formulateAlwaysOn(in desk: inout Desk) {
    let (floor, ceiling) = (size * commitment.minimum, size * commitment.maximum)
    let movable: HourlySum
    var base = 0.0
    if let curve, let first = curve.points.first {
      movable = pieces(of: curve, share: 1, in: &desk)
      base = first.power
      desk.charge(.operation, .constant(first.cost), for: HourlySum(1))
      limit(movable + HourlySum(.constant(base)), to: ceiling, in: &desk)
    } else {
      movable = desk.variable("output", from: floor, to: ceiling)
    }
    let output = movable + HourlySum(.constant(base))
    let held = commitment.holdReserve(
      of: output,
      from: floor,
      to: ceiling,
      isFollowed: true,
      in: &desk
    )
    let running = commitment.declareOnline(in: &desk)
    let states = commitment.states(of: running, in: &desk)
    commitment.requireRamps(of: movable, base: base, states, held: held, in: &desk)
    finish(output, running: running, in: &desk)
  }

  private func formulateAnyShare(in desk: inout Desk) {
    let floor: HourlyValue = isMustRun ? size * commitment.minimum : 0
    let ceiling = size * commitment.maximum
    var output: HourlySum
    if let curve {
      output = pieces(
        of: curve.hull(onlineCost: noLoadCost.minimum(over: desk.steps)),
        share: 1,
        in: &desk
      )
      limit(output, to: ceiling, in: &desk)
      if isMustRun { desk.require("must run", output >= HourlySum(floor)) }
    } else {
      output = desk.variable("output", from: floor, to: ceiling)
      desk.charge(.operation, noLoadCost.map { $0 / size }, for: output)
    }
    _ = commitment.holdReserve(
      of: output,
      from: floor,
      to: ceiling,
      // What follows its commitment, and is on at no cost, is all on; else any share may be.
      isFollowed: desk.detail != .none && !commitment.isFast(in: desk),
      in: &desk
    )
    finish(output, running: HourlySum(commitment.capacity), in: &desk)
  }

  private func limit(_ output: HourlySum, to ceiling: HourlyValue, in desk: inout Desk) {
    guard ceiling.minimum(over: desk.steps) < size else { return }
    desk.require("largest output", output <= HourlySum(ceiling))
  }
}
