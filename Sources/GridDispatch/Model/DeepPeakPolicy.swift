package import Grid

/// Tiers of deep-peak regulation: output below a paid baseline, with its extra fuel and wear.
///
/// Prices are settled after the dispatch and stand apart from cost; the objective holds the extra fuel and
/// wear of the tiers only.
package struct DeepPeakPolicy: Sendable {
  /// One tier.
  package struct Tier: Sendable {
    package var baseline = 0.5
    package var baselineHeating: Double?
    package var baselineHeatAndPower: Double?
    package var baselineHeatAndPowerHeating: Double?
    package var extraFuelRate = 0.0
    package var wear = 0.0
    package var priceCap = 0.0

    package init() {}

    package static let fields: [Field<Tier>] = [
      .number(
        "baseline",
        \.baseline,
        in: 0...1,
        required: true,
        unit: "pu",
        "Output below which the tier begins, share of the capacity online."
      ),
      .optional(
        "baseline-heating",
        \.baselineHeating,
        in: 0...1,
        unit: "pu",
        "The same in the heating season."
      ),
      .optional(
        "baseline-chp",
        \.baselineHeatAndPower,
        in: 0...1,
        unit: "pu",
        "The same for units that give heat."
      ),
      .optional(
        "baseline-chp-heating",
        \.baselineHeatAndPowerHeating,
        in: 0...1,
        unit: "pu",
        "The same for units that give heat, in the heating season."
      ),
      .number(
        "extra-fuel-g-per-kwh",
        \.extraFuelRate,
        in: 0...300,
        unit: "gce/kWh",
        "Extra fuel per energy forgone below the baseline; deeper tiers add to it."
      ),
      .number(
        "wear-per-mwh",
        \.wear,
        in: 0...1000,
        unit: "currency/MWh",
        "Extra wear per energy forgone below the baseline; deeper tiers add to it."
      ),
      .number(
        "price-cap-per-mwh",
        \.priceCap,
        in: 0...10_000,
        unit: "currency/MWh",
        "Cap of the price paid in the tier; for settlement only."
      ),
    ]
  }

  /// The tiers, from the highest baseline down.
  package var tiers: [Tier] = []
  /// When the heating baselines hold.
  package var heatingSeason: [CalendarWindow] = []

  package init() {}

  package static let fields: [Field<DeepPeakPolicy>] = [
    .window(
      "heating-season",
      \.heatingSeason,
      "Dates of the heating season, such as 11-01..04-05."
    )
  ]
}
