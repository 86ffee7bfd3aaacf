import GridFormulation

/// Installed capacity (装机规模): by technology and zone; of a plan, before and after it.
enum CapacityTable {
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable {
    let zones = grid.result.model.zoneNames
    let before = grid.result.head.plan?.before
    let isSplit = grid.tellsZones
    var columns: [ReportTable.Column] = []
    if isSplit { columns += zones.map { .init(words.place($0)) } }
    if before != nil { columns += [.init(words[.beforePlan])] }
    columns += [.init(words[isSplit ? .total : .capacity])]
    if before != nil { columns += [.init(words[.change])] }
    columns += [.init(words[.share]), .init(words[.storedEnergy])]
    var table = ReportTable("capacity", words[.installedCapacity], words[.technology], columns)
    let rows = CapacityRows(grid: grid, zones: isSplit ? zones : [], before: before)
    let generation = grid.technologies.filter(\.isGeneration)
    let all = generation.reduce(0) { $0 + grid.capacity(of: $1) }
    let first = generation.map { technology in
      table.add(words.name(technology), rows.cells([technology], share: all))
    }
    table.add(
      words[.allGeneration],
      rows.cells(generation, share: all),
      role: .sum,
      sumOf: first
    )
    let nonFossil = generation.filter(\.isNonFossil)
    table.add(words[.nonFossil], rows.cells(nonFossil, share: all), role: .part)
    let renewable = generation.filter { $0.isWind || $0.isSolar }
    table.add(words[.windAndSolar], rows.cells(renewable, share: all), role: .part)
    for technology in grid.technologies where technology.isStorage {
      table.add(words.name(technology), rows.cells([technology], share: nil))
    }
    for technology in grid.flexibleLoads + [.exchange] where grid.capacity(of: technology) > 0 {
      table.add(words.name(technology), rows.cells([technology], share: nil))
    }
    let numbers = isSplit ? zones.count : before == nil ? 1 : 2
    table.chart = .init(
      kind: isSplit ? .stack : .columns,
      rows: first,
      columns: 0..<numbers,
      isByRow: false
    )
    table.notes = [words(.noteCapacity)]
    if before != nil { table.notes.append(words(.noteBeforePlan)) }
    return table
  }
}

/// The cells of a row of capacities.
private struct CapacityRows {
  let grid: ReportedGrid
  let zones: [String]
  let before: ResultHead.Before?

  func cells(_ technologies: [Technology], share whole: Double?) -> [ReportTable.Cell] {
    let names = Set(technologies)
    func capacity(in zone: String?) -> Double {
      grid.assets.reduce(0) { sum, asset in
        let counts = names.contains(asset.facts.technology) && (zone == nil || asset.zone == zone)
        return sum + (counts ? asset.facts.capacity : 0)
      }
    }
    let now = capacity(in: nil)
    let stored = grid.assets.reduce(0) { sum, asset in
      names.contains(asset.facts.technology) ? sum + (asset.facts.energyCapacity ?? 0) : sum
    }
    let old = before.map { before in
      technologies.reduce(0) { sum, technology in
        sum + (before.capacities.first { $0.technology == technology.rawValue }?.amount ?? 0)
      }
    }
    var cells = zones.map { ReportTable.Cell.number(capacity(in: $0), .power) }
    if let old { cells.append(.number(old, .power)) }
    cells.append(.number(now, .power))
    if let old { cells.append(.number(now - old, .power)) }
    cells.append(.number(whole.flatMap { $0 > 0 ? now / $0 : nil }, .share))
    cells.append(
      technologies.allSatisfy(\.isStorage) && stored > 0 ? .number(stored, .energy) : .empty
    )
    return cells
  }
}

extension ReportedGrid {
  /// The kinds of flexible load that stand in it.
  var flexibleLoads: [Technology] {
    let present = Set(assets.map(\.facts.technology))
    return Technology.allCases.filter { $0.isFlexibleLoad && present.contains($0) }
  }
}
