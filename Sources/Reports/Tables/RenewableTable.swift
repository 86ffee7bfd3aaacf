import GridFormulation

/// Renewable accommodation (新能源消纳): offered, used, curtailed and why, by technology and month.
enum RenewableTable {
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    let technologies = grid.technologies.filter { $0.isWind || $0.isSolar }
    guard !technologies.isEmpty else { return nil }
    var table = ReportTable(
      grid.id("renewables"),
      grid.titled(words[.renewables], words),
      words[.item],
      ReportTable.monthColumns(of: grid, words)
    )
    table.total = (grid.months.count, 0..<grid.months.count)
    for technology in technologies {
      add(words.name(technology), where: { $0 == technology }, of: grid, words, to: &table)
    }
    if technologies.count > 1 {
      add(words[.windAndSolar], where: { $0.isWind || $0.isSolar }, of: grid, words, to: &table)
    }
    let rates = table.rows.indices.filter { table.rows[$0].label == words[.curtailmentRate] }
    addReasons(of: grid, words, to: &table)
    table.chart = .init(
      kind: .lines,
      rows: Array(rates.suffix(1)),
      columns: 0..<grid.months.count,
      isByRow: true
    )
    table.notes = [words(.noteRenewables), words(.noteReasons)]
    return table
  }

  private static func add(
    _ label: String,
    where isCounted: (Technology) -> Bool,
    of grid: ReportedGrid,
    _ words: Words,
    to table: inout ReportTable
  ) {
    table.addHeading(label)
    let available = grid.sum(.available, where: isCounted)
    let curtailed = grid.sum(.curtailed, where: isCounted)
    let used = zip(available, curtailed).map { $0 - $1 }
    let first = table.addSums(words[.offered], of: available, in: grid, .energy)
    let second = table.addSums(words[.curtailedEnergy], of: curtailed, in: grid, .energy)
    table.addSums(
      words[.used],
      of: used,
      in: grid,
      .energy,
      role: .sum,
      sumOf: [first],
      less: [second]
    )
    table.addRates(words[.curtailmentRate], curtailed, over: available, in: grid)
    table.addRates(words[.useRate], used, over: available, in: grid)
  }

  private static func addReasons(
    of grid: ReportedGrid,
    _ words: Words,
    to table: inout ReportTable
  ) {
    let reasons = CurtailmentReasons(of: grid)
    table.addHeading(words[.reasons])
    var parts: [Int] = []
    func add(_ word: Word, _ values: [Double]) {
      parts.append(table.addSums(words[word], of: values, in: grid, .energy))
    }
    add(.byRegulation, reasons.regulation)
    if grid.hasAny(reasons.exportFull) {
      table.addSums(words[.exportFull], of: reasons.exportFull, in: grid, .energy, role: .part)
    }
    add(.bySections, reasons.sections)
    add(.byOther, reasons.other)
    table.addSums(
      words[.curtailedEnergy],
      of: grid.curtailed,
      in: grid,
      .energy,
      role: .sum,
      sumOf: parts
    )
  }
}
