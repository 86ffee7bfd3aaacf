import GridDispatch
import GridFormulation
import Hourly

/// Peak-regulation balance (调峰平衡表): on one day of each month, how far plants must and can go up and down.
struct PeakRegulationTable {
  /// Which day of a month is balanced.
  enum Day: String, CaseIterable {
    /// The day of the largest load.
    case largestLoad = "load"
    /// The day of the smallest net load.
    case leastNetLoad = "net"
  }

  private let grid: ReportedGrid
  private let words: Words
  private let days: [Range<Int>]
  private let netLoad: [Double]

  /// The balance of a grid, or of a zone of it.
  static func table(of grid: ReportedGrid, on day: Day, _ words: Words) -> ReportTable {
    PeakRegulationTable(grid, day, words).table(day)
  }

  private init(_ grid: ReportedGrid, _ day: Day, _ words: Words) {
    (self.grid, self.words) = (grid, words)
    let netLoad = grid.netLoad
    self.netLoad = netLoad
    let all = grid.horizon.dayRanges
    days = (grid.months + [grid.horizon.steps]).compactMap { range in
      let inside = all.filter { range.contains($0.lowerBound) }
      switch day {
      case .largestLoad:
        return inside.max { left, right in
          (left.most(of: grid.demand), right.lowerBound)
            < (right.most(of: grid.demand), left.lowerBound)
        }
      case .leastNetLoad:
        return inside.min { left, right in
          (left.least(of: netLoad), left.lowerBound) < (right.least(of: netLoad), right.lowerBound)
        }
      }
    }
  }

  private func table(_ day: Day) -> ReportTable {
    var table = ReportTable(
      grid.id("regulation-\(day.rawValue)"),
      grid.titled(words[day == .largestLoad ? .regulationLoadDay : .regulationNetDay], words),
      words[.item],
      ReportTable.monthColumns(of: grid, words)
    )
    table.add(words[.day], days.map { .day(grid.horizon.time(of: $0.lowerBound)) })
    let needed = addNeed(to: &table)
    let given = addAbility(to: &table)
    let surplus = days.map { ability(on: $0).all - need(on: $0).all }
    table.add(
      words[.regulationSurplus],
      surplus,
      .power,
      role: .sum,
      sumOf: [given],
      less: [needed]
    )
    table.notes = [words(.noteRegulation), words(.noteRegulationAbility)]
    return table
  }

  // MARK: - Need

  private struct Need {
    let load: (high: Int, low: Int)
    let net: (high: Int, low: Int)
    let difference: Double
    let netDifference: Double
    let reserve: Double
    var all: Double { netDifference + reserve }
  }

  private func need(on day: Range<Int>) -> Need {
    let load = (day.highest(of: grid.demand), day.lowest(of: grid.demand))
    let net = (day.highest(of: netLoad), day.lowest(of: netLoad))
    return Need(
      load: load,
      net: net,
      difference: grid.demand[load.0] - grid.demand[load.1],
      netDifference: netLoad[net.0] - netLoad[net.1],
      reserve: grid.zoneSum(.reserveUpRequired)[net.0]
    )
  }

  private func addNeed(to table: inout ReportTable) -> Int {
    let needs = days.map(need)
    func hours(_ path: (Need) -> Int) -> [ReportTable.Cell] {
      needs.map { .clock(grid.horizon.time(of: path($0))) }
    }
    table.addHeading(words[.regulationNeed])
    table.add(words[.peakLoad], needs.map { grid.demand[$0.load.high] }, .power)
    table.add(words[.hour], hours(\.load.high), role: .part)
    table.add(words[.leastLoad], needs.map { grid.demand[$0.load.low] }, .power)
    table.add(words[.hour], hours(\.load.low), role: .part)
    let first = table.add(words[.peakValley], needs.map(\.difference), .power)
    let rates = needs.map { need in
      let peak = grid.demand[need.load.high]
      return peak > 0 ? need.difference / peak : nil
    }
    table.add(words[.peakValleyRate], rates, .share, role: .part)
    let second = table.add(
      words[.addedByRenewables],
      needs.map { $0.netDifference - $0.difference },
      .power
    )
    table.add(words[.netPeakHour], hours(\.net.high), role: .part)
    table.add(words[.netValleyHour], hours(\.net.low), role: .part)
    let third = table.add(words[.spinningReserve], needs.map(\.reserve), .power)
    return table.add(
      words[.allRegulationNeed],
      needs.map(\.all),
      .power,
      role: .sum,
      sumOf: [first, second, third]
    )
  }

  // MARK: - Ability

  private struct Ability {
    var online = 0.0
    var heatMinimum = 0.0
    var otherMinimum = 0.0
    var hydro = 0.0
    var pumped = 0.0
    var newStorage = 0.0
    var trade = 0.0
    var response = 0.0
    var thermal: Double { online - heatMinimum - otherMinimum }
    var all: Double { thermal + hydro + pumped + newStorage + trade + response }
  }

  /// What is online at the peak of the net load, and how far it, stores and trade can go down from there.
  private func ability(on day: Range<Int>) -> Ability {
    let peak = day.highest(of: netLoad)
    var ability = Ability()
    for asset in grid.assets {
      for part in asset.facts.parts {
        let label = part.name.map { "\(asset.name).\($0)" } ?? asset.name
        let online = grid.value(.online, of: label, at: peak) ?? part.capacity
        ability.online += online
        let least = part.minimumOutput * online
        if asset.facts.givesHeat {
          ability.heatMinimum += least
        } else {
          ability.otherMinimum += least
        }
      }
      switch asset.facts.technology {
      case .pumpedHydro: ability.pumped += 2 * asset.facts.capacity
      case .battery, .otherStorage: ability.newStorage += 2 * asset.facts.capacity
      case let technology where technology.isFlexibleLoad:
        ability.response += asset.facts.registeredResponse
      default: break
      }
    }
    ability.hydro = range(of: .hydro, on: day)
    ability.trade = range(of: .exchange, on: day)
    return ability
  }

  /// How far a technology went up and down over a day, as scheduled.
  private func range(of technology: Technology, on day: Range<Int>) -> Double {
    var power = [Double](repeating: 0, count: day.count)
    for entry in grid.entries where entry.technology == technology {
      for step in day { power[step - day.lowerBound] += entry.power[step] }
    }
    return (power.max() ?? 0) - (power.min() ?? 0)
  }

  private func addAbility(to table: inout ReportTable) -> Int {
    let abilities = days.map(ability)
    func add(_ word: Word, _ path: (Ability) -> Double, role: ReportTable.Role = .plain) -> Int? {
      let values = abilities.map(path)
      guard grid.hasAny(values) else { return nil }
      return table.add(words[word], values, .power, role: role)
    }
    table.addHeading(words[.regulationAbility])
    let online = add(.onlineCapacity) { $0.online }
    let heat = add(.heatMinimum) { $0.heatMinimum }
    let other = add(.technicalMinimum) { $0.otherMinimum }
    let thermal = table.add(
      words[.thermalAbility],
      abilities.map(\.thermal),
      .power,
      role: .sum,
      sumOf: [online].compactMap(\.self),
      less: [heat, other].compactMap(\.self)
    )
    let rest: [(Word, (Ability) -> Double)] = [
      (.hydroAbility, { $0.hydro }), (.pumpedAbility, { $0.pumped }),
      (.storageAbility, { $0.newStorage }), (.tradeAbility, { $0.trade }),
      (.demandResponse, { $0.response }),
    ]
    let parts = [thermal] + rest.compactMap { add($0.0, $0.1) }
    return table.add(
      words[.allRegulationAbility],
      abilities.map(\.all),
      .power,
      role: .sum,
      sumOf: parts
    )
  }
}

extension Range<Int> {
  /// The hour of the largest value, the first of equal ones.
  func highest(of values: [Double]) -> Int {
    self.max { (values[$0], $1) < (values[$1], $0) } ?? lowerBound
  }

  /// The hour of the smallest value, the first of equal ones.
  func lowest(of values: [Double]) -> Int {
    self.min { (values[$0], $0) < (values[$1], $1) } ?? lowerBound
  }

  /// The largest value.
  func most(of values: [Double]) -> Double { values[highest(of: values)] }

  /// The smallest value.
  func least(of values: [Double]) -> Double { values[lowest(of: values)] }
}

extension ReportedGrid {
  /// The value of a quantity of one column in an hour; nil where it has none.
  func value(_ quantity: ResultQuantity, of label: String, at step: Int) -> Double? {
    result.schedule.series.first { $0.quantity == quantity && $0.label == label }?.values[step]
  }
}
