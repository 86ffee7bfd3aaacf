import GridDispatch
package import GridFormulation
import GridGoals
import Tables
import Testing
import Verification

/// A model with every section and, where asked, one asset of a kind; values of it are changed one at a time.
///
/// Columns and keys come from the declarations that `gridflex describe` shows, so a new one is tried as well.
package struct ExtremeModel {
  /// What a person may write where a number belongs, by slip or by a program's hand.
  package static let texts = [
    "0", "-0", "1e-320", "1e19", "1e300", "inf", "nan", "nosuch", "-1e300",
  ]

  private static let yaml = """
    name: small
    year: 2030
    start: 2030-01-01
    hours: 4
    carbon-price: 50
    zones:
      - {name: home, load: load, grid-loss: 0.05}
      - {name: away, load: 0}
    heat-zones:
      - {name: city, zone: home, demand: 10}
      - {name: town, zone: home, demand: 10}
    fuels:
      - {name: coal, price: 800}
      - {name: gas, price: 1800}
      - {name: biomass, price: 600}
    reserve: {up-share-of-load: 0.03, down-share-of-load: 0.02}
    carbon-market: {price: 60, benchmarks: [{technology: coal, t-per-mwh: 0.8}]}
    green-contracts:
      - {name: green, technology: wind, share: 0.1}
    deep-peak: {tiers: [{baseline: 0.5, price-per-mwh: 300}], payers: [{technology: wind}]}
    series:
      load: {file: series/hours.csv, column: load_mw, unit: MW}
      wind: {file: series/hours.csv, column: wind_pu, unit: pu, scale-to: {mean: 0.25}}
    goals:
      - {id: aim, metric: curtailment, at-most: 0.5, source: a test}
    options:
      - {name: more, asset: ridge, set: {capacity_mw: 200}, cost-per-year: 1, source: a test}
    option-limits:
      - {name: room, sum: more=2, at-most: 300, source: a test}

    """

  /// Where an entry of each section stands in the model.
  package static let sections: [String: [String]] = [
    "zones": ["zones", "0"], "heat-zones": ["heat-zones", "0"], "fuels": ["fuels", "0"],
    "reserve": ["reserve"], "carbon-market": ["carbon-market"],
    "carbon-benchmarks": ["carbon-market", "benchmarks", "0"],
    "green-contracts": ["green-contracts", "0"], "deep-peak": ["deep-peak"],
    "deep-peak-tiers": ["deep-peak", "tiers", "0"],
    "deep-peak-payers": ["deep-peak", "payers", "0"], "series": ["series", "wind"],
    "series-scale-to": ["series", "wind", "scale-to"], "goals": ["goals", "0"],
    "options": ["options", "0"], "option-limits": ["option-limits", "0"],
  ]

  /// Cells that a kind needs beyond what its declarations tell.
  private static let cells: [String: [String: String]] = [
    "corridors": ["from": "home", "to": "away", "forward_limit_mw": "50"],
    "lines": ["from": "home", "to": "away", "limit_mw": "100"],
    "converters": ["from": "home", "to": "away", "capacity_mw": "50"],
    "heat-transfer": ["from": "city", "to": "town"],
    "price-responsive-load": ["steps": "10:500"],
    "virtual-power-plant": ["members": "works", "limit_mw": "5"],
    "exchange": ["import_limit_mw": "100", "import_price_per_mwh": "400"],
    "chp": ["heat_zone": "city"],
  ]

  private var root: YAMLNode
  private var tables: [String: String] = [
    "coal": "name,zone,unit_size_mw,units\nold,home,300,1\n",
    "wind": "name,zone,capacity_mw,availability\nridge,home,100,wind\n",
    "heat-boiler": "name,heat_zone,capacity_mw\nhot,city,50\nwarm,town,50\n",
    "electric-boiler": "name,heat_zone,power_mw\nhot-wire,city,50\nwarm-wire,town,50\n",
    "corridors": "name,from,to,forward_limit_mw\nlink,home,away,50\n",
    "interruptible-load": "name,zone,capacity_mw\nworks,home,10\n",
  ]
  private var hours = ModelFolder.hours

  package init() throws {
    var log = IssueLog()
    root = try #require(YAMLReader.read(Array(Self.yaml.utf8), file: "model.yaml", log: &log))
  }

  /// The cells of an asset of a kind that can be read: what it must have, and what else it needs.
  package static func row(of kind: AssetKind) -> [String: String] {
    var row = ["name": "tried"]
    for field in kind.fields where field.isRequired && field.name != "name" {
      row[field.name] = field.type == "integer" ? "1" : field.unit == .share ? "0.5" : "20"
    }
    let names = kind.fields.map(\.name)
    if names.contains("availability") { row["availability"] = "0.4" }
    if names.contains("zone") { row["zone"] = "home" }
    if names.contains("heat_zone"), kind.type.name.hasPrefix("heat") || names.contains("cop") {
      row["heat_zone"] = "city"
    }
    if kind.type.name == "electric-boiler" { row["heat_zone"] = "city" }
    return row.merging(cells[kind.type.name] ?? [:]) { $1 }
  }

  /// Puts an asset of a kind into the model, some of its cells changed.
  package mutating func add(_ kind: AssetKind, _ changes: [String: String] = [:]) {
    let row = Self.row(of: kind).merging(changes) { $1 }.sorted { $0.key < $1.key }
    var text = row.map(\.key).joined(separator: ",") + "\n"
    text +=
      row.map { $0.value.contains(",") ? "\"\($0.value)\"" : $0.value }
      .joined(separator: ",") + "\n"
    tables[kind.type.name] = text
    if kind.type.name == "wind" {
      remove(["options"])
      remove(["option-limits"])
    }
  }

  /// Gives the model an option that changes a column of the asset tried.
  package mutating func addOption(_ column: String, _ text: String) {
    var log = IssueLog()
    let option = "[{name: more, asset: tried, set: {x: y}, cost-per-year: 1, source: a test}]"
    guard let node = YAMLReader.read(Array(option.utf8), file: "model.yaml", log: &log) else {
      return
    }
    root = Self.changed(root, ["options"][...], to: node)
    let place = Place(file: "model.yaml")
    let set = YAMLNode.mapping(
      [YAMLEntry(key: column, place: place, value: .scalar(text, isQuoted: false, place))],
      place
    )
    root = Self.changed(root, ["options", "0", "set"][...], to: set)
  }

  /// Writes a text at a path of keys and numbers of list entries.
  package mutating func set(_ path: [String], _ text: String) {
    let place = Place(file: "model.yaml")
    root = Self.changed(root, path[...], to: .scalar(text, isQuoted: false, place))
  }

  /// Writes a text into a cell of the hourly values.
  package mutating func setHour(_ text: String) { hours = hours.with("180,0.4", "180,\(text)") }

  /// Writes a text into the label of an hour.
  package mutating func setLabel(_ text: String) { hours = hours.with("2030-01-01T03:00", text) }

  private mutating func remove(_ path: [String]) {
    let place = Place(file: "model.yaml")
    root = Self.changed(root, path[...], to: .sequence([], place))
  }

  private static func changed(
    _ node: YAMLNode,
    _ path: ArraySlice<String>,
    to value: YAMLNode
  ) -> YAMLNode {
    guard let key = path.first else { return value }
    switch node {
    case .mapping(var entries, let place):
      if let index = entries.firstIndex(where: { $0.key == key }) {
        entries[index].value = changed(entries[index].value, path.dropFirst(), to: value)
      } else {
        entries.append(YAMLEntry(key: key, place: place, value: value))
      }
      return .mapping(entries, place)
    case .sequence(var nodes, let place):
      guard let index = Int(key), nodes.indices.contains(index) else { return node }
      nodes[index] = changed(nodes[index], path.dropFirst(), to: value)
      return .sequence(nodes, place)
    case .scalar: return node
    }
  }

  // MARK: - What becomes of it

  /// What is wrong with the way the model is answered; nil where it is read and dispatched, or refused at a place.
  package func fault(dispatching: Bool = true) throws -> String? {
    let folder = try ModelFolder(["model.yaml": String(YAMLText.block(root, indent: 0).dropFirst())]
    )
    try folder.write(hours, to: "series/hours.csv")
    for (name, table) in tables { try folder.write(table, to: "assets/\(name).csv") }
    let model: GridModel
    do {
      model = try folder.read()
    } catch {
      guard [65, 66].contains(error.exitCode) else { return "ends with \(error.exitCode)" }
      return unplaced(error.issues, folder)
    }
    if let unplaced = unplaced(model.issues, folder) { return unplaced }
    return dispatching ? try Self.fault(dispatching: model) : nil
  }

  /// Whether the model is read without an error.
  package func isRead() throws -> [String] {
    let folder = try ModelFolder(["model.yaml": String(YAMLText.block(root, indent: 0).dropFirst())]
    )
    try folder.write(hours, to: "series/hours.csv")
    for (name, table) in tables { try folder.write(table, to: "assets/\(name).csv") }
    return folder.failure()?.texts ?? []
  }

  private func unplaced(_ issues: [Tables.Issue], _ folder: ModelFolder) -> String? {
    let unplaced = issues.filter { $0.severity == .error && $0.line == nil }
    return unplaced.first.map { "tells no line: " + folder.shown($0.description) }
  }

  private static func fault(dispatching model: GridModel) throws -> String? {
    do {
      switch try GoalDispatch.run(model, options: GoalOptions()) {
      case .solved(let result):
        let report = Verifier.verify(model, result)
        return report.keepsRules ? nil : "breaks rules: \(report.violations.map(\.text))"
      case .infeasible: return nil
      case .nothing(let reason): return "gives nothing: \(reason)"
      }
    } catch {
      return "ends with 70: \(error)"
    }
  }
}
