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

  var owner: Owner { commitment.owner }
  /// The capacity, MW.
  var size: Double { commitment.capacity.most }

  /// Writes the unit to the program.
  package func formulate(in model: inout DispatchModel) {
    switch commitment.online {
    case .always: formulateAlwaysOn(in: &model)
    case .decided where model.detail == .none || !needsOnline: formulateAnyShare(in: &model)
    case .decided, .given: formulateCommitment(in: &model)
    }
  }

  /// Whether what is on must be told from what is not.
  private var needsOnline: Bool {
    commitment.needsStarts || commitment.minimum.most > 0 || !noLoadCost.isEverywhere(0)
      || (curve?.points.first?.cost ?? 0) > 0 || isHeldAtFirst
  }

  /// What every way of running shares: cost, emissions, limits of energy and the zone's balance.
  func finish(_ output: HourlySum, running: HourlySum, in model: inout DispatchModel) {
    if isSynchronous { model.contribute(running, to: \.synchronous, of: owner) }
    model.charge(.operation, marginalCost, for: output, of: owner)
    if carbonRate > 0 {
      let emitted = carbonRate * output
      model.record(.carbonDioxide, of: owner, emitted)
      model.charge(.carbon, model.setting.pricedCarbon, for: emitted, of: owner)
    }
    if mostEnergy != nil || leastEnergy != nil {
      model.requireTotal(
        "energy limit",
        of: owner,
        output,
        over: model.steps,
        atLeast: leastEnergy ?? -.infinity,
        atMost: mostEnergy ?? .infinity,
        isGlobal: true
      )
    }
    if isWeatherDriven {
      let available = HourlySum(size * commitment.maximum)
      model.record(.available, of: owner, available)
      model.record(.curtailed, of: owner, available - output)
      model.contribute(output, to: \.windAndSolar, of: owner)
    }
    model.inject(sign * output, of: owner)
  }

  /// Declares the pieces of a curve, charges them and returns their sum.
  func pieces(
    of curve: CostCurve,
    share: HourlyValue,
    in model: inout DispatchModel
  ) -> HourlySum {
    var sum = HourlySum()
    for (index, step) in curve.steps.enumerated() {
      let piece = model.variable("step \(index + 1)", of: owner, to: step.width * share)
      model.record(.costStep(index + 1), of: owner, piece)
      model.charge(.operation, .constant(step.slope), for: piece, of: owner)
      sum += piece
    }
    return sum
  }
}

// MARK: - Without states

extension GeneratingUnit {
  private func formulateAlwaysOn(in model: inout DispatchModel) {
    let (floor, ceiling) = (size * commitment.minimum, size * commitment.maximum)
    let movable: HourlySum
    var base = 0.0
    if let curve, let first = curve.points.first {
      movable = pieces(of: curve, share: 1, in: &model)
      base = first.power
      model.charge(.operation, .constant(first.cost), for: HourlySum(1), of: owner)
      limit(movable + HourlySum(.constant(base)), to: ceiling, in: &model)
    } else {
      movable = model.variable("output", of: owner, from: floor, to: ceiling)
    }
    let output = movable + HourlySum(.constant(base))
    let held = commitment.holdReserve(
      of: output,
      from: floor,
      to: ceiling,
      isFollowed: true,
      in: &model
    )
    let running = commitment.declareOnline(in: &model)
    let states = commitment.states(of: running, in: &model)
    commitment.requireRamps(of: movable, base: base, states, held: held, in: &model)
    finish(output, running: running, in: &model)
  }

  private func formulateAnyShare(in model: inout DispatchModel) {
    let floor: HourlyValue = isMustRun ? size * commitment.minimum : 0
    let ceiling = size * commitment.maximum
    var output: HourlySum
    if let curve {
      output = pieces(
        of: curve.hull(onlineCost: noLoadCost.minimum(over: model.steps)),
        share: 1,
        in: &model
      )
      limit(output, to: ceiling, in: &model)
      if isMustRun { model.require("must run", of: owner, output >= HourlySum(floor)) }
    } else {
      output = model.variable("output", of: owner, from: floor, to: ceiling)
      model.charge(.operation, noLoadCost.map { $0 / size }, for: output, of: owner)
    }
    _ = commitment.holdReserve(
      of: output,
      from: floor,
      to: ceiling,
      // What follows its commitment, and is on at no cost, is all on; else any share may be.
      isFollowed: model.detail != .none && !commitment.isFast(in: model),
      in: &model
    )
    finish(output, running: HourlySum(commitment.capacity), in: &model)
  }

  private func limit(_ output: HourlySum, to ceiling: HourlyValue, in model: inout DispatchModel) {
    guard ceiling.minimum(over: model.steps) < size else { return }
    model.require("largest output", of: owner, output <= HourlySum(ceiling))
  }
}
