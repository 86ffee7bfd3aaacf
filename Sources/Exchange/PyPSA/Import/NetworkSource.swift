import GridFormulation
import Hourly
import Tables

/// A component of a network as its table lists it.
struct ForeignComponent {
  /// The list it stands in, such as `generators`.
  let list: String
  /// Its row in the list's table.
  let row: Int
  var name: String
  let place: Place
}

/// A PyPSA network as it was read: a table for each list and for each series of a list.
///
/// What is asked for is remembered, so that what nobody asked for can be listed.
struct NetworkSource {
  /// The lists that are read; others are told as left out.
  static let lists = [
    "buses", "carriers", "generators", "loads", "lines", "line_types", "transformers",
    "transformer_types", "links", "storage_units", "stores", "shunt_impedances",
    "global_constraints",
  ]
  /// Files that say nothing of the dispatch.
  static let idleFiles = [
    "not-carried-over.csv", "investment_periods.csv", "sub_networks.csv", "shapes.csv",
  ]

  /// The folder or file of the network.
  let folder: String
  var log = IssueLog()
  /// The hours, 0 until the snapshots are read.
  var hours = 0
  /// Names of files that are not part of what is read.
  var otherFiles: [String] = []
  /// What the network says of itself, such as its name.
  var facts: [(name: String, value: String)] = []
  /// The tables of lists by their name, the snapshots and the investment periods among them.
  private var sheets: [String: NetworkSheet] = [:]
  private var series: [String: NetworkSheet] = [:]
  private var seriesNames: [String] = []
  /// The attributes that were asked for, as `list.attribute`.
  private(set) var asked: Set<String> = []

  /// Reads every table of a folder of CSV files or of a netCDF file.
  init(_ path: String) {
    folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if FileSource.isFolder(folder) {
      readFolder()
    } else if FileSource.isFile(folder) {
      readNetCDF()
    } else {
      log.appendMissing(
        Issue(
          file: folder,
          rule: "is not there",
          fix: "Name the folder that PyPSA's export_to_csv_folder wrote, or a netCDF file."
        )
      )
    }
    refuseRepeats()
  }

  /// The table of a list; nil where there is none.
  func sheet(_ list: String) -> NetworkSheet? { sheets[list] }

  /// Takes over the table of a list.
  mutating func add(_ sheet: NetworkSheet, as list: String) { sheets[list] = sheet }

  /// Takes over the table of a series of a list.
  mutating func add(_ sheet: NetworkSheet, as attribute: String, of list: String) {
    let key = "\(list).\(attribute)"
    series[key] = sheet
    seriesNames.append(key)
  }

  /// The components of a list, in the order of its table.
  func components(_ list: String) -> [ForeignComponent] {
    guard let sheet = sheets[list] else { return [] }
    let column = sheet.column("name") ?? 0
    return (0..<sheet.rowCount).map { row in
      ForeignComponent(
        list: list,
        row: row,
        name: sheet.text(row, column),
        place: sheet.place(row)
      )
    }
  }

  /// A name or a column that stands twice: which of the two is meant nobody can say.
  private mutating func refuseRepeats() {
    for list in Self.lists {
      guard let sheet = sheets[list] else { continue }
      let column = sheet.column("name") ?? 0
      if let (name, row) = sheet.repeatedName(in: column) {
        log.error(
          at: sheet.place(row, column),
          value: name,
          rule: "stands twice in the list of \(list)",
          fix: "Take one of the two out, or give it a name of its own."
        )
      }
      refuseRepeatedColumn(of: sheet)
    }
    for key in seriesNames { if let sheet = series[key] { refuseRepeatedColumn(of: sheet) } }
  }

  private mutating func refuseRepeatedColumn(of sheet: NetworkSheet) {
    guard let name = sheet.repeatedColumn else { return }
    log.error(
      at: Place(file: sheet.file, line: 1),
      field: name,
      rule: "is the heading of two columns",
      fix: "Take one of the two out."
    )
  }
}

// MARK: - CSV folders

extension NetworkSource {
  private mutating func readFolder() {
    for needed in ["buses.csv", "snapshots.csv"] { read(needed) }
    let known = ["network.csv", "investment_periods.csv"] + Self.lists.map { $0 + ".csv" }
    for file in FileSource.names(in: folder) where sheets[String(file.dropLast(4))] == nil {
      guard file.hasSuffix(".csv") else {
        if !file.hasPrefix("."), file != "summary.json" { otherFiles.append(file) }
        continue
      }
      if known.contains(file) {
        read(file)
      } else if let dash = file.firstIndex(of: "-"), Self.lists.contains(String(file[..<dash])) {
        read(file)
      } else if !Self.idleFiles.contains(file) {
        otherFiles.append(file)
      }
    }
    guard let network = sheets.removeValue(forKey: "network"), network.rowCount > 0 else { return }
    for (column, name) in network.header.enumerated() where !name.isEmpty {
      facts.append((name, network.text(0, column)))
    }
  }

  private mutating func read(_ file: String) {
    let path = FileSource.path(file, from: folder)
    guard let table = CSVReader.readForeign(path: path, log: &log) else { return }
    let name = String(file.dropLast(4))
    if let dash = name.firstIndex(of: "-") {
      let attribute = String(name[name.index(after: dash)...])
      add(NetworkSheet(table), as: attribute, of: String(name[..<dash]))
    } else {
      sheets[name] = NetworkSheet(table)
    }
  }
}

// MARK: - Attributes

extension NetworkSource {
  /// The text of an attribute; nil where nothing is written.
  mutating func text(_ component: ForeignComponent, _ attribute: String) -> String? {
    asked.insert("\(component.list).\(attribute)")
    guard let sheet = sheets[component.list], let column = sheet.column(attribute) else {
      return nil
    }
    let text = sheet.text(component.row, column)
    return text.isEmpty || text.lowercased() == "nan" ? nil : text
  }

  /// Whether an attribute is true.
  mutating func flag(
    _ component: ForeignComponent,
    _ attribute: String,
    _ absent: Bool = false
  ) -> Bool {
    guard let text = text(component, attribute) else { return absent }
    if let number = NumberText.parse(text) { return number != 0 }
    if let value = YesNo.parse(text) { return value }
    log.error(
      at: place(of: component, attribute),
      field: attribute,
      value: text,
      rule: "must be True or False",
      fix: "Write True or False."
    )
    return absent
  }

  /// The values of an attribute: its series where there is one, else its number.
  ///
  /// An empty cell of a series is what `empty` says; without it, it is a fault.
  mutating func values(
    _ component: ForeignComponent,
    _ attribute: String,
    _ absent: Double,
    empty: Double? = nil
  ) -> HourlyValue {
    let key = "\(component.list).\(attribute)"
    guard let sheet = series[key], let column = sheet.column(component.name),
      column > 0 || sheet.header.first == component.name
    else {
      return .constant(number(component, attribute, absent))
    }
    asked.insert(key)
    guard sheet.rowCount == hours else { return .constant(absent) }
    var result: [Double] = []
    result.reserveCapacity(hours)
    for row in 0..<hours {
      let number = sheet.number(row, column)
      let fault = number.flatMap(Self.fault)
      if let number, !number.isNaN, fault == nil {
        result.append(number)
        continue
      }
      result.append(empty ?? absent)
      if number?.isNaN == true, empty != nil { continue }
      let isEmpty = number?.isNaN == true
      log.error(
        at: sheet.place(row, column),
        field: component.name,
        value: sheet.text(row, column),
        rule: fault?.rule
          ?? (isEmpty ? "\(attribute) has no value in this hour" : "must be a number"),
        fix: fault?.fix ?? (isEmpty ? "Write the number of every hour." : "Write a number.")
      )
    }
    let isSame = result.allSatisfy { $0 == result[0] || ($0.isNaN && result[0].isNaN) }
    return isSame && !result.isEmpty ? .constant(result[0]) : .hourly(result)
  }

  /// Where an attribute of a component is written.
  func place(of component: ForeignComponent, _ attribute: String) -> Place {
    if let sheet = series["\(component.list).\(attribute)"],
      let column = sheet.column(component.name)
    {
      return Place(file: sheet.file, line: 1, column: column + 1)
    }
    guard let sheet = sheets[component.list], let column = sheet.column(attribute) else {
      return component.place
    }
    return sheet.place(component.row, column)
  }

  /// Checks that every series has a row a snapshot, labelled alike.
  mutating func checkSeries(labels: [String]) {
    for key in seriesNames {
      guard let sheet = series[key] else { continue }
      guard sheet.rowCount == hours else {
        log.error(
          at: sheet.rowCount > 0
            ? sheet.place(sheet.rowCount - 1) : Place(file: sheet.file, line: 1),
          rule: "has \(sheet.rowCount) rows for \(hours) snapshots",
          fix: "Write one row for each snapshot."
        )
        continue
      }
      guard sheet.header.first == "snapshot" else { continue }
      for (row, label) in labels.enumerated() where sheet.text(row, 0) != label {
        log.error(
          at: sheet.place(row, 0),
          value: sheet.text(row, 0),
          rule: "is not the snapshot `\(label)` of the list of snapshots",
          fix: "Keep the rows in the order of the snapshots."
        )
        break
      }
    }
  }

  /// The columns of series whose component is in no list, each with the first of them.
  var strangers: [(list: String, attribute: String, name: String)] {
    seriesNames.compactMap { key in
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2, let sheet = series[key] else { return nil }
      let names = Set(components(parts[0]).map(\.name))
      let first = sheet.header.first == "snapshot" || sheet.header.first == "" ? 1 : 0
      let stranger = sheet.header.dropFirst(first).first { !names.contains($0) && !$0.isEmpty }
      return stranger.map { (parts[0], parts[1], $0) }
    }
  }

  /// The attributes that nobody asked for, by list: in the order of the tables.
  var unasked: [(list: String, attribute: String, isSeries: Bool)] {
    var result: [(list: String, attribute: String, isSeries: Bool)] = []
    for list in Self.lists {
      for name in sheets[list]?.header ?? []
      where name != "name" && !name.isEmpty && !asked.contains("\(list).\(name)") {
        result.append((list, name, false))
      }
    }
    for key in seriesNames where !asked.contains(key) {
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      if parts.count == 2 { result.append((parts[0], parts[1], true)) }
    }
    return result
  }
}
