import GridDispatch
import GridFormulation
import Hourly
import Reporting

extension PictureMaker {
  /// Goals as bars beside their thresholds; nil without goals.
  package func goals() -> Picture? {
    let goals = grid.result.head.goals.filter { $0.value != nil }
    guard !goals.isEmpty else { return nil }
    let rows = goals.map { goal -> JSONValue in
      let measure = GoalMeasure(goal.unit)
      func shown(_ value: Double?) -> String {
        guard case .number(let number, let kind) = measure.cell(value) else { return "–" }
        return units.unit(of: kind, upTo: number).full(number)
      }
      let place = grid.scope(of: goal, words).map { $0 + " " } ?? ""
      let asked = goal.comparison.map { "\(words.comparison($0)) \(shown(goal.threshold))" } ?? ""
      return .object([
        ("name", .text("\(place)\(words.metric(goal.metric)) (\(words.variant(goal.variant)))")),
        ("value", .number(goal.value)),
        ("threshold", .number(goal.threshold)), ("verdict", .text(goal.verdict)),
        ("word", .text(words.verdict(goal.verdict))),
        ("text", .text(asked.isEmpty ? shown(goal.value) : "\(shown(goal.value)) (\(asked))")),
      ])
    }
    return picture(
      "goals",
      words[.goalBullets],
      words(.noteBullets),
      .bullets,
      [("unit", unit(.count, [1], quantum: 1)), ("rows", .array(rows))]
    )
  }

  /// The cost from the grid as it stands to the plan; nil for a dispatch.
  package func costSteps() -> Picture? {
    guard let plan = grid.result.head.plan, let before = plan.before else { return nil }
    var steps: [JSONValue] = []
    func add(_ name: String, _ value: Double, isTotal: Bool = false) {
      steps.append(
        .object([
          ("name", .text(name)), ("value", .number(value)), ("isTotal", .bool(isTotal)),
        ])
      )
    }
    add(words[.beforePlan], before.cost, isTotal: true)
    for cost in grid.result.head.costs {
      let old = before.costs.first { $0.kind == cost.kind }?.amount ?? 0
      // Changes that would not be seen are in the next total all the same.
      if abs(cost.amount - old) > 1e-4 * abs(before.cost) {
        add(words.cost(cost.kind), cost.amount - old)
      }
    }
    add(words[.optionCost], plan.optionCost)
    add(words[.afterPlan], grid.result.head.cost + plan.optionCost, isTotal: true)
    return picture(
      "cost-steps",
      words[.costSteps],
      words(.noteWaterfall),
      .waterfall,
      [("unit", unit(.money, [before.cost], quantum: 1)), ("steps", .array(steps))]
    )
  }

  /// In which months the certified gap arises; nil where it is nothing or not told by days.
  package func certificate() -> Picture? {
    let days = grid.result.head.gapByDay
    let ranges = grid.horizon.dayRanges
    let gap = abs(days.reduce(0, +))
    guard days.count == ranges.count + 1, gap > 1e-6 * abs(grid.result.head.cost) else {
      return nil
    }
    var shares = [Double](repeating: 0, count: grid.months.count)
    for (day, range) in ranges.enumerated() {
      let month = grid.months.firstIndex { $0.contains(range.lowerBound) } ?? 0
      shares[month] += days[day]
    }
    let rest = days[days.count - 1]
    return picture(
      "certificate",
      words[.certificateByMonth],
      words(.noteCertificate),
      .columns,
      [
        ("unit", unit(.money, [rest] + shares, quantum: 1)),
        (
          "categories",
          .array([.text("–")] + grid.months.map { .text(words.month(grid.month($0))) })
        ),
        (
          "series",
          .array([
            .object([
              ("name", .text(words[.ofGap])), ("color", .text("#0072b2")),
              ("values", Self.numbers([rest] + shares)),
            ])
          ])
        ), ("stacked", .bool(true)), ("height", .integer(220)),
      ]
    )
  }

  /// Zones and the net energy that flowed between them; nil for one zone.
  package func zones() -> Picture? {
    let model = grid.result.model
    guard grid.tellsZones else { return nil }
    var flows: [JSONValue] = []
    var lanes: [Set<String>: Int] = [:]
    for asset in model.assetSummaries {
      guard let link = asset.facts.link else { continue }
      let series = grid.result.schedule.series.first {
        $0.quantity == .flow && $0.owner == asset.name
      }
      guard let net = series?.values.reduce(0, +) else { continue }
      let ends: Set<String> = [link.from, link.to]
      let lane = lanes[ends, default: 0]
      lanes[ends] = lane + 1
      flows.append(
        .object([
          ("name", .text(asset.name)), ("from", .text(link.from)), ("to", .text(link.to)),
          ("value", .number(net)), ("lane", .integer(lane)),
        ])
      )
    }
    let loads = model.zoneNames.map { ReportedGrid(grid.result, zone: $0).demand.reduce(0, +) }
    let zones = zip(model.zoneNames, loads).map { zone, load -> JSONValue in
      .object([
        ("id", .text(zone)), ("name", .text(words.place(zone))), ("value", .number(load)),
      ])
    }
    return picture(
      "zones",
      words[.zoneFlows],
      words(.noteZoneFlows),
      .zones,
      [
        ("unit", unit(.energy, loads, quantum: 0.1)), ("zones", .array(zones)),
        ("flows", .array(flows)),
      ]
    )
  }
}
