package import Comparison
package import Tables

/// What a report takes from `summary.json` beside what the series tell: money, goals, the certificate, the plan.
package struct ResultHead: Sendable {
  /// A goal as it was judged.
  package struct Goal: Sendable {
    let id: String
    let metric: String
    let variant: String
    let zone: String?
    let year: Int?
    let comparison: String?
    let threshold: Double?
    let value: Double?
    let numerator: Double?
    let denominator: Double?
    let unit: String
    let partsUnit: String
    let verdict: String
    let isWithinGap: Bool
    let source: String
    let remark: String?
    let note: String?
  }

  /// What a store earned and cost.
  package struct Account: Sendable {
    let name: String
    let energyIncome: Double
    let reserveIncome: Double
    let margin: Double
  }

  /// What a plan took of an option.
  package struct Option: Sendable {
    let name: String
    let asset: String
    let size: Double
    let unit: String
    let most: Double
    let power: Double?
    let energy: Double?
    let outlay: Double
    let yearly: Double
    let worth: Double?
    let source: String
  }

  /// The most wind and PV that the grid takes at a rate of use.
  package struct Accommodation: Sendable {
    let growth: String
    let useRate: Double
    let wind: Double?
    let solar: Double?
    let bound: Double?
    let isOpen: Bool
  }

  /// A plan, and the grid before it.
  package struct Plan: Sendable {
    let aim: String
    let cost: Double
    let optionCost: Double
    let lowerBound: Double
    let gap: Double
    let options: [Option]
    let notHeld: [(goal: String, reason: String)]
    /// What holding a goal costs, by its id; empty where that was not asked for.
    let goalCosts: [String: Double]
    /// The grid as it stood; nil where it has no schedule.
    let before: Before?
  }

  /// The grid as it stood before a plan.
  package struct Before: Sendable {
    let cost: Double
    let costs: [(kind: String, amount: Double)]
    let capacities: [(technology: String, amount: Double)]
  }

  let title: String
  let isWholeModel: Bool
  let status: String
  let currency: String
  let cost: Double
  let lowerBound: Double?
  let gap: Double?
  let gapByDay: [Double]
  let costs: [(kind: String, amount: Double)]
  let fixedCost: Double
  let capitalCost: Double
  let costPerEnergy: Double?
  let goals: [Goal]
  let beyond: [String]
  let accounts: [Account]
  let accommodation: [Accommodation]
  let plan: Plan?
}

/// Reads the head of a result.
package enum ResultHeadReading {
  /// The head in a summary; what it lacks is logged.
  package static func head(_ summary: StoredDocument, _ log: inout IssueLog) -> ResultHead {
    let model = summary.document("model", &log)
    let objective = summary.document("objective", &log)
    let plan = summary.document("plan", &log)
    return ResultHead(
      title: model?.text("title", &log) ?? "",
      isWholeModel: model?.flag("isWholeModel", &log) ?? true,
      status: summary.text("status", &log) ?? "",
      currency: objective?.text("currency", &log) ?? "",
      cost: objective?.required("cost", &log) ?? 0,
      lowerBound: objective?.number("lowerBound", &log),
      gap: objective?.number("gap", &log),
      gapByDay: objective?.texts("gapByDay", &log).map { NumberText.parse($0) ?? 0 } ?? [],
      costs: amounts(summary.document("costs", &log), &log),
      fixedCost: summary.required("fixedCost", &log),
      capitalCost: summary.required("capitalCost", &log),
      costPerEnergy: summary.number("costPerMWhSupplied", &log),
      goals: summary.documents("goals", &log).map { goal($0, &log) },
      beyond: summary.texts("beyondPowerModel", &log),
      accounts: summary.document("settlement", &log)?.documents("stores", &log).map {
        account($0, &log)
      } ?? [],
      accommodation: summary.documents("accommodation", &log).map { accommodation($0, &log) },
      plan: plan.map { self.plan($0, &log) }
    )
  }

  private static func amounts(
    _ document: StoredDocument?,
    _ log: inout IssueLog
  ) -> [(kind: String, amount: Double)] {
    guard let document else { return [] }
    return document.mapping.keys.map { ($0, document.required($0, &log)) }
  }

  private static func goal(_ entry: StoredDocument, _ log: inout IssueLog) -> ResultHead.Goal {
    ResultHead.Goal(
      id: entry.text("id", &log) ?? "",
      metric: entry.text("metric", &log) ?? "",
      variant: entry.text("variant", &log) ?? "",
      zone: entry.text("zone", &log),
      year: entry.number("year", &log).flatMap { WholeNumber.exactly($0, in: 0...9999) },
      comparison: entry.text("comparison", &log),
      threshold: entry.number("threshold", &log),
      value: entry.number("value", &log),
      numerator: entry.number("numerator", &log),
      denominator: entry.number("denominator", &log),
      unit: entry.text("unit", &log) ?? "",
      partsUnit: entry.text("partsUnit", &log) ?? "",
      verdict: entry.text("verdict", &log) ?? "",
      isWithinGap: entry.flag("withinGap", &log),
      source: entry.text("source", &log) ?? "",
      remark: entry.text("remark", &log),
      note: entry.text("note", &log)
    )
  }

  private static func account(
    _ entry: StoredDocument,
    _ log: inout IssueLog
  ) -> ResultHead.Account {
    ResultHead.Account(
      name: entry.text("name", &log) ?? "",
      energyIncome: entry.required("energyIncome", &log),
      reserveIncome: entry.required("reserveIncome", &log),
      margin: entry.required("marginBeforeCapital", &log)
    )
  }

  private static func accommodation(
    _ entry: StoredDocument,
    _ log: inout IssueLog
  ) -> ResultHead.Accommodation {
    ResultHead.Accommodation(
      growth: entry.text("growth", &log) ?? "",
      useRate: entry.required("useRate", &log),
      wind: entry.number("windMW", &log),
      solar: entry.number("pvMW", &log),
      bound: entry.number("boundMW", &log),
      isOpen: entry.flag("isOpen", &log)
    )
  }

  private static func plan(_ entry: StoredDocument, _ log: inout IssueLog) -> ResultHead.Plan {
    ResultHead.Plan(
      aim: entry.text("aim", &log) ?? "",
      cost: entry.required("cost", &log),
      optionCost: entry.required("optionCost", &log),
      lowerBound: entry.required("lowerBound", &log),
      gap: entry.required("gap", &log),
      options: entry.documents("options", &log).map { option($0, &log) },
      notHeld: entry.documents("goalsNotHeld", &log).map {
        ($0.text("goal", &log) ?? "", $0.text("reason", &log) ?? "")
      },
      goalCosts: goalCosts(entry, &log),
      before: entry.document("before", &log).map { before($0, &log) }
    )
  }

  private static func goalCosts(
    _ entry: StoredDocument,
    _ log: inout IssueLog
  ) -> [String: Double] {
    var costs: [String: Double] = [:]
    for goal in entry.documents("goalCosts", &log) {
      if let id = goal.text("goal", &log), let cost = goal.number("cost", &log) { costs[id] = cost }
    }
    return costs
  }

  private static func option(_ entry: StoredDocument, _ log: inout IssueLog) -> ResultHead.Option {
    ResultHead.Option(
      name: entry.text("name", &log) ?? "",
      asset: entry.text("asset", &log) ?? "",
      size: entry.required("size", &log),
      unit: entry.text("unit", &log) ?? "",
      most: entry.required("most", &log),
      power: entry.number("mw", &log),
      energy: entry.number("mwh", &log),
      outlay: entry.required("outlay", &log),
      yearly: entry.required("costPerYear", &log),
      worth: entry.number("worthOfOneMore", &log),
      source: entry.text("source", &log) ?? ""
    )
  }

  private static func before(_ entry: StoredDocument, _ log: inout IssueLog) -> ResultHead.Before {
    ResultHead.Before(
      cost: entry.required("cost", &log),
      costs: amounts(entry.document("costs", &log), &log),
      capacities: entry.documents("technologies", &log).map {
        ($0.text("technology", &log) ?? "", $0.required("capacityMW", &log))
      }
    )
  }
}
