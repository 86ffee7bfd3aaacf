import GridDispatch
import GridFormulation
import Hourly
import Reporting

/// Sections and corridors (断面与联络线): limits, energy either way, the largest flow and the hours at a limit.
enum LinkTable {
  /// The table; nil where nothing joins zones or trades with the outside.
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    let schedule = grid.result.schedule
    let links = LinkFigures.all(of: schedule, assets: grid.result.model.assetSummaries)
    let trades = grid.assets.filter { $0.facts.technology == .exchange }
    guard !links.isEmpty || !trades.isEmpty else { return nil }
    var table = ReportTable(
      "links",
      words[.links],
      words[.link],
      [
        .init(words[.direction], isText: true), .init(words[.limit]), .init(words[.limitBack]),
        .init(words[.sentEnergy]), .init(words[.sentBack]), .init(words[.lostEnergy]),
        .init(words[.largestFlow]), .init(words[.hour], isText: true),
        .init(words[.hoursAtLimit]), .init(words[.use]),
      ]
    )
    for link in links { table.add(link.asset.name, cells(of: link, in: grid, words)) }
    for trade in trades {
      if let cells = cells(ofTrade: trade, in: grid, words) { table.add(trade.name, cells) }
    }
    table.notes = [words(.noteLinks)]
    return table
  }

  private static func cells(
    of figures: LinkFigures,
    in grid: ReportedGrid,
    _ words: Words
  ) -> [ReportTable.Cell] {
    let link = figures.link
    let flow = grid.result.schedule.series.first {
      $0.quantity == .flow && $0.owner == figures.asset.name
    }
    let most = flow.flatMap {
      $0.values.indices.max { abs(flow?.values[$0] ?? 0) < abs(flow?.values[$1] ?? 0) }
    }
    return [
      .text("\(words.place(link.from)) → \(words.place(link.to))"),
      .number(link.forwardLimit, .power), .number(link.backwardLimit, .power),
      .number(figures.forward, .energy), .number(figures.backward, .energy),
      .number(figures.lost, .energy), .number(most.flatMap { flow?.values[$0] }, .power),
      most.map { ReportTable.Cell.hour(grid.horizon.time(of: $0)) } ?? .empty,
      .number(Double(figures.hoursAtLimit), .hours), .number(figures.meanUse, .share),
    ]
  }

  /// Trade counts as sent out forward and bought backward.
  private static func cells(
    ofTrade trade: AssetSummary,
    in grid: ReportedGrid,
    _ words: Words
  ) -> [ReportTable.Cell]? {
    guard let facts = trade.facts.trade,
      let entry = grid.entries.first(where: { $0.name == trade.name })
    else { return nil }
    let net = entry.power.map { -$0 }
    let out = net.reduce(0) { $0 + max($1, 0) }
    let back = net.reduce(0) { $0 + max(-$1, 0) }
    let most = (0..<net.count).max { (abs(net[$0]), $1) < (abs(net[$1]), $0) } ?? 0
    let atLimit = net.count { value in
      let limit = value > 0 ? facts.exportLimit : facts.importLimit
      return limit > 0 && abs(value) >= CurtailmentReasons.full * limit
    }
    let used = net.reduce(0) { sum, value in
      let limit = value > 0 ? facts.exportLimit : facts.importLimit
      return sum + (limit > 0 ? abs(value) / limit : 0)
    }
    return [
      .text("\(words.place(trade.zone)) → \(words[.outside])"),
      .number(facts.exportLimit, .power), .number(facts.importLimit, .power),
      .number(out, .energy), .number(back, .energy), .empty, .number(net[most], .power),
      .hour(grid.horizon.time(of: most)), .number(Double(atLimit), .hours),
      .number(net.isEmpty ? nil : used / Double(net.count), .share),
    ]
  }
}
