import GridFormulation
import Hourly
import Tables

extension GenXCase {
  /// Reads zones with their demand, and the lines between them.
  mutating func readNetwork() {
    let table = source.tableIfThere("system/Network.csv")
    let names = zoneNames(in: table)
    for number in hours.demand.keys.sorted() {
      let component = ForeignComponent(
        list: "system/Demand_data.csv",
        row: 0,
        name: names[number]?.text ?? "z\(number)",
        place: names[number]?.place ?? Place(file: source.folder + "/system/Demand_data.csv")
      )
      let name = draft.settleName(of: component, as: "zone")
      zones[number] = name
      var zone = ImportDraft.ZoneDraft(name: name)
      zone.lostLoad = hours.lostLoad.flatMap { $0 > 0 ? $0 : nil }
      zone.load = draft.profile(
        .hourly(hours.demand[number] ?? []),
        "Demand_MW",
        of: name,
        in: "Demand_data"
      )
      draft.zones.append(zone)
    }
    for row in table.rows where !(row.text("network_lines") ?? "").isEmpty {
      readLine(row, of: table)
    }
    noteLosses(table)
  }

  /// The names that the first column gives to zones, by their numbers.
  private func zoneNames(in table: GenXTable) -> [Int: (text: String, place: Place)] {
    var names: [Int: (text: String, place: Place)] = [:]
    for row in table.rows {
      guard let zone = row.text("network_zones"), zone.hasPrefix("z"),
        let number = Int(zone.dropFirst()), let cell = row.cell(""), !cell.text.isEmpty,
        !names.values.contains(where: { $0.text == cell.text })
      else { continue }
      names[number] = (cell.text, cell.place)
    }
    return names
  }

  /// A line of which all is lost that GenX loses, half at each end.
  ///
  ///     sent = (1 + ℓ/2)·f,    received = (1 − ℓ/2)·f,    loss of what is sent = ℓ / (1 + ℓ/2)
  private mutating func readLine(_ row: GenXRow, of table: GenXTable) {
    guard let (from, to) = ends(of: row, table) else { return }
    let lost = source.number("line_loss_percentage", of: row, in: 0...0.6, absent: 0)
    let factor = 1 + lost / 2
    var corridor = Corridor()
    corridor.name = settle(lineName(row, from, to), in: table.name, at: row)
    (corridor.from, corridor.to) = (from, to)
    corridor.loss = lost / factor
    let limit = source.number("line_max_flow_mw", of: row, in: 0...1e9)
    corridor.forwardLimit = Power(megawatts: factor * limit)
    corridor.backwardLimit = corridor.forwardLimit
    draft.corridors.append(corridor)
    guard settings[.networkExpansion] > 0 else { return }
    let most = source.number("line_max_reinforcement_mw", of: row, absent: 0)
    guard most > 0 else { return }
    var option = ImportedOption("reinforce \(corridor.name)", of: corridor.name)
    option.adds = [
      .init(column: "forward_limit_mw", factor: factor),
      .init(column: "backward_limit_mw", factor: factor),
    ]
    option.most = most
    option.costPerYear =
      most * source.number("line_reinforcement_cost_per_mwyr", of: row, in: 0...1e9)
    option.source = "GenX, \(table.name), Line_Reinforcement_Cost_per_MWyr"
    add(option)
  }

  private func lineName(_ row: GenXRow, _ from: String, _ to: String) -> String {
    for column in ["transmission_path_name", "transmission path name"] {
      if let name = row.text(column), !name.isEmpty { return name }
    }
    return "\(from) to \(to)"
  }

  /// The ends of a line: two columns, or 1 and −1 in those of the zones.
  private mutating func ends(of row: GenXRow, _ table: GenXTable) -> (String, String)? {
    if table.has("start_zone") {
      let ends = ["start_zone", "end_zone"].map { column in
        let number = source.number(column, of: row)
        let zone = WholeNumber.exactly(number, in: 0...1_000_000).flatMap { zones[$0] }
        if zone == nil { source.refuse(column, of: row, "is no zone with a column of demand") }
        return zone
      }
      guard let from = ends[0], let to = ends[1] else { return nil }
      return (from, to)
    }
    let signs = table.numbers(of: "z").map { ($0, row.text("z\($0)").flatMap(NumberText.parse)) }
    guard let from = signs.first(where: { $0.1 == 1 }).flatMap({ zones[$0.0] }),
      let to = signs.first(where: { $0.1 == -1 }).flatMap({ zones[$0.0] })
    else {
      source.refuse("start_zone", of: row, "a line has no two ends")
      return nil
    }
    return (from, to)
  }

  private mutating func noteLosses(_ table: GenXTable) {
    guard !table.rows.isEmpty, settings[.lossSegments] > 1 else { return }
    draft.note(
      .changed,
      table.name,
      "Trans_Loss_Segments",
      "Losses are Line_Loss_Percentage of the flow; GenX has them grow with its square."
    )
  }
}
