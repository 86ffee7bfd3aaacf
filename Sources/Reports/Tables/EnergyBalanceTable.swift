import GridFormulation
import Hourly

/// Energy balance (电量平衡表) by month: what was asked for and drawn, and what gave it.
enum EnergyBalanceTable {
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable {
    var table = ReportTable(
      grid.id("energy"),
      grid.titled(words[.energyBalance], words),
      words[.item],
      ReportTable.monthColumns(of: grid, words)
    )
    table.total = (grid.months.count, 0..<grid.months.count)
    table.addHeading(words[.need])
    var needed = [table.addSums(words[.load], of: grid.demand, in: grid, .energy)]
    for technology in Technology.allCases {
      let drawn = grid.draw(of: technology)
      guard grid.hasAny(drawn) else { continue }
      let label = words.drawn(by: technology, isZone: grid.zone != nil)
      needed.append(table.addSums(label, of: drawn, in: grid, .energy))
    }
    let drawn = Technology.allCases.map { grid.draw(of: $0) }
    let need = grid.total([grid.demand] + drawn)
    table.addSums(words[.allNeed], of: need, in: grid, .energy, role: .sum, sumOf: needed)
    table.addHeading(words[.supply])
    var supplied: [Int] = []
    for technology in ReportedGrid.order + others {
      let given = grid.supply(of: technology)
      guard grid.hasAny(given) || grid.capacity(of: technology) > 0 && technology.isGeneration
      else {
        continue
      }
      let label = words.given(by: technology, isZone: grid.zone != nil)
      supplied.append(table.addSums(label, of: given, in: grid, .energy))
    }
    if grid.hasAny(grid.unserved) {
      supplied.append(table.addSums(words[.unserved], of: grid.unserved, in: grid, .energy))
    }
    let supply = grid.total(Technology.allCases.map { grid.supply(of: $0) } + [grid.unserved])
    table.addSums(words[.allSupply], of: supply, in: grid, .energy, role: .sum, sumOf: supplied)
    let nonFossil = grid.total(
      ReportedGrid.order.filter(\.isNonFossil).map { grid.supply(of: $0) }
    )
    let made = grid.total(ReportedGrid.order.filter(\.isGeneration).map { grid.supply(of: $0) })
    table.addRates(words[.nonFossilShare], nonFossil, over: made, in: grid)
    table.chart = .init(
      kind: .stack,
      rows: supplied,
      columns: 0..<grid.months.count,
      isByRow: true
    )
    table.notes = [words(.noteEnergyBalance), words(.noteNonFossilShare)]
    return table
  }

  /// What stands behind plants and stores.
  private static let others = Technology.allCases.filter { !ReportedGrid.order.contains($0) }
}

extension ReportedGrid {
  /// A short name of a table of this grid or zone.
  func id(_ name: String) -> String { zone.map { "\(name)-\($0)" } ?? name }

  /// A title that names the zone, where it is one of several.
  func titled(_ title: String, _ words: Words) -> String {
    zone.map { words(.of, title, words.place($0)) } ?? title
  }

  /// The sum of hourly values, hour by hour.
  func total(_ parts: [[Double]]) -> [Double] {
    var sum = [Double](repeating: 0, count: horizon.hours)
    for part in parts {
      for step in sum.indices { sum[step] += part[step] }
    }
    return sum
  }
}
