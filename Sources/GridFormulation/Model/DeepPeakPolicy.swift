package import Hourly
package import Tables

/// Tiers of deep-peak regulation: output below a paid baseline, with its extra fuel and wear, and who pays.
///
/// Prices are settled after the dispatch and stand apart from cost; the objective holds the extra fuel and
/// wear of the tiers only. With `bid: market` it holds the prices instead:
///
///     Σ_k π_k·(d_k − d_k+1)        d_k: output forgone below baseline k, π_k: price of tier k, rising with k
package struct DeepPeakPolicy: Sendable {
  /// What the objective holds for output below the baselines.
  package enum Bid: String, FieldWord {
    /// The extra fuel and wear.
    case cost
    /// The price that is paid.
    case market
  }

  /// The time over which a fee is shared by the energy of those who pay.
  package enum Period: String, FieldWord {
    case hour, month, year
  }

  /// One tier.
  package struct Tier: Sendable {
    package var baseline = 0.5
    package var baselineHeating: Double?
    package var baselineHeatAndPower: Double?
    package var baselineHeatAndPowerHeating: Double?
    package var extraFuelRate = 0.0
    package var wear = 0.0
    package var priceCap = 0.0
    package var price: Profile?

    package init() {}

    /// The baseline for units with or without heat, in the heating season or outside.
    package func baseline(forHeat givesHeat: Bool, inSeason isSeason: Bool) -> Double {
      let usual = (givesHeat ? baselineHeatAndPower : nil) ?? baseline
      guard isSeason else { return usual }
      return (givesHeat ? baselineHeatAndPowerHeating : baselineHeating) ?? usual
    }

    /// What is paid for a MWh forgone within the tier: the price, or its cap where none is given.
    package func paid(in setting: Setting) -> HourlyValue {
      price.map { setting.value(of: $0) } ?? .constant(priceCap)
    }

    package static let fields: [Field<Tier>] = [
      Field(
        "baseline",
        \.baseline,
        in: 0...1,
        required: true,
        unit: .share,
        "Output below which the tier begins, share of the capacity online."
      ),
      Field(
        "baseline-heating",
        \.baselineHeating,
        in: 0...1,
        unit: .share,
        "The same in the heating season."
      ),
      Field(
        "baseline-chp",
        \.baselineHeatAndPower,
        in: 0...1,
        unit: .share,
        "The same for units that give heat."
      ),
      Field(
        "baseline-chp-heating",
        \.baselineHeatAndPowerHeating,
        in: 0...1,
        unit: .share,
        "The same for units that give heat, in the heating season."
      ),
      Field(
        "extra-fuel-g-per-kwh",
        \.extraFuelRate,
        in: 0...300,
        unit: .gramOfCoal.per(.kilowattHour),
        "Extra fuel per energy forgone below the baseline; deeper tiers add to it."
      ),
      Field(
        "wear-per-mwh",
        \.wear,
        in: 0...1000,
        unit: .money(per: .megawattHour),
        "Extra wear per energy forgone below the baseline; deeper tiers add to it."
      ),
      Field(
        "price-cap-per-mwh",
        \.priceCap,
        in: 0...10_000,
        unit: .money(per: .megawattHour),
        "Cap of the price paid in the tier."
      ),
      Field(
        "price-per-mwh",
        \.price,
        in: 0...10_000,
        unit: .money(per: .megawattHour),
        "Price paid in the tier, a number or a series; left out: its cap."
      ),
    ]
  }

  /// Who shares a fee: all payers, or those of the zone whose plants are paid.
  package enum Scope: String, FieldWord {
    case grid, zone
  }

  /// The tiers, from the highest baseline down.
  package var tiers: [Tier] = []
  /// When the heating baselines hold.
  package var heatingSeason: [CalendarWindow] = []
  package var bid = Bid.cost
  package var period = Period.hour
  package var scope = Scope.grid
  /// Who shares the fee; nothing is settled where nobody does.
  package var payers: [DeepPeakPayer] = []

  package init() {}

  /// Whether payments are settled.
  package var isSettled: Bool { !payers.isEmpty && !tiers.isEmpty }

  package static let fields: [Field<DeepPeakPolicy>] = [
    Field("heating-season", \.heatingSeason, "Dates of the heating season, such as 11-01..04-05."),
    Field(
      "bid",
      \.bid,
      "What the objective holds for output below the baselines: extra fuel and wear, or the price."
    ),
    Field("shared-by", \.period, "The time over which payers share the fee by their energy."),
    Field(
      "shared-within",
      \.scope,
      "Whether all payers share the fee, or those of the zone whose plants are paid."
    ),
  ]
}
