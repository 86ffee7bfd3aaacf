import Tables

/// Reads what is compared of a result from its `summary.json`.
struct SummaryReading {
  let summary: StoredDocument
  var figures: [RecordedFigure] = []

  init(_ summary: StoredDocument) {
    self.summary = summary
  }

  /// The record; what a summary lacks is logged.
  mutating func record(_ log: inout IssueLog) -> ResultRecord {
    let model = summary.document("model", &log)
    let objective = summary.document("objective", &log)
    let (interval, gap) = RecordReading.certified(objective, &log)
    let plan = summary.document("plan", &log)
    let currency = objective?.text("currency", &log) ?? ""
    let zones = model?.texts("zones", &log) ?? []
    takeCosts(currency, &log)
    takeTotals(&log)
    takeAdequacy(&log)
    takeZones(currency, &log)
    takeAssets(&log)
    takeOptions(of: plan, &log)
    let order = RecordedFigure.Section.allCases
    let sorted = order.flatMap { section in figures.filter { $0.section == section } }
    return ResultRecord(
      version: summary.document("gridflex", &log)?.text("version", &log) ?? "",
      model: model?.text("name", &log) ?? "",
      start: model?.text("start", &log) ?? "",
      hours: model?.integer("hours", &log) ?? 0,
      zones: zones,
      currency: currency,
      status: summary.text("status", &log) ?? "",
      objective: interval,
      gap: gap,
      plan: RecordReading.plan(plan, &log),
      goals: RecordReading.goals(summary, &log),
      figures: sorted
    )
  }

  /// Adds a figure where there is a value.
  mutating func take(
    _ section: RecordedFigure.Section,
    _ name: String,
    _ value: Double?,
    _ unit: String,
    _ quantity: ComparedQuantity,
    isFree: Bool = false
  ) {
    guard let value else { return }
    figures.append(RecordedFigure(section, name, value, unit, quantity, isFree: isFree))
  }

  private mutating func takeCosts(_ currency: String, _ log: inout IssueLog) {
    if let costs = summary.document("costs", &log) {
      for kind in costs.mapping.keys {
        let amount = costs.required(kind, &log)
        if amount != 0 { take(.costs, kind, amount, currency, .cost) }
      }
    }
    take(.costs, "fixed cost, apart", summary.number("fixedCost", &log), currency, .cost)
    take(.costs, "capital, apart", summary.number("capitalCost", &log), currency, .cost)
  }

  /// A planned option may be exchanged for one like it; the capacity of its technology may not.
  private mutating func takeOptions(of plan: StoredDocument?, _ log: inout IssueLog) {
    for option in plan?.documents("options", &log) ?? [] {
      let name = option.text("name", &log) ?? ""
      let unit = option.text("unit", &log) ?? ""
      take(.options, name, option.number("size", &log), unit, .capacity, isFree: true)
    }
  }
}
