import Grid
import GridDispatch

/// A component of a network as its table lists it.
struct ForeignComponent {
  /// The list it stands in, such as `generators`.
  let list: String
  /// Its row in the list's table.
  let row: Int
  let name: String
  let place: Place
}

/// The CSV folder of a PyPSA network as it was read: a table for each list and for each series of a list.
///
/// What is asked for is remembered, so that what nobody asked for can be listed.
struct NetworkSource {
  /// A table with its columns by name.
  private struct Sheet {
    let table: Table
    let columns: [String: Int]

    init(_ table: Table) {
      self.table = table
      columns = Dictionary(
        table.header.enumerated().map { ($0.element.text, $0.offset) },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  /// The lists that are read; others are told as left out.
  static let lists = [
    "buses", "carriers", "generators", "loads", "lines", "line_types", "transformers",
    "transformer_types", "links", "storage_units", "stores", "shunt_impedances",
    "global_constraints",
  ]
  /// Files that say nothing of the dispatch.
  private static let idleFiles = [
    "not-carried-over.csv", "investment_periods.csv", "sub_networks.csv", "shapes.csv",
  ]

  let folder: String
  var log = IssueLog()
  /// The hours, 0 until the snapshots are read.
  var hours = 0
  /// Names of files that are not part of what is read.
  private(set) var otherFiles: [String] = []
  private var sheets: [String: Sheet] = [:]
  private var series: [String: Sheet] = [:]
  private var seriesNames: [String] = []
  /// The attributes that were asked for, as `list.attribute`.
  private(set) var asked: Set<String> = []

  /// Reads every table of the folder.
  init(folder: String) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard FileSource.isFolder(self.folder) else {
      log.appendMissing(
        Issue(
          file: self.folder,
          rule: "is not a folder",
          mend: "Name the folder that PyPSA's export_to_csv_folder wrote."
        )
      )
      return
    }
    for needed in ["buses.csv", "snapshots.csv"] { read(needed) }
    let known = ["network.csv", "investment_periods.csv"] + Self.lists.map { $0 + ".csv" }
    for file in FileSource.names(in: self.folder) where sheets[file] == nil {
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
  }

  private mutating func read(_ file: String) {
    guard let table = CSVReader.readForeign(path: FileSource.path(file, from: folder), log: &log)
    else { return }
    let isSeries = Self.lists.contains { file.hasPrefix($0 + "-") }
    if isSeries {
      let key = String(file.dropLast(4)).replacing("-", with: ".", maxReplacements: 1)
      series[key] = Sheet(table)
      seriesNames.append(key)
    } else {
      sheets[file] = Sheet(table)
    }
  }

  /// The columns of network.csv that say nothing of the dispatch.
  var networkColumns: [String] {
    (sheets["network.csv"]?.table.header ?? []).map(\.text).filter { !$0.isEmpty && $0 != "name" }
  }

  /// The table of a file; nil where there is none.
  func table(_ file: String) -> Table? { sheets[file]?.table }

  /// The components of a list, in the order of its table.
  func components(_ list: String) -> [ForeignComponent] {
    guard let sheet = sheets[list + ".csv"] else { return [] }
    let column = sheet.columns["name"] ?? 0
    return sheet.table.rows.enumerated().map { index, row in
      ForeignComponent(list: list, row: index, name: row.cells[column].text, place: row.place)
    }
  }
}

// MARK: - Attributes

extension NetworkSource {
  /// The text of an attribute; nil where nothing is written.
  mutating func text(_ component: ForeignComponent, _ attribute: String) -> String? {
    asked.insert("\(component.list).\(attribute)")
    guard let sheet = sheets[component.list + ".csv"], let column = sheet.columns[attribute] else {
      return nil
    }
    let text = sheet.table.rows[component.row].cells[column].text
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
      mend: "Write True or False."
    )
    return absent
  }

  /// The values of an attribute: its series where there is one, else its number.
  ///
  /// An empty cell of a series is what `empty` says.
  mutating func values(
    _ component: ForeignComponent,
    _ attribute: String,
    _ absent: Double,
    empty: Double? = nil
  ) -> HourlyValue {
    let key = "\(component.list).\(attribute)"
    guard let sheet = series[key], let column = sheet.columns[component.name], column > 0 else {
      return .constant(number(component, attribute, absent))
    }
    asked.insert(key)
    guard sheet.table.rows.count == hours else { return .constant(absent) }
    var result: [Double] = []
    result.reserveCapacity(hours)
    for row in sheet.table.rows {
      let cell = row.cells[column]
      let isEmpty = cell.text.isEmpty || cell.text.lowercased() == "nan"
      switch isEmpty ? .success(empty ?? absent) : Self.read(cell.text) {
      case .success(let number): result.append(number)
      case .failure(let fault):
        log.error(
          at: cell.place,
          field: component.name,
          value: cell.text,
          rule: fault.rule,
          mend: fault.mend
        )
        result.append(absent)
      }
    }
    let isSame = result.allSatisfy { $0 == result[0] }
    return isSame && !result.isEmpty ? .constant(result[0]) : .hourly(result)
  }

  /// Where an attribute of a component is written.
  func place(of component: ForeignComponent, _ attribute: String) -> Place {
    guard let sheet = sheets[component.list + ".csv"], let column = sheet.columns[attribute] else {
      return component.place
    }
    return sheet.table.rows[component.row].cells[column].place
  }

  /// Checks that every series has a row a snapshot, labelled alike.
  mutating func checkSeries(labels: [String]) {
    for key in seriesNames {
      guard let table = series[key]?.table else { continue }
      guard table.rows.count == hours else {
        log.error(
          at: table.rows.last?.place ?? Place(file: table.file, line: 1),
          rule: "has \(table.rows.count) rows for \(hours) snapshots",
          mend: "Write one row for each snapshot."
        )
        continue
      }
      let isLabelled = table.header.first?.text == "snapshot"
      for (row, label) in zip(table.rows, labels) where isLabelled && row.cells[0].text != label {
        log.error(
          at: row.cells[0].place,
          value: row.cells[0].text,
          rule: "is not the snapshot `\(label)` of snapshots.csv",
          mend: "Keep the rows in the order of the snapshots."
        )
        break
      }
    }
  }

  /// The attributes that nobody asked for, by list: in the order of the tables.
  var unasked: [(list: String, attribute: String, isSeries: Bool)] {
    var result: [(list: String, attribute: String, isSeries: Bool)] = []
    for list in Self.lists {
      for cell in sheets[list + ".csv"]?.table.header ?? []
      where cell.text != "name" && !cell.text.isEmpty && !asked.contains("\(list).\(cell.text)") {
        result.append((list, cell.text, false))
      }
    }
    for key in seriesNames where !asked.contains(key) {
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      if parts.count == 2 { result.append((parts[0], parts[1], true)) }
    }
    return result
  }
}
