import GridFormulation
import Tables

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
      line.reactance = settled(ohm / (from.voltage * from.voltage / 100), of: component)
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
      refuse(type, of: component, among: BranchTypes.lines.keys.sorted())
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
        guard let found = transformerType(type) else {
          refuse(type, of: component, among: BranchTypes.transformers.keys.sorted())
          continue
        }
        reactance = found.reactance / max(parallel, 1e-9)
        size = found.size
        line.limit = Power(megawatts: size)
        line.tapRatio = found.ratio(at: position)
        line.phaseShift = found.phaseShift
        if parallel != 1 { noteParallel(of: component) }
      }
      let perUnit = size > 0 ? reactance * 100 / size : 0
      line.reactance = settled(perUnit, of: component)
      draft.lines.append(line)
    }
  }

  /// A type of the network's own, else a standard one.
  private mutating func transformerType(_ name: String) -> BranchTypes.Transformer? {
    guard let own = source.components("transformer_types").first(where: { $0.name == name }) else {
      return BranchTypes.transformers[name]
    }
    return BranchTypes.Transformer(
      source.number(own, "s_nom", 0),
      source.number(own, "vsc", 0),
      source.number(own, "vscr", 0),
      shift: source.number(own, "phase_shift", 0),
      tapNeutral: source.number(own, "tap_neutral", 0),
      tapStep: source.number(own, "tap_step", 0)
    )
  }

  private mutating func refuse(
    _ type: String,
    of component: ForeignComponent,
    among names: [String]
  ) {
    source.log.error(
      at: source.place(of: component, "type"),
      field: "type",
      value: type,
      rule: "is no standard type and none of the network",
      fix: NearestName.fix(type, among: names)
    )
  }

  private mutating func noteParallel(of component: ForeignComponent) {
    draft.note(
      .changed,
      component.list,
      "num_parallel",
      "As in PyPSA it divides the reactance and leaves the limit that of one.",
      of: component.name
    )
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
    line.limit = Power(megawatts: size(component, "s_nom"))
    line.limitShare = draft.profile(
      source.values(component, "s_max_pu", 1),
      "s_max_pu",
      of: line.name,
      in: component.list
    )
    var sized = ExtendableAsset(
      component: component,
      size: "s_nom",
      asset: line.name,
      standing: line.limit.megawatts,
      steps: [.init(column: "limit_mw", factor: 1)]
    )
    sized.usable = source.values(component, "s_max_pu", 1)
    line.expansion = settle(sized)
    return line
  }

  /// A reactance that is not 0, which no voltage law could divide by; below 0 with capacitors in series.
  private mutating func settled(_ reactance: Double, of component: ForeignComponent) -> Double {
    let size = abs(reactance)
    if size >= 1e-9, size <= 1e9 { return reactance }
    draft.note(
      .changed,
      component.list,
      "x",
      size > 1 ? "A reactance is 1e9 at most." : "A reactance is not 0: 1e-6.",
      of: component.name
    )
    return size > 1 ? 1e9 : 1e-6
  }
}
