import GridDispatch
import GridFormulation
import Reporting

/// Flexibility-retrofit list (灵活性改造清单): each cluster of units by what was retrofitted of it, and its use.
enum RetrofitTable {
  /// The list; nil where no plant has least output.
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    let plants = grid.assets.filter { asset in
      asset.facts.technology == .coal && !asset.facts.parts.isEmpty
    }
    guard !plants.isEmpty else { return nil }
    var table = ReportTable(
      "retrofit",
      words[.retrofits],
      words[.plant],
      [
        .init(words[.part], isText: true), .init(words[.capacity]), .init(words[.minimumShare]),
        .init(words[.minimumPower]), .init(words[.suppliedEnergy]), .init(words[.deepEnergy]),
        .init(words[.hoursBelowHalf]), .init(words[.ratedRate]),
      ]
    )
    var rows: [Int] = []
    var sums = (capacity: 0.0, least: 0.0, supplied: 0.0, deep: 0.0)
    for plant in plants {
      let figures = AssetFigures(of: plant, in: grid.result.schedule, costs: [])
      for unit in figures.units where unit.part.capacity > 0 {
        let least = unit.part.minimumOutput * unit.part.capacity
        let deep = unit.tiers.reduce(0, +)
        sums.capacity += unit.part.capacity
        sums.least += least
        sums.supplied += unit.supplied
        sums.deep += deep
        rows.append(
          table.add(
            plant.name,
            [
              .text(unit.part.name.map(words.part) ?? words[.wholePlant]),
              .number(unit.part.capacity, .power), .number(unit.part.minimumOutput, .share),
              .number(least, .power), .number(unit.supplied, .energy), .number(deep, .energy),
              .number(unit.hoursBelowHalf.map(Double.init), .hours),
              .number(unit.part.ratedFuelRate, .coalRate),
            ]
          )
        )
      }
    }
    table.add(
      words[.total],
      [
        .empty, .number(sums.capacity, .power),
        .number(sums.capacity > 0 ? sums.least / sums.capacity : nil, .share),
        .number(sums.least, .power), .number(sums.supplied, .energy),
        .number(sums.deep, .energy), .empty, .empty,
      ],
      role: .sum,
      sumOf: rows
    )
    table.notes = [words(.noteRetrofits)]
    return table
  }
}
