import GridFormulation
import Tables

/// Least and largest capacities of resources together.
///
/// Of one resource it is a limit of its option. Of several it is a goal, where a metric counts just these.
extension GenXCase {
  private struct Requirement {
    let number: Int
    let amount: Double
    let isLeast: Bool
    let file: String
    let place: Place
  }

  mutating func readCapacityRequirements(isLeast: Bool) {
    let word = isLeast ? "Min" : "Max"
    let long = isLeast ? "minimum" : "maximum"
    let file = "policies/\(isLeast ? "Minimum" : "Maximum")_capacity_requirement.csv"
    let key: GenXSettings.Key = isLeast ? .leastCapacity : .mostCapacity
    guard holds(key, file) else { return }
    let table = source.table(file)
    let named = source.table(
      "resources/policy_assignments/Resource_\(long)_capacity_requirement.csv"
    )
    for row in table.rows {
      let index = "\(word)capreqconstraint".lowercased()
      let number = WholeNumber.exactly(source.number(index, of: row), in: 0...100_000) ?? 0
      let column = "\(word)_cap_\(number)".lowercased()
      let amount = source.number("\(word)_mw".lowercased(), of: row, in: 0...1e9)
      let members = named.rows.filter { source.number(column, of: $0, absent: 0) != 0 }
      let weights = members.map { source.number(column, of: $0, absent: 0) }
      let requirement = Requirement(
        number: number,
        amount: amount,
        isLeast: isLeast,
        file: file,
        place: row.place
      )
      require(requirement, members.compactMap { resource(of: $0) }, weights)
    }
  }

  private mutating func resource(of row: GenXRow) -> Resource? {
    let name = source.text("resource", of: row)
    if let known = resources[name.lowercased()] { return known }
    source.refuse("resource", of: row, "is no resource of the case")
    return nil
  }

  private mutating func require(
    _ requirement: Requirement,
    _ members: [Resource],
    _ weights: [Double]
  ) {
    let names = members.map(\.name).joined(separator: ", ")
    let field = "\(requirement.isLeast ? "Min" : "Max")_Cap_\(requirement.number)"
    var reason: String?
    if weights.contains(where: { $0 != 1 }) {
      reason = "Each resource counts in full or not at all."
    } else if members.count == 1, limitOption(requirement, members[0]) {
      reason = nil
    } else if !addGoal(requirement, members) {
      reason = "No metric counts just these resources, and no option can state it."
    }
    if let reason {
      draft.note(.leftOut, requirement.file, field, reason, of: names)
    }
  }

  /// States it as the limit of the only option of a resource.
  private mutating func limitOption(_ requirement: Requirement, _ resource: Resource) -> Bool {
    guard resource.building.count == 1, !resource.canRetire, resource.assets.count >= 1
    else { return false }
    let index = resource.building[0]
    let rest = max(0, requirement.amount - resource.existing)
    if requirement.isLeast {
      draft.options[index].least = max(draft.options[index].least, rest)
      draft.options[index].most = max(draft.options[index].most, draft.options[index].least)
    } else {
      draft.options[index].most = min(draft.options[index].most, rest)
    }
    return true
  }

  /// States it as a goal of installed capacity, where a metric counts what is named and nothing else.
  private mutating func addGoal(_ requirement: Requirement, _ members: [Resource]) -> Bool {
    let named = Set(members.flatMap(\.assets))
    guard !named.isEmpty, members.allSatisfy({ !$0.assets.isEmpty }) else { return false }
    let scopes: [String?] = [nil] + draft.zones.map(\.name)
    for scope in scopes {
      for (metric, assets) in counted(in: scope) where assets == named {
        let component = ForeignComponent(
          list: requirement.file,
          row: 0,
          name: "\(requirement.isLeast ? "least" : "most") capacity \(requirement.number)",
          place: requirement.place
        )
        let id = draft.settleName(of: component, as: "policy")
        let bound = requirement.isLeast ? "at-least" : "at-most"
        let zone = scope.map { ", zone: \(ImportedModel.quoted($0))" } ?? ""
        draft.goals.append(
          "{id: \(ImportedModel.quoted(id)), metric: \(metric), "
            + "\(bound): \(NumberText.shortest(requirement.amount))\(zone), "
            + "source: \(ImportedModel.quoted("GenX, " + requirement.file))}"
        )
        return true
      }
    }
    return false
  }

  /// The assets that each metric of installed capacity counts, in a zone or all of them.
  private func counted(in zone: String?) -> [(metric: String, assets: Set<String>)] {
    let (generators, tanks) = (
      draft.generators.filter { zone == nil || $0.zone == zone },
      draft.stores.filter { zone == nil || $0.zone == zone }
    )
    func plants(_ kinds: Set<Generator.Kind>) -> Set<String> {
      Set(generators.filter { kinds.contains($0.kind) }.map(\.name))
    }
    func stores(_ kinds: Set<Storage.Kind>) -> Set<String> {
      Set(tanks.filter { kinds.contains($0.kind) }.map(\.name))
    }
    return [
      (
        "wind-solar-capacity",
        plants([.onshoreWind, .offshoreWind, .centralSolar, .distributedSolar])
      ),
      ("new-storage-capacity", stores([.battery, .other])),
      ("pumped-hydro-capacity", stores([.pumpedHydro])), ("biomass-capacity", plants([.biomass])),
    ]
  }
}
