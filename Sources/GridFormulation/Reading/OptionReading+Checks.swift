import Tables

/// What is wrong with an option by itself.
extension OptionReading {
  func complain(of changed: any Asset, in setting: Setting, _ log: inout IssueLog) {
    // What is said of a series that could not be read would only hide that.
    guard changed.seriesNames.allSatisfy({ setting.series[$0] != nil }) else { return }
    let key = "set"
    for complaint in changed.complaints(in: setting) where complaint.severity == .error {
      log.error(
        at: mapping.place(of: key),
        field: mapping.field("\(key)/\(complaint.field)"),
        rule: complaint.rule,
        fix: complaint.fix
      )
    }
  }

  func checkPrices(_ log: inout IssueLog) {
    func refuse(_ key: String, _ rule: String, _ fix: String, isError: Bool = true) {
      let place = mapping.place(of: key)
      log.append(
        place.issue(isError ? .error : .warning, field: mapping.field(key), rule: rule, fix: fix)
      )
    }
    let prices = option.prices
    if prices.costPerYear != nil, prices.hasUpkeep || prices.hasCapital {
      refuse(
        "cost-per-year",
        "stands beside prices of capital or upkeep",
        "Write the one or the others."
      )
    }
    if prices.hasCapital, prices.life == nil, prices.technicalLife == nil {
      refuse("life-years", "must be given with capital", "Add `life-years: …`.")
    }
    if prices.costPerYear == nil, !prices.hasCapital, !prices.hasUpkeep {
      refuse("cost-per-year", "must be given, or capital or upkeep", "Add `cost-per-year: …`.")
    }
    let isLess = option.changes.contains { $0.after < $0.before }
    let upkeep = [
      ("upkeep-per-unit", prices.upkeepPerUnit), ("upkeep-per-mw", prices.upkeepPerMegawatt),
      ("upkeep-per-mwh", prices.upkeepPerMegawattHour),
    ]
    for (key, value) in upkeep where (value ?? 0) < 0 && !isLess && !option.isConversion {
      refuse(
        key,
        "is below 0, but the option takes nothing away that could save upkeep",
        "Write what it costs, 0 or more."
      )
    }
    let needsEnergy = prices.capitalPerMegawattHour != nil || prices.upkeepPerMegawattHour != nil
    if needsEnergy, option.extent.megawattHours == 0 {
      refuse("capital-per-mwh", "counts MWh, but the option adds none", "Price it per MW or unit.")
    }
    let needsPower = prices.capitalPerMegawatt != nil || prices.upkeepPerMegawatt != nil
    if needsPower, option.extent.megawatts == 0 {
      refuse("capital-per-mw", "counts MW, but the option adds none", "Price it per MWh or unit.")
    }
  }

  func report(
    _ fault: FieldFault,
    _ column: String,
    _ text: String,
    _ set: YAMLMapping,
    _ log: inout IssueLog
  ) {
    log.error(
      at: set.place(of: column),
      field: set.field(column),
      value: text,
      rule: fault.rule,
      fix: fault.fix
    )
  }
}
