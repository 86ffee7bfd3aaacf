import Tables

/// An option of an imported model: what a plan may add to an asset or take from it, at a yearly cost.
struct ImportedOption {
  /// What each MW, MWh or unit of the size adds to a column.
  struct Step {
    let column: String
    let factor: Double
  }

  let name: String
  let asset: String
  var adds: [Step] = []
  var most = 0.0
  var least = 0.0
  /// Its smallest whole part; any size where nil.
  var unitSize: Double?
  /// Options that share the same site or units.
  var group: String?
  /// The option that retires what this one replaces.
  var needs: String?
  /// Yearly costs of a MW and of a MWh; below 0 what is saved.
  var upkeepPerMegawatt: Double?
  var upkeepPerMegawattHour: Double?
  /// Yearly cost of all of it.
  var costPerYear: Double?
  var source = ""

  init(_ name: String, of asset: String) { (self.name, self.asset) = (name, asset) }

  /// The table `options.csv`, with the columns that some option fills.
  static func rows(of options: [ImportedOption]) -> (header: [String], rows: [[String]]) {
    let columns: [(name: String, text: (ImportedOption) -> String)] = [
      ("name", \.name), ("asset", \.asset), ("adds", \.addsText),
      ("unit_size", { text($0.unitSize) }),
      ("most", { text($0.most) }), ("least", { $0.least > 0 ? text($0.least) : "" }),
      ("group", { $0.group ?? "" }), ("needs", { $0.needs ?? "" }),
      ("upkeep_per_mw", { text($0.upkeepPerMegawatt) }),
      ("upkeep_per_mwh", { text($0.upkeepPerMegawattHour) }),
      ("cost_per_year", { text($0.costPerYear) }), ("source", \.source),
    ]
    let used = columns.filter { column in options.contains { !column.text($0).isEmpty } }
    return (used.map(\.name), options.map { option in used.map { $0.text(option) } })
  }

  private var addsText: String {
    adds.map { $0.factor == 1 ? $0.column : "\($0.column)=\(NumberText.shortest($0.factor))" }
      .joined(separator: "; ")
  }

  private static func text(_ number: Double?) -> String { number.map(NumberText.shortest) ?? "" }
}
