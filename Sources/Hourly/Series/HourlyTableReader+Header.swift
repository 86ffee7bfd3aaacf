import Tables

extension HourlyTableReader {
  /// Takes the headings: what labels the rows, and where the wanted columns stand.
  mutating func settle(_ texts: [String], line: Int, wanted: [String]) {
    guard let first = texts.first, let kind = SeriesHeading.labels(first) else {
      return stop(
        Place(file: path, line: line, column: 1),
        field: texts.first,
        FieldFault(
          rule: "the first column of a series file must be `time` or `hour`",
          fix: "Write a header such as `time,wind,load`; 时间, 日期 and 小时 are known as well."
        )
      )
    }
    labelKind = kind
    if first != "time", first != "hour" {
      log.note(
        at: Place(file: path, line: line, column: 1),
        field: first,
        rule: "is read as `\(kind == .times ? "time" : "hour")`"
      )
    }
    names = Array(texts.dropFirst())
    if kind == .times, let next = names.first, SeriesHeading.labels(next) != nil { minutes = [] }
    refuseRepeats(line)
    var known: Set<String> = []
    let distinct = wanted.filter { known.insert($0).inserted }
    let positions = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in
      first
    }
    for name in distinct {
      pick(name, positions[name].map { [$0] } ?? SeriesHeading.columns(name, among: names), line)
    }
    if columns.isEmpty { settleDayRows(distinct, line: line) }
  }

  /// Logs columns that have the name of an earlier one.
  private mutating func refuseRepeats(_ line: Int) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      if name.isEmpty { continue }
      log.error(
        at: Place(file: path, line: line, column: index + 2),
        field: name,
        rule: "the column stands twice in the header",
        fix: "Remove or rename one of them."
      )
    }
  }

  /// Picks a wanted column: the one of its name, or the only one of its meaning.
  private mutating func pick(_ name: String, _ found: [Int], _ line: Int) {
    guard let index = found.first else { return }
    let place = Place(file: path, line: line, column: index + 2)
    guard found.count == 1 else {
      return log.error(
        at: place,
        field: name,
        rule: "may be any of " + found.map { "`\(names[$0])`" }.joined(separator: ", "),
        fix: "Say which under the series: `column: \(names[index])`."
      )
    }
    var column = HourlyTable.Column(name: name, cell: index + 2)
    let unit = TableHeading(names[index]).unit
    if UnitSymbol.of(unit) != nil { column.unit = unit }
    if names[index] != name {
      log.note(at: place, field: names[index], rule: "is read as the column `\(name)`")
    }
    column.values.reserveCapacity(8784)
    columns.append(column)
  }

  /// Takes headings that are the times of a day for one series, a row a day.
  private mutating func settleDayRows(_ wanted: [String], line: Int) {
    let count = SeriesHeading.timesOfDay(names)
    guard labelKind == .times, count > 0, let name = wanted.first else { return }
    let place = Place(file: path, line: line, column: 2)
    guard wanted.count == 1 else {
      return stop(
        place,
        FieldFault(
          rule:
            "the file holds one series, a row a day with \(count) values; columns of it are wanted by "
            + "\(wanted.count) series: \(wanted.prefix(5).joined(separator: ", "))",
          fix: "Give each series a file of its own, or one file with a row an hour."
        )
      )
    }
    cellsPerDay = count
    let rest = names.dropFirst(count).filter { !$0.isEmpty }
    log.note(
      at: place,
      field: names[0],
      rule: "begins \(count) values a day, which are read as the column `\(name)`"
        + (rest.isEmpty ? "" : "; not read: \(rest.prefix(5).joined(separator: ", "))")
    )
    columns.append(HourlyTable.Column(name: name, cell: 2))
  }

  /// Logs a fault after which nothing can be read.
  mutating func stop(_ place: Place, field: String? = nil, _ fault: FieldFault) {
    isReadable = false
    log.error(at: place, field: field, rule: fault.rule, fix: fault.fix)
  }
}
