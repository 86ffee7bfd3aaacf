import GridFormulation
import Reporting

/// All that a report tells of one result: its sections, and the hourly numbers of its pictures.
package struct ResultReport: Sendable {
  /// The grid that it is about.
  package let grid: ReportedGrid
  /// The sections in their order.
  package private(set) var sections: [ReportSection] = []
  /// The hourly numbers of the pictures.
  package let data: HourlyData
  /// The weeks that are named.
  let windows: NamedWindows
  /// What can be given in each hour.
  let capability: HourCapability

  /// Makes the tables and pictures of a result at its place in the report.
  package init(
    _ grid: ReportedGrid,
    at place: Int,
    _ words: Words,
    _ units: Units,
    isThinned: Bool = false
  ) {
    self.grid = grid
    let capability = HourCapability(of: grid)
    self.capability = capability
    var maker = PictureMaker(grid, at: place, capability, words, units, isThinned: isThinned)
    windows = maker.windows
    let zones = Self.zones(of: grid)
    func section(_ id: String, _ word: Word, _ items: [ReportSection.Item?]) -> ReportSection {
      ReportSection(
        id: "r\(place + 1)-s-\(id)",
        title: words[word],
        items: items.compactMap(\.self)
      )
    }
    func tables(_ tables: [ReportTable?]) -> [ReportSection.Item?] {
      tables.map { $0.map(ReportSection.Item.table) }
    }
    func pictures(_ pictures: [Picture?]) -> [ReportSection.Item?] {
      pictures.map { $0.map(ReportSection.Item.picture) }
    }
    sections = [
      section(
        "goals",
        .goals,
        pictures([maker.goals()]) + tables([GoalTable.table(of: grid, words)])
      ),
      section(
        "boundary",
        .boundaryConditions,
        tables([BoundaryTable.table(of: grid, words, currency: units.currency)])
      ),
      section(
        "capacity",
        .installedCapacity,
        pictures([maker.capacity()]) + tables([CapacityTable.table(of: grid, words)])
      ),
      section("operation", .operation, pictures(Self.operation(&maker, zones))),
      section(
        "balance",
        .powerBalance,
        tables(Self.balances(of: grid, zones, capability, words))
      ),
      section(
        "energy",
        .energyBalance,
        pictures([maker.monthlyEnergy(), maker.flows(), maker.zones()])
          + tables(([grid] + zones).map { EnergyBalanceTable.table(of: $0, words) })
      ),
      section(
        "regulation",
        .regulationBalance,
        tables(
          PeakRegulationTable.Day.allCases.map {
            PeakRegulationTable.table(of: grid, on: $0, words)
          }
        )
      ),
      section(
        "renewables",
        .renewables,
        pictures([maker.curtailmentByMonth(), maker.curtailmentByDay()])
          + tables(
            ([grid] + zones).map { RenewableTable.table(of: $0, words) }
              + [AccommodationTable.table(of: grid, words)]
          )
      ),
      section(
        "plants",
        .plants,
        tables([PlantTable.table(of: grid, words), RetrofitTable.table(of: grid, words)])
      ),
      section(
        "storage",
        .storageUse,
        pictures([maker.levels()]) + tables([StorageTable.table(of: grid, words)])
      ),
      section(
        "links",
        .links,
        tables([LinkTable.table(of: grid, words), ZoneTables.zones(of: grid, words)])
          + pictures([maker.priceCurve()])
      ),
      section(
        "reserve",
        .reserveAndResponse,
        tables([ReserveTable.table(of: grid, capability, words)])
      ),
      section(
        "cost",
        .cost,
        pictures([maker.costSteps()])
          + tables([CostTables.cost(of: grid, words)])
          + pictures([maker.certificate()])
          + tables([ZoneTables.emissions(of: grid, words)])
      ),
    ].filter { !$0.items.isEmpty }
    data = maker.data
  }

  private static func zones(of grid: ReportedGrid) -> [ReportedGrid] {
    guard grid.tellsZones else { return [] }
    return grid.result.model.zoneNames.map { ReportedGrid(grid.result, zone: $0) }
  }

  private static func operation(_ maker: inout PictureMaker, _ zones: [ReportedGrid]) -> [Picture?]
  {
    var pictures = [maker.dispatch(of: maker.grid), maker.positions()]
    for zone in zones { pictures.append(maker.dispatch(of: zone)) }
    return pictures + [maker.loadCurves()]
  }

  private static func balances(
    of grid: ReportedGrid,
    _ zones: [ReportedGrid],
    _ capability: HourCapability,
    _ words: Words
  ) -> [ReportTable] {
    let whole = PowerBalanceTable.Moment.allCases.map {
      PowerBalanceTable.table(of: grid, at: $0, capability, words)
    }
    let parts = zones.map { zone in
      PowerBalanceTable.table(of: zone, at: .peak, HourCapability(of: zone), words)
    }
    return whole + parts
  }
}
