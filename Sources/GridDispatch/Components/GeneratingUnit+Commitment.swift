import Grid

/// The states of a unit with commitment: decisions, or numbers where a schedule gives them.
struct UnitStates {
  /// Online capacity, MW.
  var online: HourlySum
  /// Online capacity an hour before, the state before the first hour included.
  var before: HourlySum
  /// Capacity started, MW; zero where nothing asks for it.
  var started: HourlySum
  /// The first hour whose change from the hour before is known.
  var firstChange: Int

  /// Capacity stopped, MW; only from the first known change on.
  var stopped: HourlySum { before - online + started }
}

extension GeneratingUnit {
  /// Writes the unit with what is on, in the model's decisions or as given.
  func formulateCommitment(in model: inout DispatchModel) {
    let states = states(in: &model)
    let above = outputAboveLeast(states, in: &model)
    let base = least(over: model.steps)
    let output = base * states.online + above
    let held = holdReserve(above: above, output: output, states, in: &model)
    if held.taken.terms.isEmpty == false || isLimitARow {
      model.require(
        "capacity",
        of: owner,
        above + held.taken <= room(above: base, states, in: model)
      )
    }
    requireRamps(above: above, base: base, states, held: held.reserve, in: &model)
    chargeStates(states, in: &model)
    model.record(.online, of: owner, states.online)
    if needsStarts(over: model.steps) { model.record(.started, of: owner, states.started) }
    contributeSynchronous(states.online, in: &model)
    finish(output, in: &model)
  }

  /// Whether the largest output is a row; a bound says it where the schedule is given and no curve cuts it, and
  /// nothing needs to where the curve is one point.
  private var isLimitARow: Bool {
    curve.map { !$0.steps.isEmpty } ?? (commitment == .linear)
  }

  /// What the output may lie above the least: `(M−m)·u − (M−S)·s`.
  private func room(
    above base: Double,
    _ states: UnitStates,
    in model: DispatchModel
  ) -> HourlySum {
    let whole = maximum.map { $0 - base } * states.online
    let cut = maximum.map { max(0, $0 - startOutput) }
    return cut.isEverywhere(0) ? whole : whole - cut * states.started
  }

  private func outputAboveLeast(
    _ states: UnitStates,
    in model: inout DispatchModel
  ) -> HourlySum {
    let base = least(over: model.steps)
    let above: HourlySum
    if let curve {
      let share =
        commitment == .fixed ? (1 / capacity) * states.online.constant : .constant(1)
      above = pieces(of: curve, share: share, in: &model)
      if commitment == .linear { limitPieces(of: curve, above, states, in: &model) }
    } else {
      let most =
        commitment == .fixed
        ? room(above: base, states, in: model).constant.map { max(0, $0) }
        : capacity * maximum.map { max(0, $0 - base) }
      above = model.variable("above minimum", of: owner, to: most)
    }
    guard !minimum.isEverywhere(base) else { return above }
    model.require(
      "minimum output",
      of: owner,
      above >= minimum.map { $0 - base } * states.online
    )
    return above
  }

  /// A piece is as wide as the share online; the dearest is last, so the capacity limits it.
  private func limitPieces(
    of curve: CostCurve,
    _ above: HourlySum,
    _ states: UnitStates,
    in model: inout DispatchModel
  ) {
    for (index, step) in curve.steps.dropLast().enumerated() {
      let piece = HourlySum(terms: [above.terms[index]])
      model.require(
        "width of step \(index + 1)",
        of: owner,
        piece <= (step.width / capacity) * states.online
      )
    }
  }

  private func chargeStates(_ states: UnitStates, in model: inout DispatchModel) {
    let least = curve?.points.first?.cost ?? 0
    let idle = noLoadCost.map { ($0 + least) / capacity }
    model.charge(.operation, idle, for: states.online, of: owner)
    model.charge(.start, .constant(startCost / capacity), for: states.started, of: owner)
    let known = model.steps.map { $0 < states.firstChange ? 0 : stopCost / capacity }
    if stopCost > 0 { model.charge(.start, .hourly(known), for: states.stopped, of: owner) }
  }

  /// Offers reserve; returns it, and what of it takes room above the output in a row of its own.
  private func holdReserve(
    above: HourlySum,
    output: HourlySum,
    _ states: UnitStates,
    in model: inout DispatchModel
  ) -> (reserve: HeldReserve, taken: HourlySum) {
    let policy = model.setting.reserve(in: owner.zone)
    var reserve = HeldReserve(sharesRamp: policy.sharesRamp)
    guard providesReserve else { return (reserve, HourlySum()) }
    let reach = reach(in: model)
    if policy.isRequired(.down) {
      let room = output - minimum * states.online
      var held = room
      if !holdsAllRoom(.down, in: model) {
        held = model.variable("reserve down", of: owner, to: .constant(min(1, reach) * capacity))
        if reach < span(over: model.steps) {
          model.require("reserve down speed", of: owner, held <= reach * states.online)
        }
        model.require("reserve down room", of: owner, held <= room)
      }
      model.offer(.down, held, of: owner)
      reserve.take(.down, held)
    }
    guard policy.isRequired(.up) else { return (reserve, HourlySum()) }
    if holdsAllRoom(.up, in: model) {
      let room = room(above: least(over: model.steps), states, in: model)
      model.offer(.up, room - above, of: owner)
      return (reserve, HourlySum())
    }
    let held = model.variable("reserve up", of: owner, to: .constant(min(1, reach) * capacity))
    model.require("reserve up speed", of: owner, held <= reach * states.online)
    model.offer(.up, held, of: owner)
    reserve.take(.up, held)
    return (reserve, held)
  }
}

// MARK: - States

extension GeneratingUnit {
  private func states(in model: inout DispatchModel) -> UnitStates {
    commitment == .fixed ? givenStates(in: model) : decidedStates(in: &model)
  }

  /// The states of a schedule that is given.
  private func givenStates(in model: DispatchModel) -> UnitStates {
    let online = model.steps.map { capacity * (self.online?[$0] ?? 1) }
    let initial = isInitiallyOnline.map { $0 ? capacity : 0 }
    let before = model.steps.map { $0 == 0 ? initial ?? online[0] : online[$0 - 1] }
    let started = zip(online, before).map { max(0, $0 - $1) }
    return UnitStates(
      online: HourlySum(.hourly(online)),
      before: HourlySum(.hourly(before)),
      started: HourlySum(.hourly(started)),
      firstChange: 0
    )
  }

  private func decidedStates(in model: inout DispatchModel) -> UnitStates {
    let onFirst = remainingUpHours
    let online = model.variable(
      "online",
      of: owner,
      from: isMustRun
        ? .constant(capacity) : bound(capacity, 0, first: onFirst, in: model),
      to: bound(0, capacity, first: remainingDownHours, in: model)
    )
    let initial = isInitiallyOnline.map { $0 ? capacity : 0 }
    var states = UnitStates(
      online: online,
      before: online.before + HourlySum(model.onlyAtFirstStep(initial ?? 0)),
      started: HourlySum(),
      firstChange: initial == nil ? 1 : 0
    )
    guard needsStarts(over: model.steps) else { return states }
    states.started = model.variable("started", of: owner, to: .constant(capacity))
    model.require(
      "start",
      of: owner,
      states.started >= online - states.before,
      from: states.firstChange
    )
    requireTimes(states, initial: initial, in: &model)
    return states
  }

  /// A number in the first hours and another after them.
  private func bound(
    _ early: Double,
    _ late: Double,
    first hours: Int,
    in model: DispatchModel
  ) -> HourlyValue {
    guard hours > 0 else { return .constant(late) }
    return .hourly(model.steps.map { $0 < hours ? early : late })
  }
}
