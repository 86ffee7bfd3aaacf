import Foundation
package import Tables

/// What an option costs, as a planner writes it: capital to be paid off, and upkeep.
///
/// Capital K paid off over n years at a rate r costs each year
///
///     annuity = K · r / (1 − (1 + r)⁻ⁿ),    K / n where r is 0
///
/// `per unit` counts whole parts (``CapacityOption/unitSize``), `per MW` and `per MWh` what is added or changed.
package struct OptionPrices: Sendable {
  package var capitalPerUnit: Double?
  package var capitalPerMegawatt: Double?
  package var capitalPerMegawattHour: Double?
  /// Years over which capital is paid off.
  package var life: Double?
  /// Years that it stands; pathways renew it then.
  package var technicalLife: Double?
  package var rate = 0.06
  package var upkeepPerUnit: Double?
  package var upkeepPerMegawatt: Double?
  package var upkeepPerMegawattHour: Double?
  /// What all of it costs a year, capital and upkeep, where that is stated as one sum.
  package var costPerYear: Double?

  package init() {}

  /// Whether any capital is stated.
  package var hasCapital: Bool {
    capitalPerUnit != nil || capitalPerMegawatt != nil || capitalPerMegawattHour != nil
  }

  /// Whether any upkeep is stated.
  package var hasUpkeep: Bool {
    upkeepPerUnit != nil || upkeepPerMegawatt != nil || upkeepPerMegawattHour != nil
  }

  /// The share of capital that is paid each year.
  package var annuity: Double { Self.annuity(rate: rate, years: life ?? technicalLife ?? 0) }

  /// `r / (1 − (1 + r)⁻ⁿ)`, 1/n without interest, 0 where there is nothing to pay off.
  package static func annuity(rate: Double, years: Double) -> Double {
    guard years > 0 else { return 0 }
    return rate == 0 ? 1 / years : rate / (1 - pow(1 + rate, -years))
  }

  /// What an option of an extent costs at a share of 1.
  package func cost(of extent: CapacityOption.Extent) -> OptionCost {
    func sum(_ perUnit: Double?, _ perMegawatt: Double?, _ perMegawattHour: Double?) -> Double {
      (perUnit ?? 0) * (extent.parts ?? extent.full)
        + (perMegawatt ?? 0) * extent.megawatts
        + (perMegawattHour ?? 0) * extent.megawattHours
    }
    let outlay = sum(capitalPerUnit, capitalPerMegawatt, capitalPerMegawattHour)
    let upkeep = sum(upkeepPerUnit, upkeepPerMegawatt, upkeepPerMegawattHour)
    if let costPerYear { return OptionCost(perYear: costPerYear, outlay: outlay, upkeep: 0) }
    return OptionCost(perYear: outlay * annuity + upkeep, outlay: outlay, upkeep: upkeep)
  }

  /// The keys under which prices are written.
  package static let fields: [Field<CapacityOption>] = [
    Field(
      "capital-per-unit",
      \.prices.capitalPerUnit,
      in: 0...1e13,
      unit: .money(per: .once),
      "Investment for each whole part of `unit-size`."
    ),
    Field(
      "capital-per-mw",
      \.prices.capitalPerMegawatt,
      in: 0...1e12,
      unit: .money(per: .megawatt),
      "Investment for each MW that is added or changed."
    ),
    Field(
      "capital-per-mwh",
      \.prices.capitalPerMegawattHour,
      in: 0...1e12,
      unit: .money(per: .megawattHour),
      "Investment for each MWh of energy that is added."
    ),
    Field(
      "life-years",
      \.prices.life,
      in: 0.5...200,
      unit: .year,
      "Years over which the capital is paid off; `technical-life-years` where left out."
    ),
    Field(
      "technical-life-years",
      \.prices.technicalLife,
      in: 0.5...200,
      unit: .year,
      "Years that it stands."
    ),
    Field(
      "rate",
      \.prices.rate,
      in: 0...0.5,
      unit: .share,
      "Interest on the capital, a share a year.",
      source: "assumed: the benchmark return of power projects in China is 5 to 8 %"
    ),
    Field(
      "upkeep-per-unit",
      \.prices.upkeepPerUnit,
      in: -1e13...1e13,
      unit: .money(per: .year),
      "Fixed cost a year for each whole part; below 0 what retiring it saves."
    ),
    Field(
      "upkeep-per-mw",
      \.prices.upkeepPerMegawatt,
      in: -1e9...1e9,
      unit: .money(per: .megawattYear),
      "Fixed cost a year for each MW; below 0 what retiring it saves."
    ),
    Field(
      "upkeep-per-mwh",
      \.prices.upkeepPerMegawattHour,
      in: -1e9...1e9,
      unit: .money(per: .year),
      "Fixed cost a year for each MWh; below 0 what retiring it saves."
    ),
    Field(
      "cost-per-year",
      \.prices.costPerYear,
      in: 0...1e13,
      unit: .money(per: .year),
      "What all of it costs a year, capital and upkeep, in place of the prices above; a share costs its share."
    ),
  ]
}

/// What an option costs at a share of 1.
package struct OptionCost: Sendable, Equatable {
  /// A year: the annuity and upkeep, less what is saved.
  package var perYear = 0.0
  /// The investment.
  package var outlay = 0.0
  /// Upkeep a year; below 0 where it is saved.
  package var upkeep = 0.0

  package init(perYear: Double = 0, outlay: Double = 0, upkeep: Double = 0) {
    (self.perYear, self.outlay, self.upkeep) = (perYear, outlay, upkeep)
  }
}
