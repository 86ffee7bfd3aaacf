import GridDispatch
import GridFormulation
import Hourly
import Reporting

/// What zones and technologies come to over all hours: energy and price by zone, fuel and emissions by technology.
enum ZoneTables {
  /// Energy and prices of each zone; the prices alone where there is one.
  static func zones(of grid: ReportedGrid, _ words: Words) -> ReportTable {
    var table = ReportTable(
      "zones",
      words[.zonesAndPrices],
      words[.zone],
      [
        .init(words[.load]), .init(words[.generation]), .init(words[.fromNeighbours]),
        .init(words[.tradeNet]), .init(words[.curtailmentRate]), .init(words[.meanPrice]),
        .init(words[.weightedPrice]), .init(words[.lowestPrice]), .init(words[.highestPrice]),
        .init(words[.hour], isText: true), .init(words[.hoursAtZero]),
      ]
    )
    for zone in grid.result.model.zoneNames {
      table.add(words.place(zone), cells(of: zone, in: grid))
    }
    table.notes = [words(.noteZones)]
    return table
  }

  private static func cells(of zone: String, in grid: ReportedGrid) -> [ReportTable.Cell] {
    let part = ReportedGrid(grid.result, zone: zone)
    let price = grid.result.schedule.series.first { $0.quantity == .price && $0.zone == zone }?
      .values
    let generation = part.technologies.filter(\.isGeneration).reduce(0) {
      $0 + part.supply(of: $1).reduce(0, +)
    }
    let trade = part.entries.filter { $0.technology == .exchange }
      .reduce(0) { $0 + $1.power.reduce(0, +) }
    let offered = part.sum(.available) { $0.isWind || $0.isSolar }.reduce(0, +)
    let load = part.demand.reduce(0, +)
    let highest = price.map { (0..<$0.count).highest(of: $0) }
    return [
      .number(load, .energy), .number(generation, .energy),
      .number(part.fromNeighbours.reduce(0, +), .energy), .number(trade, .energy),
      .number(offered > 0 ? part.curtailed.reduce(0, +) / offered : nil, .share),
      .number(price.map { $0.reduce(0, +) / Double(max($0.count, 1)) }, .price),
      .number(
        price.flatMap { price in
          load > 0 ? zip(price, part.demand).reduce(0) { $0 + $1.0 * $1.1 } / load : nil
        },
        .price
      ),
      .number(price?.min(), .price), .number(highest.flatMap { price?[$0] }, .price),
      highest.map { ReportTable.Cell.hour(grid.horizon.time(of: $0)) } ?? .empty,
      .number(price.map { Double($0.count { abs($0) < CurtailmentReasons.worth }) }, .hours),
    ]
  }

  /// Fuel burnt and what it emitted; nil where nothing burns.
  static func emissions(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    var table = ReportTable(
      "emissions",
      words[.emissions],
      words[.technology],
      [
        .init(words[.fuelBurnt]), .init("CO₂"), .init("SO₂"), .init("NOₓ"),
        .init(words[.captured]),
      ]
    )
    let quantities: [(ResultQuantity, Measure, Double)] = [
      (.fuel, .coal, 1), (.carbonDioxide, .carbon, 1), (.sulphurDioxide, .pollutant, 0.001),
      (.nitrogenOxides, .pollutant, 0.001), (.carbonCaptured, .carbon, 1),
    ]
    func sums(where isCounted: (Technology) -> Bool) -> [Double] {
      quantities.map { $0.2 * grid.sum($0.0, where: isCounted).reduce(0, +) }
    }
    func cells(_ sums: [Double]) -> [ReportTable.Cell] {
      zip(sums, quantities).map { .number($0, $1.1) }
    }
    var rows: [Int] = []
    for technology in Technology.allCases {
      let sums = sums { $0 == technology }
      guard sums.contains(where: { $0 != 0 }) else { continue }
      rows.append(table.add(words.name(technology), cells(sums)))
    }
    guard !rows.isEmpty else { return nil }
    table.add(words[.total], cells(sums { _ in true }), role: .sum, sumOf: rows)
    table.notes = [words(.noteEmissions)]
    return table
  }
}
