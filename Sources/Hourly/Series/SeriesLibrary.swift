package import Tables

/// The hourly series of a model; each file is read once, when it is first asked for.
package struct SeriesLibrary: Sendable {
  /// A series that was asked for before.
  private struct Key: Hashable {
    let name: String
    let unit: Unit?
  }

  /// Who asks for a series.
  struct Use {
    let field: String
    let place: Place
  }

  /// The declarations, in the order written.
  package let declarations: [SeriesDeclaration]
  /// The model's hours.
  package let horizon: Horizon
  /// The currency of the model, in which prices are wanted; `currency` takes any.
  package let currency: String

  private let dataFolder: String?
  /// The files that were made of the sheets of workbooks.
  private let held: HeldFiles
  /// Where each name stands among the declarations.
  private let positions: [String: Int]
  /// The columns that are wanted of each file; filled when the first is asked for.
  private var wanted: [String: [String]]?
  private(set) var files: [String: HourlyTable?] = [:]
  private var series: [Key: [Double]?] = [:]
  /// The unit in which each series was first asked for.
  private var units: [String: Unit?] = [:]

  /// A library over the declared series of a model.
  ///
  /// `dataFolder` is what `${data}` stands for, nil if it was not given.
  package init(
    declarations: [SeriesDeclaration],
    dataFolder: String?,
    model horizon: Horizon,
    currency: String = "currency",
    held: HeldFiles = HeldFiles()
  ) {
    self.held = held
    self.declarations = declarations
    self.currency = currency
    positions = Dictionary(declarations.enumerated().map { ($0.element.name, $0.offset) }) {
      first,
      _ in first
    }
    self.dataFolder = dataFolder
    self.horizon = horizon
  }

  /// Whether there is a folder that `${data}` stands for.
  package var hasDataFolder: Bool { dataFolder != nil }

  /// Whether a series of this name is declared.
  package func contains(_ name: String) -> Bool { declaration(name) != nil }

  /// The declaration of a series.
  package func declaration(_ name: String) -> SeriesDeclaration? {
    positions[name].map { declarations[$0] }
  }

  /// The unit in which a series was first asked for, nil where nothing asked for one.
  package func unit(of name: String) -> Unit? { units[name] ?? nil }

  /// The values of a series over a window of the model's hours; nil if something is wrong.
  ///
  /// `unit` is the one wanted, nil for the first of its kind; `place` and `field` say who asks.
  package mutating func values(
    _ name: String,
    over window: Horizon,
    unit: Unit? = nil,
    in range: ClosedRange<Double>? = nil,
    usedAt place: Place? = nil,
    field: String? = nil,
    log: inout IssueLog
  ) -> [Double]? {
    guard let declaration = declaration(name) else {
      log.error(
        at: place ?? Place(file: "model.yaml"),
        field: field,
        value: name,
        rule: "there is no series of this name",
        fix: NearestName.fix(name, among: declarations.map(\.name))
      )
      return nil
    }
    let key = Key(name: name, unit: unit)
    let whole: [Double]?
    if let known = series[key] {
      whole = known
    } else {
      let use = field.flatMap { field in place.map { Use(field: field, place: $0) } }
      let wanted = unit?.symbol(in: currency)
      whole = wholeSeries(declaration, unit: wanted, for: use, log: &log)
      series[key] = .some(whole)
      if units[name] == nil { units[name] = .some(unit) }
    }
    guard let whole else { return nil }
    if let range, !keep(range, whole, declaration, unit?.symbol(in: currency) ?? "", &log) {
      return nil
    }
    guard let steps = window.within(model: horizon) else {
      log.error(
        at: declaration.place,
        field: "series/\(name)",
        rule:
          "the window of \(window.hours) hours from \(window.start) is not in the model's hours",
        fix: "Choose --from and --hours inside them."
      )
      return nil
    }
    return steps == horizon.steps ? whole : Array(whole[steps])
  }

  /// The values of a profile over a window; a constant is repeated.
  package mutating func values(
    _ profile: Profile,
    over window: Horizon,
    unit: Unit? = nil,
    in range: ClosedRange<Double>? = nil,
    usedAt place: Place? = nil,
    field: String? = nil,
    log: inout IssueLog
  ) -> [Double]? {
    switch profile {
    case .constant(let number): Array(repeating: number, count: window.hours)
    case .series(let name):
      values(name, over: window, unit: unit, in: range, usedAt: place, field: field, log: &log)
    }
  }

  /// The path of a declared file; nil if it needs the data folder and there is none.
  package func path(of declaration: SeriesDeclaration, log: inout IssueLog) -> String? {
    guard declaration.isMeasured else {
      return held.path(declaration.file, from: declaration.folder)
    }
    guard let dataFolder else {
      log.error(
        at: declaration.place(of: "file"),
        field: declaration.field("file"),
        value: declaration.file,
        rule: "needs a folder of measured data",
        fix: "Give it with --data DIR."
      )
      return nil
    }
    let rest = declaration.file.dropFirst(SeriesDeclaration.dataMark.count).drop { $0 == "/" }
    return FileSource.path(String(rest), from: dataFolder)
  }
}

extension SeriesLibrary {
  /// The calendar year of a series: as declared, else as the time stamps of its rows say.
  ///
  /// Nil where the rows are counted and no year is declared, or before the series was read.
  package func year(of name: String) -> Int? {
    guard let declaration = declaration(name) else { return nil }
    if let year = declaration.year { return year }
    var silent = IssueLog()
    guard let path = path(of: declaration, log: &silent), let file = files[path] ?? nil,
      file.labelKind == .times
    else { return nil }
    return horizon.start.year
  }

  /// The values of a series over all the model's hours.
  private mutating func wholeSeries(
    _ declaration: SeriesDeclaration,
    unit: String?,
    for use: Use?,
    log: inout IssueLog
  ) -> [Double]? {
    guard var file = file(of: declaration, log: &log) else {
      _ = conversion(of: declaration, nil, to: unit, for: use, log: &log)
      return nil
    }
    guard let found = file.column(declaration.column) else {
      log.error(
        at: declaration.place(of: "column"),
        field: declaration.field("column"),
        value: declaration.column,
        rule: "is not a column of \(file.path)",
        fix: NearestName.fix(declaration.column, among: file.names)
      )
      return nil
    }
    log.merge(found.log)
    guard let conversion = conversion(of: declaration, found, to: unit, for: use, log: &log)
    else {
      return nil
    }
    file = inHours(file)
    guard keepsMeaning(file, declaration, found, unit, &log),
      let column = file.column(declaration.column)
    else { return nil }
    let rows = SeriesAlignment.rows(of: file, declaration, model: horizon, log: &log)
    guard let rows, !column.log.hasErrors else { return nil }
    var values: [Double] = []
    values.reserveCapacity(horizon.hours)
    for range in rows { values += column.values[range] }
    for index in values.indices {
      values[index] = conversion(values[index]) * declaration.scale
    }
    return SeriesScaling.scaled(values, declaration, column, conversion, log: &log)
  }

  /// The file of a declaration, read with all the columns that any declaration wants of it.
  private mutating func file(
    of declaration: SeriesDeclaration,
    log: inout IssueLog
  ) -> HourlyTable? {
    guard let path = path(of: declaration, log: &log) else { return nil }
    if let known = files[path] { return known }
    if wanted == nil {
      var silent = IssueLog()
      wanted = Dictionary(grouping: declarations) { self.path(of: $0, log: &silent) ?? "" }
        .mapValues { $0.map(\.column) }
    }
    var reading = IssueLog()
    let file = HourlyTableReader.read(
      path: path,
      in: held,
      wanted: wanted?[path] ?? [],
      namedIn: Mention(
        place: declaration.place(of: "file"),
        field: declaration.field("file"),
        text: declaration.file
      ),
      log: &reading
    )
    log.merge(reading)
    files[path] = .some(file)
    return file
  }
}
