package import Hourly
package import Tables

/// Energy-intensive industry that modulates its load within a band and makes its product of the day.
///
///     l[t] = B[t] − d[t] + u[t],    m·C ≤ l[t] ≤ M·C,    |l[t] − l[t−1]| ≤ R·C
///     x[t] = x[t−1] + u[t] − d[t],    x = 0 at each day's end
///
/// B is the baseline: what it draws as planned, d and u how much less and more it draws. The energy of each day,
/// and with it the product, stays the baseline's. With `energy_mwh_per_day` the baseline keeps its shape and is
/// scaled to that. Off the grid are d − u, measured against the baseline: at the most B − m·C.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// C | `capacity` | MW | – | plans
/// m, M | `minimumLoad`, `maximumLoad` | pu | 0.7, 1 | assumed
/// R | `ramp` | pu/h | 1 | assumed
package struct Industry: Asset {
  package static let type = AssetType(
    name: "industry",
    summary: "Energy-intensive industry that modulates its load and makes its product of the day."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var operation = Profile.constant(0.85)
  package var minimumLoad = 0.7
  package var maximumLoad = 1.0
  package var dailyEnergy: Double?
  package var dayStart = 0
  package var ramp = 1.0
  package var price = 100.0
  package var isInLoad = true
  package var fixedCost = 0.0

  package init() {}

  package static let columns: [Column<Industry>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the works."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone they stand in; the model's only zone where left empty."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Load at full output."
    ),
    Column(
      "operation_pu",
      \.operation,
      in: 0...1,
      limit: .none(.baseline),
      "Load as planned, share of the capacity; a number or a series."
    ),
    Column(
      "minimum_pu",
      \.minimumLoad,
      in: 0...1,
      limit: .part(of: .loadLimits, to: 0),
      "Least load, share of the capacity."
    ),
    Column(
      "maximum_pu",
      \.maximumLoad,
      in: 0...1.5,
      limit: .part(of: .loadLimits),
      "Largest load, share of the capacity."
    ),
    Column(
      "energy_mwh_per_day",
      \.dailyEnergy,
      in: 0...1e7,
      limit: .none(.baseline),
      "Energy for the product of a day; that of the planned load where left empty."
    ),
    Column(
      "day_starts_hour",
      \.dayStart,
      in: 0...23,
      unit: .hour,
      limit: .none(.baseline),
      "Hour a day's product begins."
    ),
    Column(
      "ramp_pu_per_hour",
      \.ramp,
      in: 0.001...60,
      limit: .stated(.loadLimits),
      "Change of the load within an hour, share of the capacity."
    ),
    Column(
      "price_per_mwh",
      \.price,
      in: 0...1e5,
      limit: .none(.price),
      "Cost of modulating, per MWh moved."
    ),
    Column(
      "in_load",
      \.isInLoad,
      limit: .none(.baseline),
      "Whether the zone's load holds the planned load already."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly payment."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .industry,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      registeredResponse: capacity.megawatts * max(0, maximumLoad - minimumLoad)
    )
  }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    .constant(isInLoad ? facts.registeredResponse : 0)
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    max(0, baseline(in: setting)[step] - minimumLoad * capacity.megawatts)
  }

  package func addedLoad(in setting: Setting) -> HourlyValue {
    isInLoad || capacity.megawatts <= 0 ? 0 : baseline(in: setting)
  }

  /// The load as planned, MW.
  func baseline(in setting: Setting) -> HourlyValue {
    let planned = capacity.megawatts * setting.value(of: operation)
    guard let dailyEnergy else { return planned }
    var scaled = [Double](repeating: 0, count: setting.horizon.hours)
    for day in days(of: setting.horizon) {
      let wanted = dailyEnergy * Double(day.count) / 24
      let total = day.reduce(0) { $0 + planned[$1] }
      for step in day {
        scaled[step] = total > 0 ? planned[step] * wanted / total : wanted / Double(day.count)
      }
    }
    return .hourly(scaled)
  }

  private func days(of horizon: Horizon) -> [Range<Int>] { horizon.dayRanges(from: dayStart) }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let baseline = baseline(in: desk.setting)
    let size = capacity.megawatts
    let less = baseline.map { max(0, $0 - minimumLoad * size) }
    let more = baseline.map { max(0, maximumLoad * size - $0) }
    let reduced = desk.variable("reduced", to: less)
    let raised = desk.variable("raised", to: more)
    desk.exclude(reduced, raised)
    let shift = DayShift(
      days: days(of: desk.horizon),
      least: -1 * less,
      most: more
    )
    shift.formulate(net: raised - reduced, in: &desk)
    if ramp < maximumLoad - minimumLoad {
      let load = raised - reduced
      let planned = HourlySum(desk.rise(of: baseline))
      desk.require(
        "ramp",
        HourlyRelation(
          load - load.before + planned,
          lower: .constant(-ramp * size),
          upper: .constant(ramp * size)
        ),
        from: 1
      )
    }
    desk.record(.reduced, reduced)
    desk.record(.consumption, HourlySum(baseline) - reduced + raised)
    desk.charge(.demandResponse, .constant(price), for: reduced)
    desk.takeOffGrid(reduced - raised)
    desk.inject(
      reduced - raised - (isInLoad ? HourlySum() : HourlySum(baseline))
    )
  }
}

extension Industry {
  package func complaints(in setting: Setting) -> [Complaint] {
    let size = capacity.megawatts
    guard size > 0 else { return [] }
    guard minimumLoad <= maximumLoad else {
      return [
        Complaint(
          "minimum_pu",
          "lies above maximum_pu",
          fix: "Lower it, or raise maximum_pu."
        )
      ]
    }
    let baseline = baseline(in: setting)
    let field = dailyEnergy == nil ? "operation_pu" : "energy_mwh_per_day"
    for step in setting.horizon.steps {
      let share = baseline[step] / size
      if share < minimumLoad - 1e-9 || share > maximumLoad + 1e-9 {
        return [outside(field, at: step, share, in: setting)]
      }
      guard step > 0, abs(baseline[step] - baseline[step - 1]) > (ramp + 1e-9) * size else {
        continue
      }
      return [
        Complaint(
          "ramp_pu_per_hour",
          "is less than the planned load changes by at \(setting.horizon.time(of: step))",
          fix: "Raise it, or write an operation_pu that changes less from hour to hour."
        )
      ]
    }
    return []
  }

  /// The planned load leaves the band; with a product of the day, the day's energy is told.
  private func outside(
    _ field: String,
    at step: Int,
    _ share: Double,
    in setting: Setting
  ) -> Complaint {
    let time = setting.horizon.time(of: step)
    guard let dailyEnergy else {
      return Complaint(
        field,
        "is \(NumberText.shortest((share * 1e4).rounded() / 1e4)) at \(time), outside minimum_pu"
          + " and maximum_pu",
        fix: "Lower minimum_pu, raise maximum_pu, or change the planned load."
      )
    }
    let (least, most) = (
      24 * minimumLoad * capacity.megawatts, 24 * maximumLoad * capacity.megawatts
    )
    return Complaint(
      field,
      "takes \(NumberText.shortest(dailyEnergy)) MWh on \(time.date); the band gives"
        + " \(NumberText.shortest(least.rounded())) to \(NumberText.shortest(most.rounded())) MWh a"
        + " day, and the planned shape scaled to it leaves the band",
      fix: "Change it, lower minimum_pu, raise maximum_pu, or write a flatter operation_pu."
    )
  }
}

extension Industry {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    widen(cause)
    if cause == .loadLimits { ramp = max(ramp, maximumLoad).relaxed }
  }
}
