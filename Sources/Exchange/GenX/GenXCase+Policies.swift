import GridFormulation
import Hourly
import Tables

/// Policies as goals, where a metric counts what they limit.
extension GenXCase {
  mutating func readPolicies() {
    readCarbonCaps()
    readCapacityRequirements(isLeast: true)
    readCapacityRequirements(isLeast: false)
    readEnergyShares()
    readReserveMargins()
    draft.goals.append(
      "{id: unserved-energy, metric: unserved-energy, source: \"GenX: what is not served costs Voll\"}"
    )
  }

  /// Whether a policy is switched on and stated; told where only one of them is so.
  mutating func holds(_ key: GenXSettings.Key, _ file: String) -> Bool {
    let (isOn, isThere) = (settings[key] > 0, source.has(file))
    if isThere, !isOn {
      draft.note(
        .leftOut,
        file,
        key.rawValue,
        "The setting is 0, so that the policy is idle in GenX too."
      )
    } else if isOn, !isThere {
      draft.note(.leftOut, file, key.rawValue, "The setting is on, but the file is missing.")
    }
    return isOn && isThere
  }

  /// Adds a goal about all zones or one; nil where its zones are neither.
  private mutating func addGoal(
    _ wanted: String,
    _ metric: String,
    _ limit: String,
    zones: Set<String>,
    in file: String,
    at place: Place
  ) -> Bool {
    let isAll = zones.count == draft.zones.count
    guard isAll || zones.count == 1 else { return false }
    let id = draft.settleName(
      of: ForeignComponent(list: file, row: 0, name: wanted, place: place),
      as: "policy"
    )
    var goal = "{id: \(ImportedModel.quoted(id)), metric: \(metric), \(limit)"
    if !isAll, let zone = zones.first { goal += ", zone: \(ImportedModel.quoted(zone))" }
    draft.goals.append(goal + ", source: \(ImportedModel.quoted("GenX, " + file))}")
    return true
  }

  /// The rows of a policy by zone: the name of the zone, its number and the row.
  private func zoneRows(_ table: GenXTable) -> [(name: String, number: Int, row: GenXRow)] {
    table.rows.compactMap { row in
      let text = row.text("network_zones") ?? ""
      guard text.hasPrefix("z"), let number = Int(text.dropFirst()), let name = zones[number]
      else { return nil }
      return (name, number, row)
    }
  }

  // MARK: - CO2

  private mutating func readCarbonCaps() {
    let file = "policies/CO2_cap.csv"
    guard holds(.carbonCap, file) else { return }
    let table = source.table(file)
    for number in table.numbers(of: "co_2_cap_zone_") {
      let rows = zoneRows(table).filter {
        source.flag("co_2_cap_zone_\(number)", of: $0.row)
      }
      guard let first = rows.first else { continue }
      var tonnes = 0.0
      for (_, zone, row) in rows {
        if settings[.carbonCap] == 1 {
          tonnes += 1e6 * source.number("co_2_max_mtons_\(number)", of: row, in: 0...1e6)
        } else {
          let rate = source.number("co_2_max_tons_mwh_\(number)", of: row, in: 0...1e3)
          tonnes += rate * hours.yearlyDemand(of: zone)
        }
      }
      let isStated = addGoal(
        "CO2 cap \(number)",
        "co2-emissions",
        "at-most: \(NumberText.shortest(tonnes))",
        zones: Set(rows.map(\.name)),
        in: file,
        at: first.row.place
      )
      noteCarbonCap(number, file, isStated)
    }
  }

  private mutating func noteCarbonCap(_ number: Int, _ file: String, _ isStated: Bool) {
    let field = "CO_2_Cap_Zone_\(number)"
    guard isStated else {
      draft.note(.leftOut, file, field, "A goal is about one zone or all of them.")
      return
    }
    if settings[.carbonCap] == 2 {
      let losses =
        settings[.storageLosses] > 0
        ? " and raises it by what stores lose" : ""
      draft.note(
        .changed,
        file,
        "CO_2_Max_tons_MWh",
        "The limit is the rate times the demand of a year; GenX takes off what is not served\(losses).",
        of: field
      )
    } else if settings[.carbonCap] == 3 {
      draft.note(
        .changed,
        file,
        "CO_2_Max_tons_MWh",
        "The limit is the rate times the demand of a year; GenX has it times generation.",
        of: field
      )
    }
  }

  // MARK: - Shares of energy and reserve margins

  private mutating func readEnergyShares() {
    let file = "policies/Energy_share_requirement.csv"
    guard holds(.energyShare, file) else { return }
    let table = source.table(file)
    for number in table.numbers(of: "esr_") {
      let rows = zoneRows(table)
      var (due, demand) = (0.0, 0.0)
      var asked: Set<String> = []
      for (name, zone, row) in rows {
        let share = source.number("esr_\(number)", of: row, in: 0...1, absent: 0)
        guard share > 0 else { continue }
        asked.insert(name)
        due += share * hours.yearlyDemand(of: zone)
        demand += hours.yearlyDemand(of: zone)
      }
      guard demand > 0, let first = rows.first else { continue }
      let isStated = addGoal(
        "energy share \(number)",
        "non-fossil-generation-share",
        "at-least: \(NumberText.shortest(due / demand))",
        zones: asked,
        in: file,
        at: first.row.place
      )
      draft.note(
        isStated ? .changed : .leftOut,
        file,
        "ESR_\(number)",
        isStated
          ? "The share is that of non-fossil sources in generation; GenX has that of the resources named in demand."
          : "A goal is about one zone or all of them."
      )
    }
  }

  private mutating func readReserveMargins() {
    let file = "policies/Capacity_reserve_margin.csv"
    guard holds(.capacityReserveMargin, file) else { return }
    let table = source.table(file)
    for number in table.numbers(of: "capres_") {
      var margins: [String: Double] = [:]
      for (name, _, row) in zoneRows(table) {
        let margin = source.number("capres_\(number)", of: row, in: 0...10, absent: 0)
        if margin > 0 { margins[name] = margin }
      }
      guard let most = margins.values.max(), let row = table.rows.first else { continue }
      let isStated = addGoal(
        "reserve margin \(number)",
        "reserve-margin",
        "variant: tightest, at-least: \(NumberText.shortest(most))",
        zones: Set(margins.keys),
        in: file,
        at: row.place
      )
      draft.note(
        isStated ? .changed : .leftOut,
        file,
        "CapRes_\(number)",
        isStated
          ? "The margin is that of the tightest hour with all that could be given; GenX derates each resource and "
            + "counts flows of lines and what stores give in each hour."
          : "A goal is about one zone or all of them."
      )
    }
  }
}
