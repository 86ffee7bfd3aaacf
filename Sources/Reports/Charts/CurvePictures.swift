import GridDispatch
import GridFormulation
import Hourly
import Reporting

extension PictureMaker {
  /// Duration curves of load and net load; nil where not all hours are kept.
  package mutating func loadCurves() -> Picture? {
    guard data.isWhole else { return nil }
    let net = grid.netLoad
    let lines = [
      Self.entry(words[.loadShort], Colour.ink, data.add("load", grid.demand)),
      Self.entry(words[.netLoad], "#0072b2", data.add("net", net)),
    ]
    return picture(
      "load-curves",
      words[.loadCurves],
      words(.noteDuration),
      .duration,
      [("unit", unit(.power, grid.demand + net, quantum: 0.01)), ("lines", .array(lines))]
    )
  }

  /// Duration curves of the price by zone; nil where there is none or not all hours are kept.
  package mutating func priceCurve() -> Picture? {
    let prices = grid.result.schedule.series(of: .price)
    guard data.isWhole, !prices.isEmpty, prices.count <= ReportedGrid.mostZones else { return nil }
    var lines: [JSONValue] = []
    for (index, price) in prices.enumerated() {
      let id = data.add("price-\(price.zone)", price.values)
      lines.append(Self.entry(words.place(price.zone), Colour.series(index), id))
    }
    return picture(
      "price-curve",
      words[.priceCurve],
      words(.notePrice),
      .duration,
      [
        ("unit", unit(.price, prices.flatMap(\.values), quantum: 0.01)), ("lines", .array(lines)),
      ]
    )
  }

  /// Curtailment by month and hour of the day; nil without any.
  package func curtailmentByMonth() -> Picture? {
    let curtailed = grid.curtailed
    guard grid.hasAny(curtailed) else { return nil }
    var cells = (0..<24).map { _ in [Double](repeating: 0, count: grid.months.count) }
    for (column, month) in grid.months.enumerated() {
      for step in month { cells[grid.horizon.hourOfDay(step)][column] += curtailed[step] }
    }
    return picture(
      "curtailment-month",
      words[.curtailmentByMonth],
      words(.noteHeat),
      .heat,
      [
        ("unit", unit(.energy, cells.flatMap(\.self), quantum: 0.1)),
        ("series", .text(words[.curtailedShort])),
        ("columns", .array(grid.months.map { .text(words.month(grid.month($0))) })),
        ("values", .array(cells.map { Self.numbers($0) })),
      ]
    )
  }

  /// Curtailment by day and hour; nil without any or where not all hours are kept.
  package mutating func curtailmentByDay() -> Picture? {
    let curtailed = grid.curtailed
    guard data.isWhole, grid.hasAny(curtailed) else { return nil }
    return picture(
      "curtailment-day",
      words[.curtailmentByDay],
      words(.noteHeat),
      .heat,
      [
        ("unit", unit(.energy, curtailed, quantum: 0.01)),
        ("series", .text(words[.curtailedShort])),
        ("data", .text(data.add("curtailed", curtailed))),
      ]
    )
  }
}
