import GridDispatch

/// What is on, started and stopped, hour by hour.
private struct CheckedStates {
  let online: [Double]
  let before: [Double]
  let started: [Double]
  /// The first hour whose change from the hour before is known.
  let firstChange: Int

  func stopped(_ step: Int) -> Double { before[step] - online[step] + started[step] }
}

extension GeneratorCheck {
  /// Checks a plant whose schedule tells what is on.
  func checkStates(_ output: [Double], in examination: inout Examination) {
    let states = states(in: &examination)
    let on = states.online.map { $0 / rated }
    let cut = most.map { max(0, $0 / rated - startOutput) }
    let limit = on.indices.map { most[$0] * on[$0] - cut[$0] * states.started[$0] }
    examination.require("output range", of: owner, size: size) { step in
      larger(least[step] * on[step] - output[step], output[step] - limit[step])
    }
    if let curve = plant.costSteps {
      checkPieces(of: curve, output: output, on: on, in: &examination)
    }
    let above = on.indices.map { output[$0] - base * on[$0] }
    checkRamps(above, states, in: &examination)
    charge(states, in: &examination)
    addSynchronous(states.online, in: &examination)
    checkReserve(
      up: zip(limit, output).map(-),
      down: on.indices.map { output[$0] - least[$0] * on[$0] },
      speed: states.online,
      isFollowed: true,
      in: &examination
    )
  }

  private func states(in examination: inout Examination) -> CheckedStates {
    let online = examination.series(.online, of: owner)
    let none = [Double](repeating: 0, count: examination.hours)
    let started = hasStarts ? examination.series(.started, of: owner) : none
    let initial = plant.isInitiallyOnline.map { $0 ? rated : 0 }
    let given = plant.commitment == .fixed
    let states = CheckedStates(
      online: online,
      before: [initial ?? (given ? online.first ?? 0 : 0)] + online.dropLast(),
      started: started,
      firstChange: initial == nil && !given ? 1 : 0
    )
    if given {
      let schedule = plant.online.map { examination.values(of: $0) } ?? none.map { _ in 1 }
      examination.identify("given schedule", of: owner, size: size) {
        online[$0] - rated * schedule[$0]
      }
      if hasStarts {
        examination.identify("starts of the schedule", of: owner, size: size) {
          started[$0] - max(0, online[$0] - states.before[$0])
        }
      }
    } else {
      checkDecisions(states, initial: initial, in: &examination)
    }
    return states
  }

  private func checkDecisions(
    _ states: CheckedStates,
    initial: Double?,
    in examination: inout Examination
  ) {
    let (online, started) = (states.online, states.started)
    examination.require("online range", of: owner, size: size) { step in
      let mustBeOn = plant.isMustRun || step < plant.remainingUpHours
      let mustBeOff = step < plant.remainingDownHours
      return larger((mustBeOn ? rated : 0) - online[step], online[step] - (mustBeOff ? 0 : rated))
    }
    guard hasStarts else { return }
    examination.require("start", of: owner, size: size) { -started[$0] }
    examination.require("start range", of: owner, size: size) { started[$0] - rated }
    examination.require("start", of: owner, size: size, from: states.firstChange) { step in
      online[step] - states.before[step] - started[step]
    }
    // Times of one hour matter only where starts that nothing needs let the rest ramp further.
    let easesRamps =
      startOutput - base / rated > rampUp / rated
      || shutdownOutput - base / rated > min(rampDown, fall) / rated
    if plant.minimumUpHours > 1 || easesRamps {
      let recent = RecentHours.sums(of: started, over: max(1, plant.minimumUpHours))
      examination.require("minimum up time", of: owner, size: size) { recent[$0] - online[$0] }
    }
    guard plant.minimumDownHours > 1 || easesRamps else { return }
    let known = examination.hours - (initial == nil ? 1 : 0)
    let down = max(min(plant.minimumDownHours, known), 1)
    let recent = RecentHours.sums(of: started, over: down)
    let first = initial == nil ? down : down - 1
    examination.require("minimum down time", of: owner, size: size, from: first) { step in
      recent[step] + (step < down ? initial ?? 0 : online[step - down]) - rated
    }
  }

  private func checkRamps(
    _ above: [Double],
    _ states: CheckedStates,
    in examination: inout Examination
  ) {
    var initial: Double?
    if let isOn = plant.isInitiallyOnline {
      initial = isOn ? plant.initialOutput.map { max(0, $0 - base) } : 0
    }
    let before = [initial ?? 0] + above.dropLast()
    let first = initial == nil ? 1 : 0
    let least = base / rated
    let shared = examination.sharedReserve(of: owner, isHeld: holdsReserve)
    if rampUp < climb {
      examination.require("ramp up", of: owner, size: size, from: first) { step in
        let staying = (states.online[step] - states.started[step]) / rated
        return above[step] + shared.up[step] - before[step] - rampUp * staying
          - (startOutput - least) * states.started[step]
      }
    }
    if min(rampDown, shutdownOutput * rated - base) < fall {
      let speed = min(rampDown, fall)
      examination.require("ramp down", of: owner, size: size, from: first) { step in
        let staying = (states.online[step] - states.started[step]) / rated
        return before[step] - above[step] + shared.down[step] - speed * staying
          - (shutdownOutput - least) * states.stopped(step)
      }
    }
  }

  private func charge(_ states: CheckedStates, in examination: inout Examination) {
    let least = plant.costSteps?.points.first?.cost ?? 0
    let idle = examination.values(of: plant.noLoadCost).map { ($0 + least) / rated }
    examination.ledger.charge(
      .operation,
      of: owner.name,
      prices: idle,
      for: states.online
    )
    examination.ledger.charge(
      .start,
      of: owner.name,
      price: plant.startCost / rated,
      for: states.started
    )
    let stopped = states.online.indices.map { $0 < states.firstChange ? 0 : states.stopped($0) }
    examination.ledger.charge(
      .start,
      of: owner.name,
      price: plant.stopCost / rated,
      for: stopped
    )
  }
}
