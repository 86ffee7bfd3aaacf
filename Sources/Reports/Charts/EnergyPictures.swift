import GridFormulation
import Reporting

extension PictureMaker {
  /// Capacity by technology; of several zones beside each other, of a plan before and after.
  package func capacity() -> Picture {
    let technologies = grid.technologies
    let zones = grid.result.model.zoneNames
    var series: [JSONValue] = []
    func add(_ name: String, _ colour: String, _ values: [Double]) {
      series.append(
        .object([
          ("name", .text(name)), ("color", .text(colour)), ("values", Self.numbers(values)),
        ])
      )
    }
    if let before = grid.result.head.plan?.before {
      let old = technologies.map { technology in
        before.capacities.first { $0.technology == technology.rawValue }?.amount ?? 0
      }
      add(words[.beforePlan], "#9a9a9a", old)
      add(words[.afterPlan], "#0072b2", technologies.map { grid.capacity(of: $0) })
    } else if grid.tellsZones {
      for (index, zone) in zones.enumerated() {
        let part = ReportedGrid(grid.result, zone: zone)
        let values = technologies.map { part.capacity(of: $0) }
        add(words.place(zone), Colour.series(index), values)
      }
    } else {
      add(words[.capacity], "#0072b2", technologies.map { grid.capacity(of: $0) })
    }
    let most = technologies.map { grid.capacity(of: $0) }
    return picture(
      "capacity",
      words[.installedCapacity],
      words(.noteCapacity),
      .columns,
      [
        ("unit", unit(.power, most, quantum: 0.01)),
        ("categories", .array(technologies.map { .text(words.name($0)) })),
        ("series", .array(series)), ("stacked", .bool(grid.result.head.plan?.before == nil)),
        ("slanted", .bool(true)),
      ]
    )
  }

  /// Energy by month and technology with the rate of curtailment.
  package func monthlyEnergy() -> Picture {
    var series: [JSONValue] = []
    var all: [Double] = []
    for technology in ReportedGrid.order + [.exchange] {
      let given = grid.supply(of: technology)
      guard grid.hasAny(given) else { continue }
      let sums = grid.monthSums(of: given)
      all += sums
      series.append(
        .object([
          ("name", .text(words.shortGiven(by: technology))),
          ("color", .text(Colour.of(technology))), ("values", Self.numbers(sums)),
        ])
      )
    }
    var fields: [(key: String, value: JSONValue)] = [
      ("unit", unit(.energy, all, quantum: 0.1)),
      ("categories", .array(grid.months.map { .text(words.month(grid.month($0))) })),
      ("series", .array(series)), ("stacked", .bool(true)),
    ]
    let offered = grid.monthSums(of: grid.sum(.available) { $0.isWind || $0.isSolar })
    if offered.contains(where: { $0 > 0 }) {
      let curtailed = grid.monthSums(of: grid.curtailed)
      let rates = zip(curtailed, offered).map { $0.1 > 0 ? $0.0 / $0.1 : nil }
      fields.append(
        (
          "line",
          .object([
            ("name", .text(words[.curtailmentRate])), ("color", .text(Colour.curtailed)),
            ("values", Self.numbers(rates)), ("unit", unit(.share, [1], quantum: 0.0001)),
          ])
        )
      )
    }
    return picture("monthly", words[.monthlyEnergy], words(.noteMonthly), .columns, fields)
  }

  /// Where the energy of all hours comes from and goes.
  package func flows() -> Picture {
    var (sources, sinks): ([JSONValue], [JSONValue]) = ([], [])
    func node(_ name: String, _ colour: String, _ value: Double, isLost: Bool = false) -> JSONValue
    {
      .object([
        ("name", .text(name)), ("color", .text(colour)), ("value", .number(value)),
        ("isLost", .bool(isLost)),
      ])
    }
    for technology in ReportedGrid.order + others {
      let given = grid.supply(of: technology).reduce(0, +)
      if given > 0.05 {
        sources.append(node(words.shortGiven(by: technology), Colour.of(technology), given))
      }
    }
    let curtailed = grid.curtailed.reduce(0, +)
    if curtailed > 0.05 {
      sources.append(node(words[.curtailedShort], Colour.curtailed, curtailed, isLost: true))
    }
    let served = zip(grid.demand, grid.unserved).reduce(0) { $0 + $1.0 - $1.1 }
    sinks.append(node(words[.load], "#4d4d4d", served))
    for technology in Technology.allCases {
      let drawn = grid.draw(of: technology).reduce(0, +)
      guard drawn > 0.05 else { continue }
      sinks.append(node(words.shortDrawn(by: technology), Colour.of(technology), drawn))
    }
    return picture(
      "flows",
      words[.energyFlows],
      words(.noteFlows),
      .sankey,
      [
        ("unit", unit(.energy, [served], quantum: 0.1)), ("sources", .array(sources)),
        ("sinks", .array(sinks)),
      ]
    )
  }

  private var others: [Technology] {
    Technology.allCases.filter { !ReportedGrid.order.contains($0) }
  }
}
