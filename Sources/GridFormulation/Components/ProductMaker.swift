package import Hourly
package import Tables

/// An asset that makes of power a product which is due, as ``ProductPlant`` writes it.
package protocol ProductMaker: Asset {
  var capacity: Power { get }
  var delivery: Delivery { get set }
  var isInLoad: Bool { get set }
  var fixedCost: Double { get set }
  var capitalCost: Double { get set }
  /// The plant as the program knows it.
  var plant: ProductPlant { get }
}

extension ProductMaker {
  package func mostInjection(in setting: Setting) -> HourlyValue {
    .constant(plant.powerBack + (isInLoad ? capacity.megawatts : 0))
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts > 0 ? plant.baseline(in: setting)[step] : 0
  }

  package func addedLoad(in setting: Setting) -> HourlyValue {
    isInLoad || capacity.megawatts <= 0 ? 0 : .hourly(plant.baseline(in: setting))
  }

  package mutating func relax(_ cause: PhysicalCause) {
    // What the load holds already is made evenly until it is due.
    if cause == .loadLimits, !isInLoad { delivery = .year }
    widen(cause)
  }
}

extension Column where Kind: ProductMaker {
  /// The column of when the product is due.
  static var delivery: Column {
    Column(
      "delivery",
      \.delivery,
      limit: .stated(.loadLimits),
      "Until when what is due must be delivered."
    )
  }

  /// The columns on the even load that it is measured against, and on what it costs a year.
  static var baselineAndUpkeep: [Column] {
    [
      Column(
        "in_load",
        \.isInLoad,
        limit: .none(.baseline),
        "Whether the zone's load holds the even load already."
      ),
      Column(
        "fixed_cost_per_kw_year",
        \.fixedCost,
        in: 0...10_000,
        limit: .none(.account),
        "Yearly upkeep."
      ),
      .capitalCost(\.capitalCost),
    ]
  }
}
