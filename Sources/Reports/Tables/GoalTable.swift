import GridFormulation

/// Goals with margin and source (政策目标校核).
enum GoalTable {
  static func table(of grid: ReportedGrid, _ words: Words) -> ReportTable? {
    let goals = grid.result.head.goals
    guard !goals.isEmpty else { return nil }
    let costs = grid.result.head.plan?.goalCosts ?? [:]
    var table = ReportTable(
      "goals",
      words[.goals],
      words[.goal],
      [
        .init(words[.variant], isText: true), .init(words[.place], isText: true),
        .init(words[.asked], isText: true),
        .init(words[.threshold]), .init(words[.value]), .init(words[.margin]),
        .init(words[.verdictTitle], isText: true), .init(words[.source], isText: true),
      ] + (costs.isEmpty ? [] : [.init(words[.holdingCost])])
    )
    for goal in goals {
      let measure = GoalMeasure(goal.unit)
      let verdict =
        words.verdict(goal.verdict) + (goal.isWithinGap ? words[.withinGapMark] : "")
      table.add(
        words.metric(goal.metric),
        [
          .text(words.variant(goal.variant)),
          .text(grid.scope(of: goal, words) ?? words[.wholeGrid]),
          .text(goal.comparison.map(words.comparison) ?? ""),
          measure.cell(goal.threshold), measure.cell(goal.value), measure.cell(goal.margin),
          .text(verdict), .text(goal.source),
        ] + (costs.isEmpty ? [] : [.number(costs[goal.id], .money)])
      )
    }
    table.notes = [words(.noteGoals)]
    if !costs.isEmpty { table.notes.append(words(.noteHoldingCost)) }
    if goals.contains(where: \.isWithinGap) { table.notes.append(words(.noteWithinGap)) }
    let beyond = grid.result.head.beyond
    if !beyond.isEmpty {
      table.notes.append(
        words(.noteBeyond, beyond.map(words.beyond).joined(separator: words[.comma]))
      )
    }
    return table
  }
}

/// The measure of a goal's value, from the unit that it is told in.
struct GoalMeasure {
  private let measure: Measure
  private let factor: Double

  init(_ unit: String) {
    (measure, factor) =
      switch unit {
      case "pu": (.share, 1)
      case "MW": (.power, 1)
      case "MWh": (.energy, 1)
      case "GWh": (.energy, 1000)
      case "h": (.hours, 1)
      case "t": (.carbon, 1)
      case "Mt": (.carbon, 1e6)
      case "tce": (.coal, 1)
      case "Mtce": (.coal, 1e6)
      case let rate where rate.hasPrefix("g") && rate.hasSuffix("/kWh"): (.coalRate, 1)
      default: (.count, 1)
      }
  }

  func cell(_ value: Double?) -> ReportTable.Cell { .number(value.map { $0 * factor }, measure) }
}

extension ResultHead.Goal {
  /// How far the value lies on the good side of the threshold; nil where either is missing or there is no side.
  var margin: Double? {
    guard let value, let threshold, let comparison else { return nil }
    switch comparison {
    case "at-most", "below": return threshold - value
    case "at-least", "above": return value - threshold
    default: return value - threshold
    }
  }
}

extension ReportedGrid {
  /// The zone or asset that a goal is of; nil where it is of the whole grid.
  func scope(of goal: ResultHead.Goal, _ words: Words) -> String? {
    let asset = result.model.goals.first { $0.id == goal.id }?.asset
    return goal.zone.map(words.place) ?? asset
  }
}
