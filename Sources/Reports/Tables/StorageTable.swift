import GridDispatch
import GridFormulation
import Hourly
import Reporting

/// Storage (储能运行情况): what each store took in, gave and lost, and what it earned.
enum StorageTable {
  /// The table; nil without stores.
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    let stores = grid.assets.filter(\.facts.technology.isStorage)
    guard !stores.isEmpty else { return nil }
    var table = ReportTable(
      "storage",
      words[.storageUse],
      words[.store],
      [
        .init(words[.kind], isText: true), .init(words[.capacity]), .init(words[.storedEnergy]),
        .init(words[.charged]), .init(words[.discharged]), .init(words[.lostEnergy]),
        .init(words[.efficiency]), .init(words[.fullLoadHours]), .init(words[.cycles]),
        .init(words[.lowestAt], isText: true), .init(words[.energyIncome]),
        .init(words[.reserveIncome]), .init(words[.margin]),
      ]
    )
    var rows: [Int] = []
    for store in stores where store.facts.capacity > 0 {
      if let cells = cells(of: store, in: grid, words) { rows.append(table.add(store.name, cells)) }
    }
    if rows.count > 1 { addTotal(over: rows, to: &table, words) }
    table.notes = [words(.noteStorage), words(.noteAccounts)]
    return table
  }

  private static func cells(
    of store: AssetSummary,
    in grid: ReportedGrid,
    _ words: Words
  ) -> [ReportTable.Cell]? {
    let schedule = grid.result.schedule
    guard let figures = AssetFigures(of: store, in: schedule, costs: []).storage else { return nil }
    let account = grid.result.head.accounts.first { $0.name == store.name }
    let levels = schedule.series.first { $0.quantity == .storedEnergy && $0.owner == store.name }
    let lowest = levels.map { series in
      (0..<series.values.count).lowest(of: series.values)
    }
    let capacity = store.facts.capacity
    return [
      .text(words.name(store.facts.technology)), .number(capacity, .power),
      .number(store.facts.energyCapacity, .energy), .number(figures.charged, .energy),
      .number(figures.discharged, .energy), .number(figures.lost, .energy),
      .number(figures.charged > 0 ? figures.discharged / figures.charged : nil, .share),
      .number(capacity > 0 ? figures.discharged / capacity : nil, .hours),
      .number(figures.cycles, .count),
      lowest.map { ReportTable.Cell.hour(grid.horizon.time(of: $0)) } ?? .empty,
      .number(account?.energyIncome, .money), .number(account?.reserveIncome, .money),
      .number(account?.margin, .money),
    ]
  }

  /// Adds the sums of what adds up.
  private static func addTotal(over rows: [Int], to table: inout ReportTable, _ words: Words) {
    let summed: Set<Int> = [1, 2, 3, 4, 5, 10, 11, 12]
    let cells = table.columns.indices.map { column -> ReportTable.Cell in
      guard summed.contains(column) else { return .empty }
      var sum: (value: Double, measure: Measure)?
      for row in rows {
        guard case .number(let value, let measure) = table.rows[row].cells[column] else { continue }
        sum = ((sum?.value ?? 0) + value, measure)
      }
      return sum.map { ReportTable.Cell.number($0.value, $0.measure) } ?? .empty
    }
    table.add(words[.total], cells, role: .sum, sumOf: rows)
  }
}
