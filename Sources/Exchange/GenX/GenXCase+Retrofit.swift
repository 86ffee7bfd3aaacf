import GridFormulation
import Hourly
import Tables

/// Plants that replace others at the same site.
///
/// In GenX, of each `Retrofit_Id`, Σ retired for retrofit = Σ built / efficiency. Here a retrofit is counted in MW of
/// what it replaces, which makes the efficiency a share of its output, and each plant that may be replaced has its
/// own, so that the option that builds it needs the one that retires that plant.
extension GenXCase {
  mutating func readRetrofits() {
    let table = source.tableIfThere(Self.thermalFile)
    let rows = table.rows.filter { source.flag("retrofit", of: $0) }
    var ids: [String] = []
    for id in rows.map({ $0.text("retrofit_id") ?? "" }) where !ids.contains(id) { ids.append(id) }
    for id in ids {
      let replacing = rows.filter { ($0.text("retrofit_id") ?? "") == id }
      let replaced = table.rows.filter {
        ($0.text("retrofit_id") ?? "") == id && source.flag("can_retrofit", of: $0)
      }
      readRetrofits(replacing, of: replaced, id)
    }
  }

  private mutating func readRetrofits(_ rows: [GenXRow], of replaced: [GenXRow], _ id: String) {
    let standing = replaced.compactMap { row in
      resources[(row.text("resource") ?? "").lowercased()]
    }.filter { $0.existing > 0 && !$0.assets.isEmpty }
    let plants = rows.compactMap { retrofit($0, hasSource: !standing.isEmpty) }
    noteOnlyForRetrofit(replaced)
    let kinds = distinct(plants)
    if kinds.count < plants.count {
      draft.note(
        .changed,
        Self.thermalFile,
        "Retrofit_Id",
        "Like retrofits of one id are one kind, each plant that may be replaced with its own.",
        of: "Retrofit_Id \(id)"
      )
    }
    for kind in kinds {
      for (index, old) in standing.enumerated() {
        let own = kinds.count == 1 && plants.count == standing.count
        let name =
          own ? plants[index].name : standing.count == 1 ? kind.name : "\(kind.name) of \(old.name)"
        add(kind, as: name, for: old, shared: standing.count > 1)
      }
    }
    for plant in plants {
      resources[plant.name.lowercased()] = Resource(name: plant.name, zone: plant.zone)
    }
  }

  /// A retrofit by the MW; nil where it is never built.
  private mutating func retrofit(_ row: GenXRow, hasSource: Bool) -> GenXThermal? {
    var plant = thermal(row)
    plant.efficiency = source.number("retrofit_efficiency", of: row, in: 0...10, absent: 1)
    let reason =
      !source.flag("new_build", of: row)
      ? "It may not be built."
      : !hasSource
        ? "No plant of its Retrofit_Id stands to be replaced."
        : plant.efficiency == 0
          ? "Its efficiency is 0, so that nothing is left of what it replaces."
          : plant.existing > 0
            ? "A retrofit that stands already is no retrofit: its capacity is left out." : nil
    if reason == nil, plant.efficiency != 1 {
      draft.note(
        .changed,
        Self.thermalFile,
        "Retrofit_Efficiency",
        "A retrofit is counted in MW of what it replaces and gives this share of them; its costs are by the same MW.",
        of: plant.name
      )
    }
    guard let reason else { return plant }
    draft.note(.leftOut, Self.thermalFile, "Retrofit", reason, of: plant.name)
    return nil
  }

  private mutating func noteOnlyForRetrofit(_ rows: [GenXRow]) {
    for row in rows where !source.flag("can_retire", of: row) {
      draft.note(
        .changed,
        Self.thermalFile,
        "Can_Retire",
        "It may be retired without retrofit too: an option that retires asks for nothing in its place.",
        of: row.text("resource") ?? ""
      )
    }
  }

  /// The plants that differ in more than name and cluster.
  private func distinct(_ plants: [GenXThermal]) -> [GenXThermal] {
    let names: Set<String> = ["resource", "region", "cluster", "resource_type", "mga"]
    func figures(_ plant: GenXThermal) -> [String] {
      plant.row.names.filter { !names.contains($0) }.map { plant.row.text($0) ?? "" }
    }
    var kinds: [GenXThermal] = []
    for plant in plants {
      let isKnown = kinds.contains {
        figures($0) == figures(plant) && $0.availability == plant.availability
      }
      if !isKnown { kinds.append(plant) }
    }
    return kinds
  }

  private mutating func add(
    _ plant: GenXThermal,
    as name: String,
    for old: Resource,
    shared: Bool
  ) {
    let need = "retire \(old.assets[0])"
    guard draft.options.contains(where: { $0.name == need }) else { return }
    let stated = source.number("max_cap_mw", of: plant.row, absent: -1)
    let limit = stated > 0 ? stated / plant.efficiency : .infinity
    if stated > 0, shared {
      draft.note(
        .changed,
        Self.thermalFile,
        "Max_Cap_MW",
        "The limit of a retrofit holds for each plant that it replaces, not for all together.",
        of: plant.name
      )
    }
    _ = build(plant, as: name, most: min(old.existing, limit), needs: need)
  }
}
