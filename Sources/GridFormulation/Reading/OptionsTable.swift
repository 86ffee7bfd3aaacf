import Tables

/// `options.csv`: the options of a model as a table, one a row.
///
/// A row is what an entry of the list `options` in model.yaml is, its columns the same keys with `_` for `-`. So both
/// are checked, extended and changed by `--set` in one way. The cells of `set` and `adds` hold several columns,
/// parted by `;`.
package enum OptionsTable {
  /// The name of the file in a model folder.
  package static let file = "options.csv"

  /// The columns, in the order in which a table states them.
  static let columns: [FieldDescription] = {
    var columns = CapacityOption.fields.map { $0.description(prototype: CapacityOption()) }
    columns.append(
      FieldDescription(
        name: setKey,
        type: "text",
        documentation:
          "Figures of the asset, or of each unit, once it is changed: `column=value; …`."
      )
    )
    return columns.map { column in
      var column = column
      column.name = column.name.replacing("-", with: "_")
      return column
    }
  }()

  private static let setKey = "set"

  /// The mapping of a model with the rows of its table in the list of options.
  static func added(
    in folder: String,
    of files: HeldFiles,
    to root: YAMLNode,
    log: inout IssueLog
  ) -> YAMLNode {
    let path = folder + "/" + file
    guard files.isFile(path), let read = CSVReader.read(path: path, in: files, log: &log) else {
      return root
    }
    guard case .mapping(var entries, let place) = root else { return root }
    let currency = root.scalar("currency") ?? ModelHeader().currency
    let table = HandMadeTable.plain(read, fields: columns, currency: currency, log: &log)
    refuseUnknown(table, log: &log)
    let rows = table.rows.map { node($0, of: table, log: &log) }
    if let index = entries.firstIndex(where: { $0.key == "options" }) {
      guard case .sequence(let nodes, let start) = entries[index].value else { return root }
      entries[index].value = .sequence(nodes + rows, start)
    } else {
      let start = Place(file: path)
      entries.append(YAMLEntry(key: "options", place: start, value: .sequence(rows, start)))
    }
    return .mapping(entries, place)
  }

  private static func refuseUnknown(_ table: Table, log: inout IssueLog) {
    let names = columns.map(\.name)
    for cell in table.header where !names.contains(cell.text) && !RemarkName.contains(cell.text) {
      guard cell.text != YAMLMerge.removeKey else { continue }
      log.error(
        at: cell.place,
        field: cell.text,
        rule: "is not a column of \(file)",
        fix: NearestName.fix(cell.text, among: names)
      )
    }
  }

  /// A row as an entry of the list in model.yaml.
  private static func node(_ row: Table.Row, of table: Table, log: inout IssueLog) -> YAMLNode {
    var entries: [YAMLEntry] = []
    let known = columns.map(\.name) + [YAMLMerge.removeKey]
    for (heading, cell) in zip(table.header, row.cells)
    where !cell.text.isEmpty && known.contains(heading.text) {
      let key = heading.text.replacing("_", with: "-")
      let value =
        key == setKey
        ? figures(cell, log: &log) : YAMLNode.scalar(cell.text, isQuoted: false, cell.place)
      entries.append(YAMLEntry(key: key, place: cell.place, value: value))
    }
    return .mapping(entries, row.place)
  }

  /// `column=value; …` as a mapping.
  private static func figures(_ cell: Table.Cell, log: inout IssueLog) -> YAMLNode {
    var entries: [YAMLEntry] = []
    for part in cell.text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(\.withoutBlanks)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        log.error(
          at: cell.place,
          field: setKey,
          value: cell.text,
          rule: "must be column=value, several parted by `;`",
          fix: "Write for example `retrofit_share_pu=1`."
        )
        continue
      }
      entries.append(
        YAMLEntry(
          key: sides[0],
          place: cell.place,
          value: .scalar(sides[1], isQuoted: false, cell.place)
        )
      )
    }
    return .mapping(entries, cell.place)
  }
}

extension YAMLNode {
  /// The text of a key of a mapping.
  fileprivate func scalar(_ key: String) -> String? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries.first { $0.key == key }?.value.text
  }
}
