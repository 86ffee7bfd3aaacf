import GridFormulation
import Hourly

/// Power balance (电力平衡表): what is needed and what can be given in one hour of each month.
struct PowerBalanceTable {
  /// Which hour of a month is balanced.
  enum Moment: String, CaseIterable {
    /// The hour of the highest demand.
    case peak
    /// The hour in which the least is left.
    case tightest
  }

  private let grid: ReportedGrid
  private let words: Words
  private let capability: HourCapability
  private let reserve: ReserveNeed
  /// The hour of each column.
  private let steps: [Int]
  private let guarantee: GuaranteedOutput

  /// The balance of a grid, or of a zone of it, at the peak or in the tightest hour.
  static func table(
    of grid: ReportedGrid,
    at moment: Moment,
    _ capability: HourCapability,
    _ words: Words
  ) -> ReportTable {
    let maker = PowerBalanceTable(grid, moment, capability, words)
    return maker.table(moment)
  }

  private init(
    _ grid: ReportedGrid,
    _ moment: Moment,
    _ capability: HourCapability,
    _ words: Words
  ) {
    (self.grid, self.words, self.capability) = (grid, words, capability)
    reserve = ReserveNeed(of: grid)
    guarantee = GuaranteedOutput(of: grid)
    let ranges = grid.months + [grid.horizon.steps]
    steps = ranges.map { moment == .peak ? capability.peak(in: $0) : capability.tightest(in: $0) }
  }

  private func table(_ moment: Moment) -> ReportTable {
    var table = ReportTable(
      grid.id("power-\(moment.rawValue)"),
      grid.titled(words[moment == .peak ? .powerBalancePeak : .powerBalanceTightest], words),
      words[.item],
      ReportTable.monthColumns(of: grid, words)
    )
    table.add(words[.hour], steps.map { .hour(grid.horizon.time(of: $0)) })
    let needed = addNeed(to: &table)
    let available = addCapacity(to: &table)
    addSurplus(needed: needed, available: available, to: &table)
    table.notes = [
      words(moment == .peak ? .notePeakHour : .noteTightestHour), words(.notePowerBalance),
      words(.noteGuarantee),
    ]
    return table
  }

  private func addNeed(to table: inout ReportTable) -> Int {
    table.addHeading(words[.capacityNeeded])
    var parts = [table.add(words[.load], steps.map { grid.demand[$0] }, .power)]
    let kinds: [(Word, [Double])] = [
      (.reserveForLoad, reserve.load), (.reserveForRenewables, reserve.renewables),
      (.reserveForOther, reserve.other),
    ]
    for (word, values) in kinds where grid.hasAny(values) {
      parts.append(table.add(words[word], steps.map { values[$0] }, .power))
    }
    let all = steps.map { grid.demand[$0] + reserve.all(at: $0) }
    return table.add(words[.allNeeded], all, .power, role: .sum, sumOf: parts)
  }

  private func addCapacity(to table: inout ReportTable) -> Int {
    let technologies = grid.technologies
    let amounts = technologies.map { technology in
      steps.map { capability.amount(of: technology, at: $0) }
    }
    func sums(_ path: KeyPath<HourCapability.Amount, Double>) -> [Double] {
      steps.indices.map { column in amounts.reduce(0) { $0 + $1[column][keyPath: path] } }
    }
    table.addHeading(words[.installed])
    var rows: [Int] = []
    for (technology, amount) in zip(technologies, amounts) {
      rows.append(table.add(words.name(technology), amount.map(\.installed), .power))
    }
    let installed = table.add(
      words[.allInstalled],
      sums(\.installed),
      .power,
      role: .sum,
      sumOf: rows
    )
    table.addHeading(words[.heldBack])
    var held: [Int] = []
    for (technology, amount) in zip(technologies, amounts)
    where grid.hasAny(amount.map(\.held)) {
      held.append(table.add(words.name(technology), amount.map(\.held), .power))
    }
    let maintenance = sums(\.maintenance)
    if grid.hasAny(maintenance) {
      held.append(table.add(words[.maintenance], maintenance, .power))
    }
    let away = zip(sums(\.held), maintenance).map { $0 + $1 }
    let lost = table.add(words[.allHeldBack], away, .power, role: .sum, sumOf: held)
    return table.add(
      words[.availableCapacity],
      sums(\.able),
      .power,
      role: .sum,
      sumOf: [installed],
      less: [lost]
    )
  }

  private func addSurplus(needed: Int, available: Int, to table: inout ReportTable) {
    table.addHeading(words[.balance])
    var given = [available]
    let trade = steps.map { capability.trade[$0] }
    if grid.hasAny(capability.trade) {
      given.append(table.add(words[.receivedNet], trade, .power))
    }
    let neighbours = grid.fromNeighbours
    let received = steps.map { neighbours[$0] }
    if grid.zone != nil {
      given.append(table.add(words[.fromNeighbours], received, .power))
    }
    let called = steps.map { capability.callable[$0] }
    if grid.hasAny(capability.callable) {
      given.append(table.add(words[.demandResponse], called, .power))
    }
    let able = steps.map { step in
      grid.technologies.reduce(0) { $0 + capability.amount(of: $1, at: step).able }
    }
    let surplus = steps.indices.map { column in
      able[column] + trade[column] + called[column]
        + (grid.zone == nil ? 0 : received[column]) - grid.demand[steps[column]]
        - reserve.all(at: steps[column])
    }
    table.add(words[.surplus], surplus, .power, role: .sum, sumOf: given, less: [needed])
    let offered = steps.map { guarantee.offered[$0] }
    guard grid.hasAny(guarantee.offered) else { return }
    let (here, credit) = (table.rows.count - 1, guarantee.credits)
    table.addHeading(words[.byCredits])
    let weather = table.add(words[.windAndSolarOffered], offered, .power)
    let credited = table.add(words[.windAndSolarGuaranteed], credit, .power)
    let fixed = surplus.indices.map { surplus[$0] - offered[$0] + credit[$0] }
    table.add(
      words[.surplusByCredits],
      fixed,
      .power,
      role: .sum,
      sumOf: [here, credited],
      less: [weather]
    )
  }
}

/// What wind and PV give at the daily peak on 95 of 100 days, by month and over all hours.
struct GuaranteedOutput {
  /// The share of days on which it is reached.
  static let share = 0.95
  /// Wind and PV on offer in each hour, MW.
  let offered: [Double]
  /// Their output in the peak hour of the day that is reached on 95 of 100 days, by month, then over all hours, MW.
  let credits: [Double]

  init(of grid: ReportedGrid) {
    let offered = grid.sum(.available) { $0.isWind || $0.isSolar }
    let days = grid.horizon.dayRanges
    func credit(_ range: Range<Int>) -> Double {
      let peaks = days.filter { range.contains($0.lowerBound) }.compactMap { day in
        day.max { (grid.demand[$0], $1) < (grid.demand[$1], $0) }
      }
      let sorted = peaks.map { offered[$0] }.sorted()
      guard !sorted.isEmpty else { return 0 }
      return sorted[Int((1 - Self.share) * Double(sorted.count))]
    }
    self.offered = offered
    credits = (grid.months + [grid.horizon.steps]).map(credit)
  }
}

extension ReportedGrid {
  /// What links brought to a zone less what they took, MW; their losses where it is the whole grid.
  var fromNeighbours: [Double] {
    let links: Set<Technology> = [.corridor, .line, .converter]
    var sum = [Double](repeating: 0, count: horizon.hours)
    for entry in entries where links.contains(entry.technology) {
      for step in sum.indices { sum[step] += entry.power[step] }
    }
    return sum
  }
}
