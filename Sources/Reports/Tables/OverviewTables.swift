import GridFormulation
import Hourly

/// What the first page tells, results side by side: the answer in one table, then capacity and energy by technology.
enum OverviewTables {
  /// The key figures of each result.
  static func overview(of grids: [ReportedGrid], _ words: Words) -> ReportTable {
    var table = side("overview", words[.overview], words[.figure], grids, words)
    let figures = grids.map { KeyFigures(of: $0) }
    func add(
      _ word: Word,
      _ measure: Measure,
      role: ReportTable.Role = .plain,
      _ path: (KeyFigures) -> Double?
    ) {
      let values = figures.map(path)
      guard values.contains(where: { $0 != nil }) else { return }
      table.add(words[word], values, measure, role: role)
    }
    table.add(words[.goalsHeld], grids.map { .text(GoalCount(of: $0).text(words)) })
    add(.variableCost, .money) { $0.head.cost }
    add(.planCost, .money) { $0.head.plan?.cost }
    add(.lowerBound, .money, role: .part) { $0.head.plan?.lowerBound ?? $0.head.lowerBound }
    add(.certifiedGap, .share, role: .part) { $0.head.plan?.gap ?? $0.head.gap }
    add(.perEnergy, .price) { $0.head.costPerEnergy }
    add(.peakLoad, .power) { $0.peak }
    table.add(
      words[.hour],
      grids.map { .hour($0.horizon.time(of: $0.horizon.steps.highest(of: $0.demand))) },
      role: .part
    )
    add(.load, .energy) { $0.load }
    add(.generation, .energy) { $0.generation }
    add(.nonFossilShare, .share, role: .part) { $0.nonFossilShare }
    add(.curtailedEnergy, .energy) { $0.curtailed }
    add(.curtailmentRate, .share, role: .part) { $0.curtailmentRate }
    add(.coalBurnt, .coal) { $0.coal }
    add(.coalRate, .coalRate, role: .part) { $0.coalRate }
    add(.carbonDioxide, .carbon) { $0.carbon }
    add(.unserved, .energy) { $0.unserved }
    table.notes = [words(.noteOverview)]
    return table
  }

  /// Capacity by technology, results side by side.
  static func capacities(of grids: [ReportedGrid], _ words: Words) -> ReportTable {
    var table = side("side-capacity", words[.installedCapacity], words[.technology], grids, words)
    for technology in present(in: grids) {
      table.add(words.name(technology), grids.map { $0.capacity(of: technology) }, .power)
    }
    table.notes = [words(.noteSideBySide)]
    return table
  }

  /// Energy given by technology, results side by side.
  static func energies(of grids: [ReportedGrid], _ words: Words) -> ReportTable {
    var table = side("side-energy", words[.energyGiven], words[.technology], grids, words)
    for technology in present(in: grids) {
      let sums = grids.map { $0.supply(of: technology).reduce(0, +) }
      table.add(words.name(technology), sums, .energy)
    }
    table.notes = [words(.noteSideBySide)]
    return table
  }

  private static func present(in grids: [ReportedGrid]) -> [Technology] {
    ReportedGrid.order.filter { technology in grids.contains { $0.capacity(of: technology) > 0 } }
  }

  private static func side(
    _ id: String,
    _ title: String,
    _ rows: String,
    _ grids: [ReportedGrid],
    _ words: Words
  ) -> ReportTable {
    let titles = grids.map { $0.result.label }
    return ReportTable(id, title, rows, titles.map { ReportTable.Column($0) })
  }
}

/// The figures of a result that decide first.
struct KeyFigures {
  let head: ResultHead
  let peak: Double
  let load: Double
  let generation: Double
  let nonFossilShare: Double?
  let curtailed: Double
  let curtailmentRate: Double?
  let coal: Double
  let coalRate: Double?
  let carbon: Double
  let unserved: Double

  init(of grid: ReportedGrid) {
    head = grid.result.head
    peak = grid.demand.max() ?? 0
    load = grid.demand.reduce(0, +)
    let made = ReportedGrid.order.filter(\.isGeneration).map {
      (technology: $0, energy: grid.supply(of: $0).reduce(0, +))
    }
    let generation = made.reduce(0) { $0 + $1.energy }
    self.generation = generation
    let clean = made.filter(\.technology.isNonFossil).reduce(0) { $0 + $1.energy }
    nonFossilShare = generation > 0 ? clean / generation : nil
    let offered = grid.sum(.available) { $0.isWind || $0.isSolar }.reduce(0, +)
    curtailed = grid.curtailed.reduce(0, +)
    curtailmentRate = offered > 0 ? curtailed / offered : nil
    let coal = grid.sum(.fuel) { $0 == .coal }.reduce(0, +)
    let supplied = grid.supply(of: .coal).reduce(0, +)
    self.coal = coal
    coalRate = supplied > 0 ? 1000 * coal / supplied : nil
    carbon = grid.sum(.carbonDioxide).reduce(0, +)
    unserved = grid.unserved.reduce(0, +)
  }
}

/// How many goals hold of those that are judged.
struct GoalCount {
  let held: Int
  let judged: Int

  init(of grid: ReportedGrid) {
    let judged = grid.result.head.goals.filter { $0.verdict != "not judged" }
    self.judged = judged.count
    held = judged.count { $0.verdict == "pass" }
  }

  func text(_ words: Words) -> String { words(.heldOf, "\(held)", "\(judged)") }
}
