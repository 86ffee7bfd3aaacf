import GridFormulation
import Hourly
import Tables

extension NetworkImport {
  /// A component that PyPSA sizes, as constraints on the whole network count it.
  struct Extendable {
    let component: ForeignComponent
    let carrier: String
    /// Its bus, the first of two.
    let bus: String
    /// Its size as it stands, MW or MWh.
    let standing: Double
    /// The options that change its size, each with 1 or −1; empty where none does.
    let options: [(option: String, weight: Double)]

    /// Whether its ends are two buses.
    var isBranch: Bool { component.list == "lines" || component.list == "links" }
  }

  /// Takes note of a component that PyPSA sizes; transformers count in no constraint.
  mutating func remember(
    _ sized: ExtendableAsset,
    options: [(option: String, weight: Double)]
  ) {
    let component = sized.component
    guard component.list != "transformers" else { return }
    let isBranch = component.list == "lines" || component.list == "links"
    let bus = source.text(component, isBranch ? "bus0" : "bus") ?? ""
    // Lines, links and stores without a carrier have that of their bus.
    let inherits = isBranch || component.list == "stores"
    let carrier = source.text(component, "carrier") ?? (inherits ? busCarriers[bus] : nil) ?? ""
    extendables.append(
      Extendable(
        component: component,
        carrier: carrier,
        bus: bus,
        standing: sized.standing,
        options: options
      )
    )
  }

  /// Reads constraints on the whole network: goals on CO2, limits on what options build together.
  mutating func readGlobalConstraints() {
    for component in source.components("global_constraints") {
      let type = source.text(component, "type") ?? "primary_energy"
      let attribute = source.text(component, "carrier_attribute") ?? "co2_emissions"
      let sense = source.text(component, "sense") ?? "=="
      let constant = source.number(component, "constant", 0)
      _ = source.text(component, "bus")
      guard constant.isFinite else {
        note(component, "constant", .leftOut, "A limit that is endless limits nothing.")
        continue
      }
      switch type {
      case "primary_energy": addCarbonGoal(component, attribute, sense, constant)
      case "transmission_volume_expansion_limit", "transmission_expansion_cost_limit":
        let isVolume = type == "transmission_volume_expansion_limit"
        let carriers = Self.carriers(in: attribute)
        let chosen = extendables.filter { $0.isBranch && carriers.contains($0.carrier) }
        let weighed = chosen.map { branch in
          let component = branch.component
          return (
            branch,
            isVolume ? source.number(component, "length", 0) : investment(of: component)
          )
        }
        addLimit(on: weighed, component, sense, constant)
      case "tech_capacity_expansion_limit":
        let bus = source.text(component, "bus")
        let chosen = extendables.filter {
          $0.carrier == attribute && (bus == nil || $0.bus == bus)
        }
        addLimit(on: chosen.map { ($0, 1) }, component, sense, constant)
      case "operational_limit":
        note(component, type, .leftOut, "No goal counts the energy that one carrier gives.")
      default:
        note(component, type, .leftOut, "The import knows no constraint of this type.")
      }
    }
    readLimitsOfBuses()
  }

  /// The carriers that a constraint on transmission names, such as `AC, DC`.
  private static func carriers(in attribute: String) -> Set<String> {
    Set(
      attribute.filter { !"[]()".contains($0) }.split(separator: ",").map { $0.withoutBlanks }
    )
  }

  private mutating func note(
    _ component: ForeignComponent,
    _ field: String,
    _ kind: PyPSADifference.Kind,
    _ text: String
  ) {
    draft.note(kind, component.list, field, text, of: component.name)
  }

  // MARK: - CO2

  private mutating func addCarbonGoal(
    _ component: ForeignComponent,
    _ attribute: String,
    _ sense: String,
    _ constant: Double
  ) {
    guard attribute == "co2_emissions", sense == "<=" else {
      note(
        component,
        attribute == "co2_emissions" ? "sense" : "carrier_attribute",
        .leftOut,
        attribute == "co2_emissions"
          ? "A goal on CO2 is the most that may be emitted; one with the sense \(sense) is left out."
          : "Goals count CO2 (co2_emissions) of carriers and no other attribute of them."
      )
      return
    }
    let id = draft.settleName(of: component, as: "limit")
    let limit = NumberText.shortest(constant)
    draft.goals.append(
      "{id: \(ImportedModel.quoted(id)), metric: co2-emissions, variant: hours-solved, at-most: \(limit), "
        + "source: the imported network}"
    )
    note(
      component,
      "constant",
      .changed,
      "The limit is a goal: plans hold it; a dispatch is judged by it, and keeps it with --enforce-goals."
    )
    noteStoredCarbon(component)
  }

  /// PyPSA counts what a store holds less at the end as burnt.
  private mutating func noteStoredCarbon(_ constraint: ForeignComponent) {
    for (list, cyclic) in [("storage_units", "cyclic_state_of_charge"), ("stores", "e_cyclic")] {
      for component in source.components(list) {
        let bus = source.text(component, "bus") ?? ""
        let carrier =
          source.text(component, "carrier") ?? (list == "stores" ? busCarriers[bus] : nil) ?? ""
        guard let rate = carbon[carrier], rate != 0, !source.flag(component, cyclic) else {
          continue
        }
        draft.note(
          .leftOut,
          list,
          "carrier",
          "What it holds less at the end than at the start counts no CO2 here; in PyPSA it counts under "
            + "\(constraint.name).",
          of: component.name
        )
      }
    }
  }

  // MARK: - Sizes

  /// A limit on what stands of some components is one on what options add to and take from that.
  private mutating func addLimit(
    on chosen: [(extendable: Extendable, weight: Double)],
    _ component: ForeignComponent,
    _ sense: String,
    _ constant: Double
  ) {
    let counted = chosen.filter { $0.weight != 0 }
    let parts = counted.flatMap { item in
      item.extendable.options.map { (option: $0.option, weight: $0.weight * item.weight) }
    }
    guard !parts.isEmpty else {
      note(
        component,
        "carrier_attribute",
        .leftOut,
        chosen.isEmpty
          ? "It limits nothing: no component that PyPSA sizes is of that carrier and bus."
          : "No option sizes what it limits."
      )
      return
    }
    let rest = counted.reduce(constant) { $0 - $1.weight * $1.extendable.standing }
    var limit = OptionLimit()
    limit.name = draft.settleName(of: component, as: "limit")
    limit.sum = OptionLimit.text(parts)
    limit.most = sense == ">=" ? nil : rest
    limit.least = sense == "<=" ? nil : rest
    limit.source = "the imported network"
    draft.optionLimits.append(limit)
    note(
      component,
      "constant",
      .changed,
      "It is an entry of option-limits: what stands of the components is taken off the limit."
    )
  }

  /// Columns of buses such as `nom_max_wind`: limits on what PyPSA sizes of a carrier at the bus.
  private mutating func readLimitsOfBuses() {
    let columns = source.sheet("buses")?.header ?? []
    for column in columns where column.hasPrefix("nom_min_") || column.hasPrefix("nom_max_") {
      let carrier = String(column.dropFirst("nom_min_".count))
      for bus in source.components("buses") {
        let bound = source.number(bus, column, .nan)
        guard bound.isFinite else { continue }
        let chosen = extendables.filter {
          !$0.isBranch && $0.carrier == carrier && $0.bus == bus.name
        }
        var named = bus
        named.name = "\(bus.name) \(column)"
        addLimit(
          on: chosen.map { ($0, 1) },
          named,
          column.hasPrefix("nom_min_") ? ">=" : "<=",
          bound
        )
      }
    }
  }
}
