import Tables

/// What of a case is not read at all.
extension GenXCase {
  /// Lists files whose content is left out, and settings that change what GenX makes of the others.
  mutating func noteWhatIsLeft() {
    for (file, text) in Self.files where source.has(file) {
      draft.note(.leftOut, file, "all of it", text)
    }
    if settings[.timeReduction] > 0 {
      draft.note(
        .changed,
        GenXSettings.file,
        "TimeDomainReduction",
        "All \(hours.count) hours are taken; GenX would reduce them to representative periods first."
      )
    }
    draft.note(
      .changed,
      "resources",
      "Fixed_OM_Cost_per_MWyr",
      "That of what stands is told apart from the objective, which GenX counts it in."
    )
  }

  private static let files = [
    ("policies/CO2_cap_slack.csv", "A cap on CO2 is kept, not bought off."),
    ("policies/Capacity_reserve_margin_slack.csv", "A margin is kept, not bought off."),
    ("policies/Energy_share_requirement_slack.csv", "A share is kept, not bought off."),
    ("policies/Hydrogen_demand.csv", "Hydrogen is not followed."),
    ("policies/Maximum_capacity_requirement_slack.csv", "A limit is kept, not bought off."),
    ("policies/Minimum_capacity_requirement_slack.csv", "A limit is kept, not bought off."),
    ("resources/Allam_cycle_lox.csv", "Allam cycles are left out."),
    ("resources/Electrolyzer.csv", "Electrolyzers are left out."),
    ("resources/Flex_demand.csv", "Demand that can be moved is left out."),
    ("resources/Resource_multistage_data.csv", "It counts in plans of several stages."),
    ("resources/Vre_stor.csv", "Wind and PV with a store at one site are left out."),
    (
      "resources/policy_assignments/Resource_hydrogen_demand.csv", "Hydrogen is not followed."
    ),
    ("system/Operational_reserves.csv", "No reserve is held."),
  ]
}
