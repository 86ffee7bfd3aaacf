import GridFormulation
import Hourly
import Tables

/// A link as it was read: what it takes at `bus0`, and what it gives at the other buses.
private struct ForeignLink {
  let component: ForeignComponent
  let from: String
  /// The zones it gives to, with the output of a MW of input.
  var outputs: [(zone: String, efficiency: HourlyValue)]
  /// Size, MW of input.
  var power: Double
  /// Least and largest input, share of the size.
  var least: HourlyValue
  var most: HourlyValue
  /// Cost of a MWh of input.
  var cost: HourlyValue
  var rampUp: Double?
  var rampDown: Double?

  /// Whether a corridor says all of it: one output, one loss of at most a half, one cost, free to stand still.
  var isCorridor: Bool {
    guard outputs.count == 1, case .constant(let efficiency) = outputs[0].efficiency,
      (0.5...1).contains(efficiency), case .constant(let cost) = cost, cost >= 0,
      least.most <= 0, most.least >= 0, rampUp == rampDown
    else { return false }
    return least.least >= 0 || cost == 0
  }
}

extension NetworkImport {
  /// Reads links as corridors where these say all of them, else as converters.
  mutating func readLinks() {
    for component in source.components("links") where isActive(component) {
      guard let link = read(component) else { continue }
      if link.isCorridor { addCorridor(link) } else { addConverters(link) }
    }
  }

  private mutating func read(_ component: ForeignComponent) -> ForeignLink? {
    guard let from = bus(of: component, "bus0") else { return nil }
    var outputs: [(zone: String, efficiency: HourlyValue)] = []
    for number in 1...4 {
      let suffix = number == 1 ? "" : String(number)
      guard number == 1 || source.text(component, "bus\(number)") != nil else { continue }
      guard let to = bus(of: component, "bus\(number)") else { return nil }
      outputs.append((to.zone, source.values(component, "efficiency" + suffix, 1)))
    }
    noteWhatIsLeft(of: component)
    guard outputs[0].zone != from.zone else {
      draft.note(
        .leftOut,
        component.list,
        "bus1",
        "It ends where it begins.",
        of: component.name
      )
      return nil
    }
    let power = size(component, "p_nom")
    var link = ForeignLink(
      component: component,
      from: from.zone,
      outputs: outputs,
      power: power,
      least: source.values(component, "p_min_pu", 0),
      most: source.values(component, "p_max_pu", 1),
      cost: source.values(component, "marginal_cost", 0)
    )
    let fixed = source.values(component, "p_set", .nan, empty: .nan)
    if power > 0 {
      let share = fixed.map { $0 / power }
      link.least = share.combined(with: link.least) { $0.isNaN ? $1 : $0 }
      link.most = share.combined(with: link.most) { $0.isNaN ? $1 : $0 }
    }
    link.rampUp = ramp("ramp_limit_up", of: component)
    link.rampDown = ramp("ramp_limit_down", of: component)
    draft.notice(cost: link.cost)
    return link
  }

  private mutating func noteWhatIsLeft(of component: ForeignComponent) {
    for attribute in ["bus5", "bus6", "bus7", "bus8"] {
      guard let other = source.text(component, attribute) else { continue }
      draft.note(
        .leftOut,
        component.list,
        attribute,
        "A converter has four outputs; what goes to further buses is left out.",
        of: "\(component.name) to \(other)"
      )
    }
    for attribute in ["p_init", "committable", "stand_by_cost", "delay"] {
      let text = source.text(component, attribute)
      guard let text, !["0", "0.0", "False", "false"].contains(text) else { continue }
      draft.note(
        .leftOut,
        component.list,
        attribute,
        "A link has no such rule.",
        of: component.name
      )
    }
  }

  private mutating func sized(
    _ link: ForeignLink,
    as asset: String,
    _ steps: [ImportedOption.Step]
  ) -> ExtendableAsset {
    var sized = ExtendableAsset(
      component: link.component,
      size: "p_nom",
      asset: asset,
      standing: link.power,
      steps: steps
    )
    sized.usable = source.values(link.component, "p_max_pu", 1)
    sized.isBound = link.least.most > 0
    if isGiven(link.component) { sized.obstacle = "its power is given by p_set." }
    return sized
  }

  // MARK: - Corridors

  private mutating func addCorridor(_ link: ForeignLink) {
    let component = link.component
    var corridor = Corridor()
    corridor.name = draft.settleName(of: component, as: "link")
    (corridor.from, corridor.to) = (link.from, link.outputs[0].zone)
    corridor.loss = 1 - link.outputs[0].efficiency[0]
    corridor.wheelingCost = link.cost[0]
    corridor.ramp = link.rampUp
    corridor.forwardLimit = Power(megawatts: link.power)
    corridor.forwardShare = draft.profile(
      link.most,
      "p_max_pu",
      of: corridor.name,
      in: component.list
    )
    if link.least.least < 0 {
      corridor.backwardLimit = corridor.forwardLimit
      corridor.backwardShare = draft.profile(
        link.least.map { max(0, -$0) },
        "p_min_pu",
        of: corridor.name,
        in: component.list
      )
      if corridor.loss > 0 {
        draft.note(
          .changed,
          component.list,
          "efficiency",
          "Backward flow loses as forward flow does; in PyPSA it gains.",
          of: component.name
        )
      }
    }
    var steps = [ImportedOption.Step(column: "forward_limit_mw", factor: 1)]
    if link.least.least < 0 { steps.append(.init(column: "backward_limit_mw", factor: 1)) }
    corridor.expansion = settle(sized(link, as: corridor.name, steps))
    draft.corridors.append(corridor)
  }

  // MARK: - Converters

  /// A link as one converter; as two where it runs backward and does not give as much as it takes.
  private mutating func addConverters(_ link: ForeignLink) {
    let isPlain = link.outputs.count == 1 && link.outputs[0].efficiency.isEverywhere(1)
    let isReversible = link.least.least < 0
    if isPlain || !isReversible {
      append(link)
      return
    }
    var forward = link
    forward.least = link.least.map { max(0, $0) }
    forward.most = link.most.map { max(0, $0) }
    let obstacle = "it runs backward as a second converter, and the two cannot be sized alike."
    append(forward, obstacle: obstacle)
    guard let backward = reversed(link) else { return }
    append(backward, suffix: " backward")
    draft.note(
      .changed,
      link.component.list,
      "p_min_pu",
      "A link that runs backward is a second converter, which gives by PyPSA's rule: 1/efficiency.",
      of: link.component.name
    )
  }

  /// What a link does when its power is below 0, seen from `bus1`.
  private mutating func reversed(_ link: ForeignLink) -> ForeignLink? {
    let efficiency = link.outputs[0].efficiency
    guard efficiency.least > 0 else {
      draft.note(
        .leftOut,
        link.component.list,
        "p_min_pu",
        "Backward flow needs an efficiency above 0.",
        of: link.component.name
      )
      return nil
    }
    let inverse = efficiency.map { 1 / $0 }
    var back = ForeignLink(
      component: link.component,
      from: link.outputs[0].zone,
      outputs: [(link.from, inverse)],
      power: link.power,
      least: efficiency * link.most.map { max(0, -$0) },
      most: efficiency * link.least.map { max(0, -$0) },
      cost: -1 * (inverse * link.cost)
    )
    back.outputs += link.outputs.dropFirst().map {
      ($0.zone, -1 * ($0.efficiency * inverse))
    }
    return back
  }

  private mutating func append(
    _ link: ForeignLink,
    obstacle: String? = nil,
    suffix: String = ""
  ) {
    let (component, list) = (link.component, link.component.list)
    var plant = Converter()
    var named = component
    named.name += suffix
    plant.name = draft.settleName(of: named, as: "link")
    plant.from = link.from
    plant.capacity = Power(megawatts: link.power)
    plant.carrier = source.text(component, "carrier")
    plant.minimumInput = draft.profile(link.least, "p_min_pu", of: plant.name, in: list)
    plant.maximumInput = draft.profile(link.most, "p_max_pu", of: plant.name, in: list)
    plant.cost = draft.profile(link.cost, "marginal_cost", of: plant.name, in: list)
    (plant.rampUp, plant.rampDown) = (link.rampUp, link.rampDown)
    if suffix.isEmpty {
      var sized = sized(link, as: plant.name, [.init(column: "capacity_mw", factor: 1)])
      sized.obstacle = sized.obstacle ?? obstacle
      plant.expansion = settle(sized)
    }
    let ports: [(zone: WritableKeyPath<Converter, String>, WritableKeyPath<Converter, Profile>)] = [
      (\.to, \.efficiency), (\.to2, \.efficiency2), (\.to3, \.efficiency3),
      (\.to4, \.efficiency4),
    ]
    for (index, output) in link.outputs.enumerated() {
      let attribute = index == 0 ? "efficiency" : "efficiency\(index + 1)"
      plant[keyPath: ports[index].zone] = output.zone
      plant[keyPath: ports[index].1] = draft.profile(
        output.efficiency,
        attribute,
        of: plant.name,
        in: list
      )
    }
    draft.converters.append(plant)
  }
}
