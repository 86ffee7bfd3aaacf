import GridFormulation
import GridGoals
import GridPlanning
import Tables

extension PlanReport {
  /// The value of the key `plan` of `summary.json`.
  public var json: JSONValue {
    .object([
      ("aim", .text(plan.aim.rawValue)), ("cost", .number(plan.cost)),
      ("optionCost", .number(plan.optionCost)), ("lowerBound", .number(plan.lowerBound)),
      ("gap", .number(plan.gap)), ("gapOfWholeUnits", .number(plan.gapOfWholeUnits)),
      ("gapOfSchedule", .number(plan.gapOfSchedule)), ("gapAsked", .number(plan.gapAsked)),
      ("holdsGoals", .bool(plan.holdsGoals)),
      ("goals", .array(plan.goals.map { .text($0) })),
      (
        "goalsNotHeld",
        .array(
          plan.notHeld.map { .object([("goal", .text($0.goal)), ("reason", .text($0.reason))]) }
        )
      ),
      ("goalCosts", .array(plan.goalCosts.map(\.json))),
      ("options", .array(plan.options.map(\.json))),
      ("before", before.map(Self.json(before:)) ?? .null),
      ("messages", .array(plan.messages.map { .text($0) })),
    ])
  }

  /// The grid as it stands, as far as a plan is held against it.
  private static func json(before: Summary) -> JSONValue {
    .object([
      ("cost", .number(before.cost)), ("lowerBound", .number(before.lowerBound)),
      ("costs", .object(before.costs.map { ($0.kind.rawValue, .number($0.amount)) })),
      (
        "goals",
        .array(
          before.goals.map {
            .object([
              ("id", .text($0.goal.id)), ("value", .number($0.value)),
              ("verdict", .text($0.verdict.rawValue)),
            ])
          }
        )
      ),
      (
        "technologies",
        .array(
          mix(of: before).map {
            .object([
              ("technology", .text($0.technology.rawValue)), ("capacityMW", .number($0.capacity)),
              ("energyMWh", .number($0.energy)), ("curtailedMWh", .number($0.curtailed)),
            ])
          }
        )
      ),
    ])
  }

  /// The files of a result that only a plan has: `plan.csv` and `cuts.csv`, and the same in `excel/` where a language
  /// is named.
  func files(excel language: Language?) -> [(path: String, text: String)] {
    let plain = tables(.plain)
    guard let language else { return plain }
    return plain
      + tables(PlanHeadings(language, currency: plan.grid.currency))
      .map { ("excel/" + $0, "\u{FEFF}" + $1.replacing("\n", with: "\r\n")) }
  }

  private func tables(_ headings: PlanHeadings) -> [(path: String, text: String)] {
    [(headings.planFile, table(headings)), (headings.cutsFile, cuts(headings))]
  }

  private func table(_ headings: PlanHeadings) -> String {
    var lines = [headings.plan.map(Self.cell).joined(separator: ",")]
    for option in plan.options {
      let numbers: [Double?] = [
        option.unitSize, option.most, option.most > 0 ? option.size / option.most : 0,
        option.megawatts, option.megawattHours, option.outlay, option.costPerYear,
        option.worthOfOneMore,
      ]
      lines.append(
        ([Self.cell(option.name), Self.cell(option.asset), NumberText.shortest(option.size)]
          + [Self.cell(headings.unit(option.unit))]
          + numbers.map { $0.map(NumberText.shortest) ?? "" }
          + [Self.cell(option.source)]).joined(separator: ",")
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `kind, constant, a slope for each option`: no plan of sizes s costs less than constant + Σ slope · s.
  private func cuts(_ headings: PlanHeadings) -> String {
    let names = plan.options.map {
      Self.cell($0.unit.isEmpty ? $0.name : "\($0.name) [\(headings.unit($0.unit))]")
    }
    var lines = [(headings.cuts.map(Self.cell) + names).joined(separator: ",")]
    for cut in plan.cuts {
      let numbers = ([cut.constant] + cut.slopes).map(NumberText.shortest)
      lines.append(([headings.kind(cut.kind)] + numbers).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

extension GoalCost {
  fileprivate var json: JSONValue {
    .object([
      ("goal", .text(goal)), ("cost", .number(cost)),
      ("uncertainty", .number(cost == nil ? nil : uncertainty)),
    ])
  }
}

extension PlannedOption {
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(name)), ("asset", .text(asset)), ("size", .number(size)),
      ("unit", .text(unit)), ("unitSize", .number(unitSize)), ("most", .number(most)),
      ("mw", .number(megawatts)), ("mwh", .number(megawattHours)), ("outlay", .number(outlay)),
      ("costPerYear", .number(costPerYear)), ("worthOfOneMore", .number(worthOfOneMore)),
      ("source", .text(source)),
    ])
  }
}
