import GridDispatch
import GridFormulation
import Reporting

/// Full-load hours and coal rates by class (利用小时数与供电煤耗): each plant, and each technology from its sums.
enum PlantTable {
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable {
    var table = ReportTable(
      "plants",
      words[.plants],
      words[.plant],
      [
        .init(words[.capacity]), .init(words[.grossEnergy]), .init(words[.suppliedEnergy]),
        .init(words[.fullLoadHours]), .init(words[.fuelBurnt]), .init(words[.coalRate]),
        .init(words[.startsPerUnit]), .init(words[.deepEnergy]), .init(words[.hoursBelowHalf]),
      ]
    )
    for technology in grid.technologies where technology.isGeneration {
      let plants = grid.assets.filter { $0.facts.technology == technology }
      let figures = plants.map { PlantFigures(of: $0, in: grid) }
      var rows: [Int] = []
      if plants.count > 1 || figures[0].parts > 1 {
        for figure in figures where figure.capacity > 0 {
          rows.append(table.add(figure.name, figure.cells(words), role: .part))
        }
      }
      let all = figures.dropFirst().reduce(figures[0]) { $0.joined(with: $1) }
      let role: ReportTable.Role = rows.count > 1 ? .sum : .plain
      table.add(words.name(technology), all.cells(words), role: role)
    }
    table.notes = [words(.notePlants), words(.noteCoalRate)]
    return table
  }
}

/// What a plant made and burnt.
private struct PlantFigures {
  var name: String
  var capacity: Double
  var parts: Int
  var gross: Double
  var supplied: Double
  var fuel: Double?
  var started: Double?
  var deep: Double?
  var hoursBelowHalf: Int?

  init(of asset: AssetSummary, in grid: ReportedGrid) {
    let figures = AssetFigures(of: asset, in: grid.result.schedule, costs: [])
    (name, capacity) = (asset.name, asset.facts.capacity)
    parts = asset.facts.parts.count
    (gross, supplied, fuel) = (figures.output, figures.injected, figures.fuel)
    let started = figures.units.compactMap(\.started)
    self.started = started.isEmpty ? nil : started.reduce(0, +)
    let deep = figures.units.flatMap(\.tiers)
    self.deep = deep.isEmpty ? nil : deep.reduce(0, +)
    let hours = figures.units.compactMap(\.hoursBelowHalf)
    hoursBelowHalf = hours.max()
  }

  func joined(with other: PlantFigures) -> PlantFigures {
    func sum(_ left: Double?, _ right: Double?) -> Double? {
      left == nil && right == nil ? nil : (left ?? 0) + (right ?? 0)
    }
    var all = self
    all.capacity += other.capacity
    all.gross += other.gross
    all.supplied += other.supplied
    all.fuel = sum(fuel, other.fuel)
    all.started = sum(started, other.started)
    all.deep = sum(deep, other.deep)
    all.hoursBelowHalf = nil
    return all
  }

  func cells(_ words: Words) -> [ReportTable.Cell] {
    [
      .number(capacity, .power), .number(gross, .energy), .number(supplied, .energy),
      .number(capacity > 0 ? gross / capacity : nil, .hours), .number(fuel, .coal),
      .number(supplied > 0 ? fuel.map { 1000 * $0 / supplied } : nil, .coalRate),
      .number(capacity > 0 ? started.map { $0 / capacity } : nil, .count),
      .number(deep, .energy), .number(hoursBelowHalf.map(Double.init), .hours),
    ]
  }
}
