import GridFormulation
import Hourly
import Reporting
import Tables
import WeatherSeries

/// Where an import comes from, in the words of its files.
struct ImportOrigin {
  /// The word of the command line.
  let format: String
  /// What was imported.
  let what: String
  /// The currency of its costs by ISO 4217, whose code for none is `XXX`.
  let currency: String
  /// What the reader of the model must know.
  let remarks: [String]
  /// What a zone is in it.
  var zoneIs = "bus"
  /// The folder or file that was imported.
  let path: String
  /// Where an attribute of a component stands in it.
  let place: (ForeignComponent, String) -> Place
}

/// The files of a model that was imported.
struct ImportedModel {
  let origin: ImportOrigin
  let name: String
  let horizon: Horizon
  let draft: ImportDraft

  /// Whether a folder is an earlier import, which may be replaced.
  static func isImport(_ path: String) -> Bool {
    var log = IssueLog()
    let file = FileSource.path("summary.json", from: path)
    guard let bytes = FileSource.bytes(of: file, log: &log) else { return false }
    return String(decoding: bytes.prefix(4096), as: UTF8.self).contains("\"import ")
  }

  /// What the import wrote, with the issues of the model.
  func outcome(_ issues: [Issue]) -> PyPSAImport.Outcome {
    PyPSAImport.Outcome(
      hours: horizon.hours,
      zones: draft.zones.count,
      assets: assetCount,
      options: draft.options.count,
      differences: draft.differences,
      issues: issues
    )
  }

  private var assetCount: Int {
    draft.generators.count + draft.stores.count + draft.corridors.count + draft.lines.count
      + draft.converters.count
  }

  /// The files, in the order in which they are written.
  var files: [(name: String, text: String)] {
    var files = [("model.yaml", modelText)]
    files += tables
    if !draft.options.isEmpty {
      let table = ImportedOption.rows(of: draft.options)
      files.append((OptionsTable.file, Self.text(table.header, table.rows)))
    }
    files += draft.files.map { ($0.path, seriesText($0)) }
    files.append(("not-carried-over.csv", differenceTable))
    files.append(
      (
        "sources.csv",
        Self.text(
          ["item", "value", "unit", "status", "source"],
          [["everything", "-", "-", "modelled", "imported from \(origin.what) \(name)"]]
        )
      )
    )
    files.append(("README.md", readme))
    files.append(("summary.json", summary.rendered()))
    return files
  }

  /// What the model does not say, or says otherwise, as a table.
  var differenceTable: String {
    let rows = draft.differences.map { [$0.owner, $0.field, $0.kind.rawValue, $0.note] }
    return Self.text(["list", "field", "kind", "note"], rows)
  }

  private var summary: JSONValue {
    .object([
      ("gridflex", .object([("version", .text(Version.text))])),
      ("format", .text("import \(origin.format)")),
      (
        "model",
        .object([
          ("name", .text(name)), ("hours", .integer(horizon.hours)),
        ])
      ),
      ("notCarriedOver", .integer(draft.differences.count)),
    ])
  }

  private var readme: String {
    """
    # \(name)

    A model imported from \(origin.what) by `gridflex import \(origin.format)`: \(draft.zones.count) zones \
    (one a \(origin.zoneIs)), \(assetCount) assets, \(horizon.hours) hours.

    - What was not carried over, or was changed, stands in `not-carried-over.csv`.
    \(origin.remarks.map { "- \($0)\n" }.joined())
    """
  }
}

// MARK: - model.yaml

extension ImportedModel {
  private var modelText: String {
    var text =
      "# Imported from \(origin.what); not-carried-over.csv says what the model does not.\n"
    text += "name: \(Self.quoted(name))\n"
    text += "year: \(horizon.start.year)\nstart: \(horizon.start)\nhours: \(horizon.hours)\n"
    text += "currency: \(origin.currency)\nimported-from: \(origin.format)\n\nzones:\n"
    for zone in draft.zones {
      text += "  - {name: \(Self.quoted(zone.name)), load: \(Self.shown(zone.load))"
      if let price = zone.lostLoad { text += ", value-of-lost-load: \(NumberText.shortest(price))" }
      if let area = zone.area { text += ", area: \(Self.quoted(area))" }
      text += "}\n"
    }
    if !draft.files.isEmpty {
      text += "\nseries:\n"
      for file in draft.files {
        let path = Self.quoted(file.path)
        for column in file.columns {
          let name = Self.quoted(column.name)
          text += "  \(name): {file: \(path), column: \(name)}\n"
        }
      }
    }
    if !draft.goals.isEmpty {
      text += "\ngoals:\n" + draft.goals.map { "  - \($0)\n" }.joined()
    }
    if !draft.optionLimits.isEmpty {
      text += "\noption-limits:\n" + draft.optionLimits.map(Self.entry).joined()
    }
    return text
  }

  private static func entry(_ limit: OptionLimit) -> String {
    var text = "  - {name: \(quoted(limit.name)), sum: \(quoted(limit.sum))"
    if let most = limit.most { text += ", at-most: \(NumberText.shortest(most))" }
    if let least = limit.least { text += ", at-least: \(NumberText.shortest(least))" }
    return text + ", source: \(quoted(limit.source))}\n"
  }

  private static func shown(_ profile: Profile) -> String {
    switch profile {
    case .constant(let number): NumberText.shortest(number)
    case .series(let name): quoted(name)
    }
  }

  /// A text as YAML reads it back, whatever it holds.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

// MARK: - Tables

extension ImportedModel {
  private var tables: [(String, String)] {
    [
      Self.table(of: draft.generators), Self.table(of: draft.stores),
      Self.table(of: draft.corridors), Self.table(of: draft.lines),
      Self.table(of: draft.converters),
    ].compactMap { $0 }
  }

  /// The table of a kind, with the columns in which some asset differs from the defaults.
  private static func table<Kind: Asset>(of assets: [Kind]) -> (String, String)? {
    guard !assets.isEmpty else { return nil }
    let plain = Kind()
    let columns = Kind.fields.filter { field in
      field.isRequired || field.name == "zone"
        || assets.contains { field.text(in: $0) != field.text(in: plain) }
    }
    let rows = assets.map { asset in columns.map { $0.text(in: asset) ?? "" } }
    return (Kind.type.file, text(columns.map(\.name), rows))
  }

  private func seriesText(_ file: ImportDraft.SeriesFile) -> String {
    var text = Self.line(["time"] + file.columns.map(\.name))
    for step in horizon.steps {
      text += horizon.time(of: step).description
      for column in file.columns { text += "," + NumberText.shortest(column.values[step]) }
      text += "\n"
    }
    return text
  }

  private static func text(_ header: [String], _ rows: [[String]]) -> String {
    line(header) + rows.map(line).joined()
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let cell = TerminalText.shown(cell)
      guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
      return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\n"
  }
}
