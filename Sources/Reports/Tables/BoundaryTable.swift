import GridFormulation
import Hourly
import Tables

/// What the calculation stands on (计算边界条件): hours, load, losses, weather, prices, reserve, what was changed.
enum BoundaryTable {
  static func table(of grid: ReportedGrid, _ words: Words, currency: String) -> ReportTable {
    var table = ReportTable(
      "boundary",
      words[.boundaryConditions],
      words[.item],
      [.init(words[.value], isText: true), .init(words[.statedIn], isText: true)]
    )
    let head = grid.result.head
    addSpan(of: grid, words, to: &table)
    addLoad(of: grid, words, to: &table)
    addWeather(of: grid, words, to: &table)
    addPrices(of: grid, words, currency, to: &table)
    addReserve(of: grid, words, to: &table)
    addChanges(of: grid, words, to: &table)
    table.notes = [words(.noteBoundary)]
    if !head.isWholeModel || grid.result.model.isWindow { table.notes.append(words(.noteWindow)) }
    return table
  }

  private static func addSpan(of grid: ReportedGrid, _ words: Words, to table: inout ReportTable) {
    let (model, horizon) = (grid.result.model, grid.horizon)
    let span = words(
      .span,
      horizon.start.description.replacing("T", with: " "),
      horizon.end.description.replacing("T", with: " "),
      "\(horizon.hours)"
    )
    table.add(words[.model], [.text(model.title), .text("model.yaml")])
    table.add(words[.hoursSolved], [.text(span), .text("model.yaml")])
    let zones = model.zoneNames.map { words.place($0) }.joined(separator: words[.comma])
    table.add(words[.zones], [.text(zones), .text("model.yaml")])
    let commitment = words.commitment(model.setting.commitment)
    table.add(words[.commitment], [.text(commitment), .text("model.yaml: commitment")])
  }

  private static func addLoad(of grid: ReportedGrid, _ words: Words, to table: inout ReportTable) {
    let source = Cell.text("model.yaml: zones/load")
    func row(_ word: Word, _ step: Int?) {
      guard let step else { return }
      let label = words(.atHour, words[word], LaidTable.hour(grid.horizon.time(of: step)))
      table.add(label, [.number(grid.demand[step], .power), source])
    }
    row(.peakLoad, grid.demand.indices.max { (grid.demand[$0], $1) < (grid.demand[$1], $0) })
    row(.leastLoad, grid.demand.indices.min { (grid.demand[$0], $0) < (grid.demand[$1], $1) })
    table.add(words[.loadEnergy], [.number(grid.demand.reduce(0, +), .energy), source])
    for zone in grid.result.model.setting.zones where zone.gridLoss > 0 {
      let label = words(.of, words[.gridLoss], words.place(zone.name))
      table.add(label, [.number(zone.gridLoss, .share), .text("model.yaml: zones/grid-loss")])
    }
  }

  private static func addWeather(
    of grid: ReportedGrid,
    _ words: Words,
    to table: inout ReportTable
  ) {
    for technology in grid.technologies where technology.isWind || technology.isSolar {
      let capacity = grid.capacity(of: technology)
      guard capacity > 0 else { continue }
      let offered = grid.sum(.available) { $0 == technology }.reduce(0, +)
      let label = words(.of, words[.offeredHours], words.name(technology))
      let types = grid.assets.filter { $0.facts.technology == technology }.map(\.type)
      let files = Set(types).sorted().map { "assets/\($0).csv" }
      let file = files.joined(separator: words[.comma])
      table.add(label, [.number(offered / capacity, .hours), .text(file)])
    }
  }

  private static func addPrices(
    of grid: ReportedGrid,
    _ words: Words,
    _ currency: String,
    to table: inout ReportTable
  ) {
    let setting = grid.result.model.setting
    func text(_ value: HourlyValue, _ unit: String) -> String {
      let steps = grid.horizon.steps
      let (low, high) = (value.minimum(over: steps), value.maximum(over: steps))
      func shown(_ number: Double) -> String { NumberText.grouped(number, decimals: 0) }
      return low == high ? "\(shown(low)) \(unit)" : "\(shown(low))–\(shown(high)) \(unit)"
    }
    let money = currency == "CNY" && words.language == .chinese ? "元" : currency
    for fuel in setting.fuels {
      let unit = money + (words.language == .chinese ? "/吨标煤" : "/tce")
      let label = words(.of, words[.fuelPrice], words.fuel(fuel.name))
      let price = text(setting.value(of: fuel.price), unit)
      table.add(label, [.text(price), .text("model.yaml: fuels/\(fuel.name)")])
    }
    let carbon = setting.pricedCarbon
    if carbon.maximum(over: grid.horizon.steps) > 0 {
      let unit = money + (words.language == .chinese ? "/吨" : "/t")
      table.add(words[.carbonPrice], [.text(text(carbon, unit)), .text("model.yaml")])
    }
    let lost = Set(setting.zones.map(\.valueOfLostLoad)).sorted()
    let shown = lost.map { NumberText.grouped($0, decimals: 0) }.joined(separator: words[.comma])
    let unit = money + (words.language == .chinese ? "/兆瓦时" : "/MWh")
    table.add(
      words[.valueOfLostLoad],
      [.text("\(shown) \(unit)"), .text("model.yaml: zones/value-of-lost-load")]
    )
  }

  private static func addReserve(
    of grid: ReportedGrid,
    _ words: Words,
    to table: inout ReportTable
  ) {
    let areas = grid.result.model.setting.areas
    for area in areas {
      let policy = area.reserve
      var parts: [String] = []
      func share(_ value: Double, _ word: Word) {
        guard value > 0 else { return }
        parts.append(words.filled(word, "\(NumberText.fixed(100 * value, decimals: 1)) %"))
      }
      share(policy.upShareOfLoad, .upOfLoad)
      share(policy.upShareOfWindAndSolar, .upOfRenewables)
      if policy.coversLargestUnit { parts.append(words[.largestUnit]) }
      share(policy.downShareOfLoad, .downOfLoad)
      share(policy.downShareOfWindAndSolar, .downOfRenewables)
      guard !parts.isEmpty else { continue }
      let label =
        areas.count > 1
        ? words(.of, words[.reserveRule], words.place(area.name)) : words[.reserveRule]
      table.add(
        label,
        [.text(parts.joined(separator: words[.comma])), .text("model.yaml: reserve")]
      )
    }
  }

  private static func addChanges(
    of grid: ReportedGrid,
    _ words: Words,
    to table: inout ReportTable
  ) {
    for change in grid.result.model.changes {
      table.add(words[.changed], [.text("\(change.path) = \(change.value)"), .text("--set")])
    }
  }

  private typealias Cell = ReportTable.Cell
}

extension ReportedGrid {
  /// The capacity of a technology, MW.
  func capacity(of technology: Technology) -> Double {
    assets.reduce(0) { $0 + ($1.facts.technology == technology ? $1.facts.capacity : 0) }
  }
}
