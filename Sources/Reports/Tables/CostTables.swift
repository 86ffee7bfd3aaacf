import GridFormulation
import Hourly
import Tables

/// Investment and yearly cost (投资与年费用): the cost by what it pays for, and what a plan took.
enum CostTables {
  /// The cost of the hours solved; of a plan, before and after it.
  static func cost(of grid: ReportedGrid, _ words: Words) -> ReportTable {
    let head = grid.result.head
    let before = head.plan?.before
    var columns: [ReportTable.Column] = []
    if before != nil { columns.append(.init(words[.beforePlan])) }
    columns.append(.init(words[before == nil ? .amount : .afterPlan]))
    if before != nil { columns.append(.init(words[.change])) }
    columns.append(.init(words[.perEnergy]))
    var table = ReportTable("cost", words[.cost], words[.item], columns)
    let supplied = zip(grid.demand, grid.unserved).reduce(0) { $0 + $1.0 - $1.1 }
    func cells(_ amount: Double, _ old: Double?) -> [ReportTable.Cell] {
      var cells: [ReportTable.Cell] = []
      if before != nil { cells.append(.number(old, .money)) }
      cells.append(.number(amount, .money))
      if before != nil { cells.append(.number(old.map { amount - $0 }, .money)) }
      return cells + [.number(supplied > 0 ? amount / supplied : nil, .price)]
    }
    var parts: [Int] = []
    for cost in head.costs {
      let old = before?.costs.first { $0.kind == cost.kind }?.amount
      guard cost.amount != 0 || old ?? 0 != 0 else { continue }
      parts.append(table.add(words.cost(cost.kind), cells(cost.amount, old)))
    }
    table.add(
      words[.variableCost],
      cells(head.cost, before?.cost),
      role: .sum,
      sumOf: parts
    )
    if let plan = head.plan {
      table.add(words[.optionCost], cells(plan.optionCost, before.map { _ in 0 }))
    }
    table.add(words[.fixedCost], cells(head.fixedCost, nil))
    table.add(words[.capitalCost], cells(head.capitalCost, nil))
    table.notes = [words(.noteCost)]
    if head.plan != nil { table.notes.append(words(.noteOptionCost)) }
    if !grid.isYear { table.notes.append(words(.noteHoursOnly, "\(grid.horizon.hours)")) }
    return table
  }

  /// What a plan took of each option, with its label where it is one of several results; nil for a dispatch.
  static func options(of grid: ReportedGrid, _ words: Words, place: Int? = nil) -> ReportTable? {
    guard let plan = grid.result.head.plan else { return nil }
    var table = ReportTable(
      place.map { "options-\($0 + 1)" } ?? "options",
      place.map { _ in words(.of, words[.planOptions], grid.result.label + " ") }
        ?? words[.planOptions],
      words[.option],
      [
        .init(words[.asset], isText: true), .init(words[.size], isText: true),
        .init(words[.ofMost]), .init(words[.power]), .init(words[.storedEnergy]),
        .init(words[.outlay]), .init(words[.yearlyCost]), .init(words[.worth]),
        .init(words[.source], isText: true),
      ]
    )
    var rows: [Int] = []
    for option in plan.options {
      let size = ShownUnit(
        symbol: option.unit,
        factor: 1,
        decimals: option.size == option.size.rounded() ? 0 : 1,
        isGrouped: words.language == .english
      )
      rows.append(
        table.add(
          option.name,
          [
            .text(option.asset), .text(size.full(option.size)),
            .number(option.most > 0 ? option.size / option.most : nil, .share),
            .number(option.power, .power), .number(option.energy, .energy),
            .number(option.outlay, .money), .number(option.yearly, .money),
            .number(option.worth, .money), .text(option.source),
          ]
        )
      )
    }
    let sums = plan.options.reduce((0.0, 0.0)) { ($0.0 + $1.outlay, $0.1 + $1.yearly) }
    table.add(
      words[.total],
      [.empty, .empty, .empty, .empty, .empty, .number(sums.0, .money), .number(sums.1, .money)]
        + [.empty, .empty],
      role: .sum,
      sumOf: rows
    )
    table.notes = [words(.noteOptions)]
    return table
  }
}
