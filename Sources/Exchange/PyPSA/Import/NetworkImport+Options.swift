import GridFormulation
import Hourly
import Tables

/// A component whose size PyPSA chooses, and how its asset grows with it.
struct ExtendableAsset {
  let component: ForeignComponent
  /// The attribute of its size: `p_nom`, `s_nom` or `e_nom`.
  let size: String
  /// The asset of the model.
  let asset: String
  /// Its size as it stands, MW or MWh.
  let standing: Double
  /// What each MW or MWh of its size adds to columns, first the one that is priced.
  var steps: [ImportedOption.Step]
  /// The share of its size that can be used, hour by hour.
  var usable: HourlyValue = 1
  /// Whether more of it can do harm: it must give, or hold, a share of its size.
  var isBound = false
  /// Why no option can say it; nil where one can.
  var obstacle: String?

  /// Whether its size is an energy.
  var isEnergy: Bool { size == "e_nom" }
}

extension NetworkImport {
  /// Makes options of a component whose size PyPSA chooses; returns what its asset then says of planning itself.
  ///
  /// PyPSA chooses the size n at a cost c over the hours solved, whatever share of a year these are. Here n₀ stands, and
  /// options build b and retire r:
  ///
  ///     n = n₀ + b − r,    n_min ≤ n ≤ n_max,    cost a year = c / (w·share of the year) · (b − r)
  ///
  /// w is the weight of each hour. So a plan costs PyPSA's `objective` over w, which leaves out c·n₀ as its constant.
  mutating func settle(_ sized: ExtendableAsset) -> Expansion {
    let (component, size) = (sized.component, sized.size)
    guard source.flag(component, "\(size)_extendable") else {
      noteModules(of: sized)
      return expansion(of: component, size, isExpandable: false)
    }
    if let obstacle = sized.obstacle ?? obstacle(to: sized) {
      draft.note(
        .leftOut,
        component.list,
        "\(size)_extendable",
        "No option sizes it, so that it stays as it stands: " + obstacle,
        of: component.name
      )
      remember(sized, options: [])
      return expansion(of: component, size, isExpandable: true)
    }
    remember(sized, options: addOptions(sized))
    return Expansion()
  }

  /// Of what is not chosen, units of a size count only where they are started and stopped.
  private mutating func noteModules(of sized: ExtendableAsset) {
    guard source.number(sized.component, "\(sized.size)_mod", 0) > 0,
      source.flag(sized.component, "committable")
    else { return }
    draft.note(
      .changed,
      sized.component.list,
      "\(sized.size)_mod",
      "What is on is any share of the plant, not a number of its modules.",
      of: sized.component.name
    )
  }

  /// Why options cannot say what PyPSA may choose; nil where they can.
  private mutating func obstacle(to sized: ExtendableAsset) -> String? {
    let component = sized.component
    if periodizedCost(of: component) < 0 {
      return "its capital_cost is below 0, and an option is not paid for being built."
    }
    if !source.number(component, "overnight_cost", .nan).isNaN,
      source.number(component, "discount_rate", .nan).isNaN
    {
      return "its overnight_cost has no discount_rate."
    }
    let module = source.number(component, "\(sized.size)_mod", 0)
    let modules = sized.standing / module
    if module > 0, abs(modules - modules.rounded()) > 1e-6 {
      return "\(sized.size) is no whole number of \(sized.size)_mod."
    }
    return nil
  }

  /// Adds the options of a component; returns their names with the sign of what they do to its size.
  private mutating func addOptions(
    _ sized: ExtendableAsset
  ) -> [(option: String, weight: Double)] {
    let (component, size) = (sized.component, sized.size)
    let limits = limits(of: sized)
    let cost = periodizedCost(of: component)
    let price = cost / (setting.yearShare * snapshots.objectiveWeight * sized.steps[0].factor)
    let module = source.number(component, "\(size)_mod", 0)
    let standing = sized.standing
    var options: [ImportedOption] = []
    func add(_ verb: String, _ sign: Double, _ range: (least: Double, most: Double)) {
      let most = module > 0 ? (range.most / module + 1e-6).rounded(.down) * module : range.most
      guard most > 0 else { return }
      var option = ImportedOption("\(verb) \(sized.asset)", of: sized.asset)
      option.adds = sized.steps.map { .init(column: $0.column, factor: sign * $0.factor) }
      (option.most, option.least) = (most, min(max(0, range.least), most))
      option.unitSize = module > 0 ? module : nil
      let priced = price == 0 ? 0 : sign * price
      if sized.isEnergy {
        option.upkeepPerMegawattHour = priced
      } else {
        option.upkeepPerMegawatt = priced
      }
      option.source = "PyPSA, \(component.list), \(costAttribute(of: component))"
      options.append(option)
    }
    add("build", 1, (limits.least - standing, limits.most - standing))
    // What costs nothing to keep and does no harm is not worth giving up.
    if price > 0 || sized.isBound || limits.most < standing {
      add("retire", -1, (standing - limits.most, standing - limits.least))
    }
    for index in options.indices where options.count > 1 { options[index].group = sized.asset }
    draft.options += options
    draft.note(
      .changed,
      component.list,
      "\(size)_extendable",
      "Options build and retire it. They cost capital_cost over the share of a year that is solved, for PyPSA counts "
        + "it whole: a plan costs PyPSA's objective, without what stands (objective_constant).",
      of: component.name
    )
    noteCommitment(of: component, size)
    return options.map { ($0.name, $0.adds[0].factor > 0 ? 1 : -1) }
  }

  private mutating func noteCommitment(of component: ForeignComponent, _ size: String) {
    guard source.flag(component, "committable") else { return }
    draft.note(
      .changed,
      component.list,
      "committable",
      "What is on is a share of the size that is chosen; PyPSA relates the two by a large number, so that its "
        + "optimum may be another.",
      of: component.name
    )
  }

  // MARK: - Limits

  /// The least and the largest size that PyPSA may choose; told where it has no largest.
  private mutating func limits(of sized: ExtendableAsset) -> (least: Double, most: Double) {
    let (component, size) = (sized.component, sized.size)
    let given = source.number(component, "\(size)_set", .nan)
    if given >= 0 { return (given, given) }
    let least = max(0, source.number(component, "\(size)_min", 0))
    let most = source.number(component, "\(size)_max", .infinity)
    if most < 1e9 { return (least, max(least, most)) }
    let bound = max(bound(of: sized), 2 * sized.standing, 2 * least)
    draft.note(
      .changed,
      component.list,
      "\(size)_max",
      sized.isEnergy
        ? "An option has a limit where PyPSA has none: twice the energy of all loads in the hours solved. A plan that "
          + "takes less is PyPSA's."
        : "An option has a limit where PyPSA has none: four times the peaks of all loads, over the mean of what can be "
          + "used of it. A plan that takes less is PyPSA's.",
      of: "\(component.name), \(NumberText.grouped(bound)) \(sized.isEnergy ? "MWh" : "MW")"
    )
    return (least, bound)
  }

  /// More than a plan takes, MW or MWh.
  ///
  /// The size of an optimum is free within its limits. As costs are convex in it, one that stays below a limit which
  /// PyPSA does not have is the optimum without that limit too.
  private func bound(of sized: ExtendableAsset) -> Double {
    let steps = snapshots.horizon.steps
    // A network whose loads are none, such as one of sinks, has nothing to measure it by.
    guard largestLoad > 0 else { return 1e6 }
    if sized.isEnergy { return (2 * loadEnergy).rounded(.up) }
    let mean = steps.reduce(0) { $0 + max(0, sized.usable[$1]) } / Double(max(steps.count, 1))
    return (4 * largestLoad / max(mean, 0.05)).rounded(.up)
  }

  // MARK: - Costs

  /// What a MW or MWh costs over the hours solved, as PyPSA counts it, `fom_cost` included.
  private mutating func periodizedCost(of component: ForeignComponent) -> Double {
    let upkeep = source.number(component, "fom_cost", 0)
    return investment(of: component) + (upkeep.isNaN ? 0 : upkeep)
  }

  /// `capital_cost`, or the annuity of `overnight_cost` over the years that are solved.
  mutating func investment(of component: ForeignComponent) -> Double {
    let capital = source.number(component, "capital_cost", 0)
    let overnight = source.number(component, "overnight_cost", .nan)
    let rate = source.number(component, "discount_rate", .nan)
    let life = source.number(component, "lifetime", .infinity)
    guard !overnight.isNaN, !rate.isNaN else { return capital }
    let years = Double(snapshots.horizon.hours) * snapshots.objectiveWeight / 8760
    let annuity =
      life.isFinite ? OptionPrices.annuity(rate: rate, years: life) : max(rate, 0)
    return overnight * annuity * years
  }

  private mutating func costAttribute(of component: ForeignComponent) -> String {
    source.number(component, "overnight_cost", .nan).isNaN ? "capital_cost" : "overnight_cost"
  }

  /// What a plan of other programs may build, as columns of the asset.
  private mutating func expansion(
    of component: ForeignComponent,
    _ size: String,
    isExpandable: Bool
  ) -> Expansion {
    var expansion = Expansion()
    expansion.isExpandable = isExpandable
    let capital = source.number(component, "capital_cost", 0)
    expansion.capitalCost = min(max(0, capital), 1e12)
    expansion.least = min(max(0, source.number(component, "\(size)_min", 0)), 1e12)
    let most = source.number(component, "\(size)_max", .infinity)
    if most < 1e12 { expansion.most = max(0, most) }
    guard capital != expansion.capitalCost else { return expansion }
    draft.note(
      .changed,
      component.list,
      "capital_cost",
      "It counts in planning only, and lies from 0 to 1e12.",
      of: component.name
    )
    return expansion
  }
}
