import GridFormulation
import GridGoals
import GridPlanning
import Hourly
import Tables

extension PlanReport {
  /// The plan on one page.
  public var text: String {
    [
      headLines, optionLines, costLines, mixLines, goalLines, goalCostLines, bindingLines,
      otherLines,
    ]
    .filter { !$0.isEmpty }
    .map { $0.flatMap { TextWidth.wrapped($0) }.joined(separator: "\n") + "\n" }
    .joined(separator: "\n")
  }

  private var currency: String { after.currency }

  private func money(_ amount: Double) -> String { Amount.money(amount, currency: currency) }

  private var headLines: [String] {
    let title = after.title.isEmpty ? after.name : "\(after.name): \(after.title)"
    let hours = NumberText.grouped(Double(after.horizon.hours))
    var lines = ["plan of \(title)"]
    lines.append("\(hours) h from \(after.horizon.start) to \(after.horizon.end)")
    let goals =
      plan.goals.isEmpty
      ? "no goals asked for"
      : plan.holdsGoals
        ? "all \(plan.goals.count) goals hold" : "NOT all \(plan.goals.count) goals hold"
    let aim = plan.aim == .outlay ? "least outlay" : "least cost"
    lines.append(
      "\(aim): \(money(plan.cost)), of it options \(money(plan.optionCost)); \(goals)"
    )
    return lines + certificate.split(separator: "\n").map(String.init)
  }

  /// How far the plan can be from the best, in one sentence.
  public var certificate: String {
    func percent(_ share: Double) -> String { NumberText.fixed(100 * share, decimals: 3) + " %" }
    let what = plan.aim == .outlay ? "outlay a year" : "cost"
    let short = after.adequacy.unservedEnergy > 0 ? " that leave no more demand unserved" : ""
    return
      "certified: no plan of these options\(short) has a \(what) below \(money(plan.lowerBound)), "
      + "\(percent(plan.gap)) less\n"
      + "  (\(percent(plan.gapOfWholeUnits)) for whole units, "
      + "\(percent(plan.gapOfSchedule)) left by the schedule)"
  }

  private var optionLines: [String] {
    guard !plan.options.isEmpty else { return ["the model has no options"] }
    var table = TextTable(
      header: ["option", "taken", "", "of most", "outlay", "a year", "one more saves"]
    )
    for option in plan.options {
      let isTaken = option.size != 0
      table.append([
        "  " + option.name, isTaken ? Self.size(option.size) : "–",
        option.unit, option.most > 0 ? Amount.percent(option.size / option.most) : "",
        isTaken ? Amount.money(option.outlay, currency: "").trimmingBlanks : "",
        isTaken ? Amount.money(option.costPerYear, currency: "").trimmingBlanks : "",
        Amount.money(option.worthOfOneMore, currency: "").trimmingBlanks,
      ])
    }
    let taken = plan.options.reduce(into: (outlay: 0.0, year: 0.0)) { sum, option in
      sum.outlay += option.outlay
      sum.year += option.costPerYear
    }
    table.append([
      "all", "", "", "", Amount.money(taken.outlay, currency: "").trimmingBlanks,
      Amount.money(taken.year, currency: "").trimmingBlanks, "",
    ])
    return table.lines(indent: 0)
      + ["  (\(currency); one more: a whole part, or a MW or MWh, at first order)"]
  }

  private static func size(_ size: Double) -> String {
    NumberText.grouped(size, decimals: abs(size - size.rounded()) < 1e-6 ? 0 : 1)
  }

  private var costLines: [String] {
    var table = TextTable(header: ["cost, \(currency)", "before", "after"])
    func cell(_ amount: Double?) -> String {
      amount.map { Amount.money($0, currency: "").trimmingBlanks } ?? "–"
    }
    for (index, cost) in after.costs.enumerated() {
      let earlier = before?.costs[index].amount
      guard cost.amount != 0 || (earlier ?? 0) != 0 else { continue }
      table.append([
        "  " + cost.kind.rawValue, before == nil ? "" : cell(earlier), cell(cost.amount),
      ])
    }
    table.append(["hours", before == nil ? "" : cell(before?.cost), cell(after.cost)])
    table.append(["options", before == nil ? "" : "0", cell(plan.optionCost)])
    table.append(["both", before == nil ? "" : cell(before?.cost), cell(plan.cost)])
    return table.lines(indent: 0)
  }

  private var mixLines: [String] {
    let mix = Self.mix(of: after)
    let earlier = before.map(Self.mix(of:))
    var table = TextTable(
      header: ["", "GW before", "GW", "TWh before", "TWh", "curtailed before", "curtailed"]
    )
    func giga(_ value: Double?) -> String {
      guard let value, abs(value) >= 0.5 else { return "" }
      return NumberText.grouped(value / 1000, decimals: 2)
    }
    func tera(_ value: Double?) -> String {
      guard let value, abs(value) >= 500 else { return "" }
      return NumberText.grouped(value / 1_000_000, decimals: 3)
    }
    for part in mix {
      let was = earlier?.first { $0.technology == part.technology }
      table.append([
        "  " + part.technology.rawValue, giga(was?.capacity), giga(part.capacity),
        tera(was?.energy), tera(part.energy), tera(was?.curtailed), tera(part.curtailed),
      ])
    }
    return table.lines(indent: 0)
  }

  private var goalLines: [String] {
    guard !after.goals.isEmpty else { return [] }
    var table = TextTable(header: ["goals", "before", "after", "", "", ""], endsInText: true)
    for verdict in after.goals {
      let was = before?.goals.first { $0.goal.id == verdict.goal.id }
      let isAsked = plan.goals.contains(verdict.goal.id)
      table.append([
        "  " + verdict.goal.id, before == nil ? "" : Self.shown(was?.value, verdict.unit),
        Self.shown(verdict.value, verdict.unit),
        verdict.goal.threshold.map { "\(verdict.goal.sign) \(Self.shown($0, verdict.unit))" } ?? "",
        verdict.verdict.rawValue.uppercased(), isAsked ? "held by the plan" : "judged only",
      ])
    }
    return table.lines(indent: 0)
      + plan.notHeld.map { "  \($0.goal): judged only, \($0.reason)" }
  }

  private static func shown(_ value: Double?, _ unit: String) -> String {
    guard let value else { return "–" }
    return unit == "pu" ? Amount.percent(value) : "\(Amount.plain(value)) \(unit)"
  }

  private var goalCostLines: [String] {
    guard !plan.goalCosts.isEmpty else { return [] }
    var table = TextTable(header: ["what a goal costs, \(currency)", "", "at most off by"])
    for goal in plan.goalCosts {
      table.append([
        "  " + goal.goal,
        goal.cost.map { $0 == 0 ? "nothing" : Amount.money($0, currency: "").trimmingBlanks }
          ?? "not found in time",
        goal.cost == nil ? "" : Amount.money(goal.uncertainty, currency: "").trimmingBlanks,
      ])
    }
    return table.lines(indent: 0)
      + ["  (how much cheaper these hours would be planned without it, in parts of units)"]
  }

  /// What more of would be cheaper.
  private var bindingLines: [String] {
    let full = plan.options.filter { $0.most > 0 && $0.size >= $0.most * (1 - 1e-6) }
    // What rounding leaves of a dual is worth nothing.
    let binding = full.filter { $0.worthOfOneMore >= 1 }
    guard !binding.isEmpty else { return [] }
    return ["what binds"]
      + binding.map {
        "  \($0.name): all \(Self.size($0.most)) \($0.unit) are taken; one more would save "
          + "\(money($0.worthOfOneMore)) a year"
      }
  }

  private var otherLines: [String] { plan.messages.map { "  " + $0 } }
}
