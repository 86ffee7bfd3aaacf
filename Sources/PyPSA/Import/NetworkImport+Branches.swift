import Grid
import GridDispatch

extension NetworkImport {
  /// Reads lines: their reactance, or their resistance between buses of direct current.
  mutating func readLines() {
    for component in source.components("lines") where isActive(component) {
      guard let from = bus(of: component, "bus0"), let to = bus(of: component, "bus1") else {
        continue
      }
      var line = newLine(component, as: "line", from: from, to: to)
      let ohm = impedance(of: component, isDirectCurrent: from.isDirectCurrent)
      // Ohm to per unit on 100 MVA: x · 100 / v².
      line.reactance = positive(ohm / (from.voltage * from.voltage / 100), of: component)
      draft.lines.append(line)
    }
  }

  /// Ohm of a line, by its own numbers or by its type.
  private mutating func impedance(
    of component: ForeignComponent,
    isDirectCurrent: Bool
  ) -> Double {
    let resistance = source.number(component, "r", 0)
    let reactance = source.number(component, "x", 0)
    let length = source.number(component, "length", 0)
    let parallel = source.number(component, "num_parallel", 1)
    guard let type = source.text(component, "type") else {
      return isDirectCurrent ? resistance : reactance
    }
    guard let found = lineType(type) else {
      source.log.error(
        at: source.place(of: component, "type"),
        field: "type",
        value: type,
        rule: "is not a type of line",
        mend: NearestName.mend(type, among: BranchTypes.lines.keys.sorted())
      )
      return 0
    }
    let each = isDirectCurrent ? found.resistance : found.reactance
    return each * length / max(parallel, 1e-9)
  }

  private mutating func lineType(_ name: String) -> (resistance: Double, reactance: Double)? {
    guard let own = source.components("line_types").first(where: { $0.name == name }) else {
      return BranchTypes.lines[name]
    }
    return (source.number(own, "r_per_length", 0), source.number(own, "x_per_length", 0))
  }

  /// Reads transformers, per unit of their size.
  mutating func readTransformers() {
    for component in source.components("transformers") where isActive(component) {
      guard let from = bus(of: component, "bus0"), let to = bus(of: component, "bus1") else {
        continue
      }
      var line = newLine(component, as: "transformer", from: from, to: to)
      var reactance = source.number(component, "x", 0)
      var size = source.number(component, "s_nom", 0)
      line.tapRatio = source.number(component, "tap_ratio", 1)
      line.phaseShift = single(
        source.values(component, "phase_shift", 0),
        "phase_shift",
        of: component,
        Self.mean,
        "A phase shift is one number: the mean."
      )
      let parallel = source.number(component, "num_parallel", 1)
      let position = source.number(component, "tap_position", 0)
      _ = source.number(component, "tap_side", 0)
      if let type = source.text(component, "type") {
        guard let found = BranchTypes.transformers[type] else {
          source.log.error(
            at: source.place(of: component, "type"),
            field: "type",
            value: type,
            rule: "is not a standard type of transformer",
            mend: NearestName.mend(type, among: BranchTypes.transformers.keys.sorted())
          )
          continue
        }
        reactance = found.reactance
        size = found.size * parallel
        line.limit = Power(megawatts: size)
        line.tapRatio = found.ratio(at: position)
        line.phaseShift = found.phaseShift
      }
      let perUnit = size > 0 ? reactance * 100 / size : 0
      line.reactance = positive(perUnit, of: component)
      draft.lines.append(line)
    }
  }

  private mutating func newLine(
    _ component: ForeignComponent,
    as kind: String,
    from: Bus,
    to: Bus
  ) -> Line {
    var line = Line()
    line.name = draft.settleName(of: component, as: kind)
    (line.from, line.to) = (from.zone, to.zone)
    line.limit = Power(megawatts: min(size(component, "s_nom"), 1e6))
    line.limitShare = draft.profile(
      source.values(component, "s_max_pu", 1),
      "s_max_pu",
      of: line.name,
      in: component.list
    )
    line.expansion = expansion(of: component, "s_nom")
    return line
  }

  /// A reactance that is not 0, which no voltage law could divide by.
  private mutating func positive(_ reactance: Double, of component: ForeignComponent) -> Double {
    if reactance >= 1e-9, reactance <= 1e4 { return reactance }
    draft.note(
      .changed,
      component.list,
      "x",
      reactance > 1 ? "A reactance is 10,000 at most." : "A reactance is not 0: 1e-6.",
      of: component.name
    )
    return reactance > 1 ? 1e4 : 1e-6
  }
}

// MARK: - Links

extension NetworkImport {
  /// Reads links as corridors: forward to `bus1`, backward where their least power is below 0.
  mutating func readLinks() {
    for component in source.components("links") where isActive(component) {
      guard let from = bus(of: component, "bus0"), let to = bus(of: component, "bus1") else {
        continue
      }
      noteOtherPorts(of: component)
      let efficiency = single(
        source.values(component, "efficiency", 1),
        "efficiency",
        of: component,
        Self.mean,
        "A loss is one number: of the mean efficiency."
      )
      guard efficiency <= 1, efficiency >= 0.5 else {
        draft.note(
          .leftOut,
          component.list,
          "efficiency",
          "A corridor gives at most what it takes, and at least half: the link is left out.",
          of: component.name
        )
        continue
      }
      var corridor = Corridor()
      corridor.name = draft.settleName(of: component, as: "link")
      (corridor.from, corridor.to) = (from.zone, to.zone)
      corridor.loss = 1 - efficiency
      readLimits(of: component, into: &corridor)
      readRules(of: component, into: &corridor)
      corridor.expansion = expansion(of: component, "p_nom")
      draft.corridors.append(corridor)
    }
  }

  private mutating func noteOtherPorts(of component: ForeignComponent) {
    for number in 2...5 {
      guard let other = source.text(component, "bus\(number)") else { continue }
      _ = source.values(component, "efficiency\(number)", 1)
      draft.note(
        .leftOut,
        component.list,
        "bus\(number)",
        "A corridor has two ends; what goes to further buses is left out.",
        of: "\(component.name) to \(other)"
      )
    }
  }

  private mutating func readLimits(
    of component: ForeignComponent,
    into corridor: inout Corridor
  ) {
    let steps = snapshots.horizon.steps
    let power = min(size(component, "p_nom"), 1e6)
    let most = source.values(component, "p_max_pu", 1)
    let least = source.values(component, "p_min_pu", 0)
    if least.maximum(over: steps) > 0 || most.minimum(over: steps) < 0 {
      draft.note(
        .leftOut,
        component.list,
        "p_min_pu",
        "A corridor may stand still: a least flow is left out.",
        of: component.name
      )
    }
    corridor.forwardLimit = Power(megawatts: power)
    corridor.forwardShare = draft.profile(
      most.map { min(1, max(0, $0)) },
      "p_max_pu",
      of: corridor.name,
      in: component.list
    )
    guard least.minimum(over: steps) < 0 else { return }
    corridor.backwardLimit = corridor.forwardLimit
    corridor.backwardShare = draft.profile(
      least.map { min(1, max(0, -$0)) },
      "p_min_pu",
      of: corridor.name,
      in: component.list
    )
    guard corridor.loss > 0 else { return }
    draft.note(
      .changed,
      component.list,
      "efficiency",
      "Backward flow loses as forward flow does; in PyPSA it gains.",
      of: component.name
    )
  }

  private mutating func readRules(
    of component: ForeignComponent,
    into corridor: inout Corridor
  ) {
    let cost = single(
      source.values(component, "marginal_cost", 0),
      "marginal_cost",
      of: component,
      Self.mean,
      "A cost of a corridor is one number: the mean."
    )
    corridor.wheelingCost = min(max(0, cost), 10_000)
    if cost < 0 {
      draft.note(
        .leftOut,
        component.list,
        "marginal_cost",
        "Sending power cannot earn: a cost below 0 is left out.",
        of: component.name
      )
    } else if cost > 0, corridor.backwardLimit.megawatts > 0 {
      draft.note(
        .changed,
        component.list,
        "marginal_cost",
        "Backward flow costs as forward flow does; in PyPSA it earns.",
        of: component.name
      )
    }
    let ramps = ["ramp_limit_up", "ramp_limit_down"].map {
      source.values(component, $0, .nan, empty: 1)
    }.filter { !$0[0].isNaN }.map { $0.maximum(over: snapshots.horizon.steps) }
    if let ramp = ramps.max(), ramp < 2 {
      corridor.ramp = ramp
      if ramps.count < 2 || ramps[0] != ramps[1] {
        draft.note(
          .changed,
          component.list,
          "ramp_limit_up",
          "A ramp limit is one number for both ways: the larger.",
          of: component.name
        )
      }
    }
    for attribute in ["p_set", "p_init", "committable", "stand_by_cost", "delay"] {
      let text = source.text(component, attribute)
      guard let text, !["0", "0.0", "False", "false"].contains(text) else { continue }
      draft.note(
        .leftOut,
        component.list,
        attribute,
        "A corridor has no such rule.",
        of: component.name
      )
    }
  }
}
