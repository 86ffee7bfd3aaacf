package import Tables
import Workbooks

/// The files of a model folder and of those it extends, merged; nothing typed yet.
package struct ModelFiles: Sendable {
  /// The merged `model.yaml`.
  package private(set) var root: YAMLNode
  /// The merged table of each asset kind that has one.
  package private(set) var tables: [(kind: AssetKind, table: Table)]
  /// Whether every table that is there has a header and rows.
  package private(set) var areTablesReadable = true
  /// The files that were made of the sheets of workbooks.
  private(set) var held = HeldFiles()
  /// What the command line sets, each path once.
  private(set) var changes: [ModelChange] = []

  /// Reads a folder with all it extends and applies the changes of the command line.
  package init?(folder: String, changes: [String], log: inout IssueLog) {
    guard let chain = Self.chain(from: folder, into: &held, log: &log) else { return nil }
    guard var root = chain.first?.root else { return nil }
    for layer in chain.dropFirst() { root = YAMLMerge.merge(root, with: layer.root, log: &log) }
    self.root = root
    tables = []
    for kind in AssetCatalogue.kinds {
      var merged: Table?
      for layer in chain {
        let path = layer.folder + "/" + kind.type.file
        guard layer.files.contains(FileSource.name(of: path)) else { continue }
        guard let read = CSVReader.read(path: path, in: held, log: &log) else {
          areTablesReadable = false
          continue
        }
        let table = HandMadeTable.plain(
          read,
          fields: kind.fields,
          currency: root.text(at: ["currency"]) ?? ModelHeader().currency,
          log: &log
        )
        merged = TableMerge.merge(merged, with: table, log: &log)
      }
      if let merged { tables.append((kind, merged)) }
    }
    for layer in chain { Self.refuseUnknownTables(in: layer.folder, held, log: &log) }
    for change in changes { apply(change, log: &log) }
  }

  private struct Layer {
    let folder: String
    let root: YAMLNode
    /// The names in the folder of tables.
    let files: [String]
  }

  /// The folders from the one that extends nothing to the one that was named.
  private static func chain(
    from folder: String,
    into held: inout HeldFiles,
    log: inout IssueLog
  ) -> [Layer]? {
    var layers: [Layer] = []
    var visited: [String] = []
    var next: String? = folder
    var named: (place: Place, text: String)?
    while let current = next {
      let path = current + "/model.yaml"
      if visited.contains(current) {
        log.error(
          at: Place(file: path),
          field: "extends",
          rule: "the models extend each other in a circle",
          fix: "Take `extends` out of one of: \(visited.joined(separator: ", "))."
        )
        return nil
      }
      visited.append(current)
      guard isModelFolder(current, named: named, log: &log) else { return nil }
      guard var root = keys(of: current, into: &held, log: &log),
        let mapping = YAMLMapping(root, log: &log)
      else {
        checkTables(in: current, held, log: &log)
        return nil
      }
      root = OptionsTable.added(in: current, of: held, to: root, log: &log)
      let files = held.names(in: current + "/assets")
      layers.append(Layer(folder: current, root: root, files: files))
      named = mapping.text("extends", log: &log).map { (mapping.place(of: "extends"), $0) }
      let base = held.isWorkbook(current) ? FileSource.folder(of: current) : current
      next = named.map { FileSource.path($0.text, from: base) }
    }
    return layers.reversed()
  }

  /// The keys of a model, in a folder or a workbook.
  private static func keys(
    of model: String,
    into held: inout HeldFiles,
    log: inout IssueLog
  ) -> YAMLNode? {
    FileSource.isFile(model)
      ? ModelWorkbook.read(model, into: &held, log: &log)
      : YAMLReader.read(path: model + "/model.yaml", log: &log)
  }

  /// Whether a folder holds a model; if not, the log says so where the folder was named.
  private static func isModelFolder(
    _ folder: String,
    named: (place: Place, text: String)?,
    log: inout IssueLog
  ) -> Bool {
    let place = named?.place
    let field = named.map { _ in "extends" }
    let value = named?.text
    if FileSource.isFolder(folder) {
      if FileSource.isFile(folder + "/model.yaml") { return true }
      log.appendMissing(
        (place ?? Place(file: folder + "/model.yaml")).issue(
          .error,
          field: field,
          value: value,
          rule: "the model folder has no model.yaml",
          fix: "Name a model folder, or make one with `gridflex new DIR`."
        )
      )
    } else if FileSource.isFile(folder) {
      if WorkbookReader.isWorkbook(folder) { return true }
      log.error(
        at: place ?? Place(file: folder),
        field: field,
        value: value,
        rule: "is a file, not a model folder",
        fix: "Name the folder that holds model.yaml, or a workbook (.xlsx)."
      )
    } else {
      let isWorkbook = WorkbookReader.isWorkbook(folder)
      log.appendMissing(
        (place ?? Place(file: folder)).issue(
          .error,
          field: field,
          value: value,
          rule: "there is no such \(isWorkbook ? "workbook" : "folder")",
          fix: "Check the path, or make a model with `gridflex new DIR`."
        )
      )
    }
    return false
  }

  /// Reads the tables of a folder whose model.yaml cannot be read, only for what is wrong in them.
  private static func checkTables(in folder: String, _ held: HeldFiles, log: inout IssueLog) {
    for file in held.names(in: folder + "/assets", suffix: ".csv") {
      _ = CSVReader.read(path: "\(folder)/assets/\(file)", in: held, log: &log)
    }
    refuseUnknownTables(in: folder, held, log: &log)
  }

  private static func refuseUnknownTables(
    in folder: String,
    _ held: HeldFiles,
    log: inout IssueLog
  ) {
    let known = AssetCatalogue.kinds.map(\.type.name)
    for file in held.names(in: folder + "/assets") {
      guard file.hasSuffix(".csv") else {
        log.warning(
          at: Place(file: "\(folder)/assets/\(file)"),
          rule: "is not read: tables are files that end in .csv",
          fix: "Save it as comma-separated values, or keep it elsewhere."
        )
        continue
      }
      let name = String(file.dropLast(4))
      guard !known.contains(name) else { continue }
      log.error(
        at: Place(file: "\(folder)/assets/\(file)"),
        rule: "is not a known asset table",
        fix: NearestName.fix(name, among: known)
      )
    }
  }

  /// Applies `PATH=VALUE`: `assets/TYPE/NAME/COLUMN` or a path of keys in model.yaml.
  private mutating func apply(_ change: String, log: inout IssueLog) {
    guard let equals = change.firstIndex(of: "="), equals > change.startIndex else {
      log.error(
        at: Place(file: "--set"),
        value: change,
        rule: "must be PATH=VALUE",
        fix: "Write for example --set reserve/up-share-of-load=0.05."
      )
      return
    }
    let place = Place(file: "--set \(change[..<equals].prefix(120))")
    let path = change[..<equals].split(separator: "/").map(String.init)
    let value = String(change[change.index(after: equals)...])
    guard path.first != "extends" else {
      log.error(
        at: place,
        value: value,
        rule: "what a model extends is read before --set changes anything",
        fix: "Make a folder whose model.yaml holds `extends:` with this path and a `name:`."
      )
      return
    }
    guard path.first == "assets" else {
      changes.note(path.joined(separator: "/"), value, before: root.text(at: path[...]))
      root = YAMLMerge.set(root, path: path, to: value, place: place, log: &log)
      return
    }
    setCell(change, path, value, place, &log)
  }

  /// Applies `assets/TYPE/NAME/COLUMN=VALUE`.
  private mutating func setCell(
    _ change: String,
    _ path: [String],
    _ value: String,
    _ place: Place,
    _ log: inout IssueLog
  ) {
    guard path.count == 4 else {
      log.error(
        at: place,
        value: change,
        rule: "an asset is changed by assets/TYPE/NAME/COLUMN=VALUE",
        fix: "Write for example --set assets/battery/grid/power_mw=500."
      )
      return
    }
    guard let index = tables.firstIndex(where: { $0.kind.type.name == path[1] }) else {
      log.error(
        at: place,
        value: path[1],
        rule: "the model has no such asset table",
        fix: NearestName.fix(path[1], among: tables.map(\.kind.type.name))
      )
      return
    }
    let kind = tables[index].kind
    if path[3] == TableMerge.likeColumn {
      changes.note(path.joined(separator: "/"), value, before: nil)
      tables[index].table = TableMerge.copy(
        tables[index].table,
        row: value,
        as: path[2],
        place: place,
        log: &log
      )
      return
    }
    let before = tables[index].table.text(row: path[2], column: path[3])
    changes.note(
      path.joined(separator: "/"),
      value,
      before: before == "" ? kind.fields.first { $0.name == path[3] }?.defaultText : before
    )
    tables[index].table = TableMerge.set(
      tables[index].table,
      row: path[2],
      column: path[3],
      to: value,
      place: place,
      knownColumns: kind.fields.map(\.name),
      log: &log
    )
  }
}

extension YAMLNode {
  /// The single value at the end of a path as `--set` writes it; nil where there is none.
  fileprivate func text(at path: ArraySlice<String>) -> String? {
    guard let key = path.first else {
      if case .scalar(let text, _, _) = self { return text }
      return nil
    }
    switch self {
    case .mapping(let entries, _):
      return entries.first { $0.key == key }?.value.text(at: path.dropFirst())
    case .sequence(let nodes, _):
      return nodes.first { YAMLMerge.identity(of: $0) == key }?.text(at: path.dropFirst())
    case .scalar: return nil
    }
  }
}

extension Table {
  /// The text of a cell, empty where nothing is written; of several rows what differs, nil for none.
  fileprivate func text(row name: String, column: String) -> String? {
    guard let names = self.column("name") else { return nil }
    let position = self.column(column)
    let texts = rows.filter { name == "*" || $0.cells[names].text == name }
      .map { row in position.map { row.cells[$0].text } ?? "" }
    var different: [String] = []
    for text in texts where !different.contains(text) { different.append(text) }
    return different.isEmpty ? nil : different.joined(separator: ", ")
  }
}
