import GridFormulation
import Hourly
import Tables

extension NetworkImport {
  /// Reads generators; what an export wrote for unserved load becomes the value of lost load again.
  mutating func readGenerators() {
    for component in source.components("generators") where isActive(component) {
      guard let bus = bus(of: component) else { continue }
      let carrier = source.text(component, "carrier") ?? ""
      if carrier == "unserved", component.name == "\(bus.zone) unserved" {
        let price = source.number(component, "marginal_cost", 0)
        _ = source.number(component, "p_nom", 0)
        _ = source.values(component, "p_max_pu", 1)
        if let index = draft.zones.firstIndex(where: { $0.name == bus.zone }) {
          draft.zones[index].lostLoad = price
        }
        continue
      }
      readGenerator(component, at: bus, carrier: carrier)
    }
  }

  private mutating func readGenerator(
    _ component: ForeignComponent,
    at bus: Bus,
    carrier: String
  ) {
    let sign = source.number(component, "sign", 1)
    guard sign != 0, sign.isFinite else {
      draft.note(.leftOut, component.list, "sign", "It gives nothing.", of: component.name)
      return
    }
    // What it gives is its power times its sign: a MWh of that costs and emits more where the sign is less than 1.
    let scale = abs(sign)
    if scale != 1 {
      draft.note(
        .changed,
        component.list,
        "sign",
        "Its capacity is that of what it gives, p_nom times its sign, and a MWh of that costs more.",
        of: component.name
      )
    }
    var plant = Generator()
    plant.name = draft.settleName(of: component, as: "generator")
    plant.zone = bus.zone
    plant.kind = CarrierNames.plant(carrier)
    plant.carrier = carrier.isEmpty || carrier == plant.kind.rawValue ? nil : carrier
    plant.takesPower = sign < 0
    plant.capacity = Power(megawatts: scale * size(component, "p_nom"))
    readOutput(of: component, scale: scale, into: &plant)
    var growth = [ImportedOption.Step(column: "capacity_mw", factor: scale)]
    growth += readRamps(of: component, scale: scale, into: &plant)
    growth += readCommitment(of: component, scale: scale, into: &plant)
    readEnergy(of: component, scale: scale, into: &plant)
    let efficiency = single(
      source.values(component, "efficiency", 1),
      "efficiency",
      of: component,
      { $0.reduce(0, +) / Double(max($0.count, 1)) },
      "CO2 is counted at the mean efficiency."
    )
    plant.carbonRate = efficiency > 0 ? max(0, carbon[carrier] ?? 0) / efficiency / scale : 0
    if let rate = carbon[carrier], rate < 0 {
      draft.note(
        .leftOut,
        "carriers",
        "co2_emissions",
        "A plant takes no CO2 out of the air: a rate below 0 is left out.",
        of: carrier
      )
    }
    settleSize(of: component, scale: scale, growing: growth, into: &plant)
    leaveOut(
      "marginal_cost_quadratic",
      of: component,
      unless: 0,
      "Costs are linear: what rises with the square of the output is left out."
    )
    draft.generators.append(plant)
  }

  /// A size in MW or MWh, which must not be negative; an infinite one becomes very large.
  mutating func size(_ component: ForeignComponent, _ attribute: String) -> Double {
    let value = source.number(component, attribute, 0)
    if value >= 0, value <= 1e12 { return value }
    guard value > 0 else {
      source.log.error(
        at: source.place(of: component, attribute),
        field: attribute,
        rule: "must not be negative",
        fix: "Write 0 or more."
      )
      return 0
    }
    let most = max(1e6, 100 * largestLoad)
    let shown = NumberText.grouped(most)
    draft.note(
      .changed,
      component.list,
      attribute,
      "Without limit, or above 1e12: \(shown).",
      of: component.name
    )
    return most
  }

  private mutating func readOutput(
    of component: ForeignComponent,
    scale: Double,
    into plant: inout Generator
  ) {
    let steps = snapshots.horizon.steps
    var least = source.values(component, "p_min_pu", 0)
    var most = source.values(component, "p_max_pu", 1)
    // Power that is given in some hours only binds in those.
    let fixed = source.values(component, "p_set", .nan, empty: .nan)
    if plant.capacity.megawatts > 0 {
      let share = fixed.map { $0 * scale / plant.capacity.megawatts }
      least = share.combined(with: least) { $0.isNaN ? $1 : $0 }
      most = share.combined(with: most) { $0.isNaN ? $1 : $0 }
    }
    if least.minimum(over: steps) < 0 {
      draft.note(
        .changed,
        component.list,
        "p_min_pu",
        "A generator cannot take power: its least output is 0.",
        of: component.name
      )
      least = least.map { max(0, $0) }
    }
    if most.minimum(over: steps) < 0 {
      draft.note(.changed, component.list, "p_max_pu", "Not below 0.", of: component.name)
      most = most.map { max(0, $0) }
    }
    let list = component.list
    plant.minimumOutput = draft.profile(least, "p_min_pu", of: plant.name, in: list)
    plant.maximumOutput = draft.profile(most, "p_max_pu", of: plant.name, in: list)
    let cost = source.values(component, "marginal_cost", 0).map { $0 / scale }
    draft.notice(cost: cost)
    plant.marginalCost = draft.profile(
      cost,
      "marginal_cost",
      of: plant.name,
      in: list
    )
  }

  /// A ramp limit, share of the size an hour; nil where there is none.
  mutating func ramp(_ attribute: String, of component: ForeignComponent) -> Double? {
    let share = single(
      source.values(component, attribute, .nan, empty: .infinity),
      attribute,
      of: component,
      { $0.max() },
      "A ramp limit is one number: the largest of all hours."
    )
    return share < 1000 ? max(0, share) : nil
  }

  private mutating func readRamps(
    of component: ForeignComponent,
    scale: Double,
    into plant: inout Generator
  ) -> [ImportedOption.Step] {
    let size = plant.capacity.megawatts
    var growth: [ImportedOption.Step] = []
    for (attribute, path, column) in [
      ("ramp_limit_up", \Generator.rampUp, "ramp_up_mw_per_hour"),
      ("ramp_limit_down", \Generator.rampDown, "ramp_down_mw_per_hour"),
    ] {
      guard let share = ramp(attribute, of: component) else { continue }
      plant[keyPath: path] = share * size
      if share > 0 { growth.append(.init(column: column, factor: share * scale)) }
    }
    let before = source.number(component, "p_init", .nan)
    if !before.isNaN { plant.initialOutput = max(0, before * scale) }
    return growth
  }

  private mutating func readCommitment(
    of component: ForeignComponent,
    scale: Double,
    into plant: inout Generator
  ) -> [ImportedOption.Step] {
    let isCommittable = source.flag(component, "committable")
    let (upBefore, downBefore) = (
      source.hours(component, "up_time_before", 1, in: 0...1_000_000),
      source.hours(component, "down_time_before", 0, in: 0...1_000_000)
    )
    let (minimumUp, minimumDown) = (
      source.hours(component, "min_up_time", 0),
      source.hours(component, "min_down_time", 0)
    )
    let start = source.values(component, "start_up_cost", 0)
    let stop = source.values(component, "shut_down_cost", 0)
    let standBy = source.values(component, "stand_by_cost", 0)
    let startShare = source.number(component, "ramp_limit_start_up", .nan)
    let stopShare = source.number(component, "ramp_limit_shut_down", .nan)
    guard isCommittable else { return [] }
    guard !plant.takesPower else {
      draft.note(
        .leftOut,
        component.list,
        "committable",
        "What takes power is always on.",
        of: component.name
      )
      return []
    }
    switch plant.kind {
    case .onshoreWind, .offshoreWind, .centralSolar, .distributedSolar:
      draft.note(
        .changed,
        component.list,
        "carrier",
        "Wind and PV are not started and stopped: with a commitment it counts as another plant.",
        of: component.name
      )
      plant.carrier = plant.carrier ?? plant.kind.rawValue
      plant.kind = .other
    default: break
    }
    plant.commitment = .linear
    let mean = "A start or stop costs the same in every hour: the mean."
    plant.startCost = single(start, "start_up_cost", of: component, Self.mean, mean)
    plant.stopCost = single(stop, "shut_down_cost", of: component, Self.mean, mean)
    plant.noLoadCost = draft.profile(
      standBy,
      "stand_by_cost",
      of: plant.name,
      in: component.list
    )
    (plant.minimumUpHours, plant.minimumDownHours) = (minimumUp, minimumDown)
    let size = plant.capacity.megawatts
    var growth: [ImportedOption.Step] = []
    for (share, path, column) in [
      (startShare, \Generator.startOutput, "start_output_mw"),
      (stopShare, \Generator.shutdownOutput, "shutdown_output_mw"),
    ] where share < 1000 {
      plant[keyPath: path] = max(0, share) * size
      if share > 0 { growth.append(.init(column: column, factor: share * scale)) }
    }
    plant.isInitiallyOnline = upBefore > 0
    plant.remainingUpHours = upBefore > 0 ? max(0, minimumUp - upBefore) : 0
    plant.remainingDownHours = upBefore > 0 ? 0 : max(0, minimumDown - downBefore)
    draft.note(
      .changed,
      component.list,
      "committable",
      "What is on is a share of the unit, not all or nothing.",
      of: component.name
    )
    return growth
  }

  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private mutating func readEnergy(
    of component: ForeignComponent,
    scale: Double,
    into plant: inout Generator
  ) {
    let most = source.number(component, "e_sum_max", .infinity)
    let least = source.number(component, "e_sum_min", -.infinity)
    if most.isFinite { plant.energyLimit = scale * max(0, most) / setting.yearShare }
    if least > 0, least.isFinite { plant.energyMinimum = scale * least / setting.yearShare }
  }

  /// Lets options size a plant whose size PyPSA chooses.
  private mutating func settleSize(
    of component: ForeignComponent,
    scale: Double,
    growing steps: [ImportedOption.Step],
    into plant: inout Generator
  ) {
    var sized = ExtendableAsset(
      component: component,
      size: "p_nom",
      asset: plant.name,
      standing: plant.capacity.megawatts / scale,
      steps: steps
    )
    sized.usable = source.values(component, "p_max_pu", 1)
    sized.isBound = source.values(component, "p_min_pu", 0).most > 0
    if isGiven(component) { sized.obstacle = "its power is given by p_set." }
    plant.expansion = settle(sized)
  }

  /// Whether the power of a component is given in some hour, whatever its size.
  mutating func isGiven(_ component: ForeignComponent) -> Bool {
    let given = source.values(component, "p_set", .nan, empty: .nan)
    return snapshots.horizon.steps.contains { !given[$0].isNaN }
  }
}
