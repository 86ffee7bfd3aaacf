package import Hourly
package import Tables

/// Load that can be put off and is made up for within some hours.
///
///     b[t] = b[t−1] + (1+λ)·x[t] − y[t],    b[t] ≤ (1+λ)·Σ x[t−W+1…t],    b at the end = 0
///     x[t]·y[t] = 0                          no hour puts off and makes up: it would pay old load with new
///     x[t]/(C·a[t]) + y[t]/R ≤ 1              what the relaxation keeps of it
///
/// x is the load put off, y the load made up for, b what is still owed, λ the loss of recovering, W the hours
/// within which a put-off load is made up for.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// C | `capacity` | MW | – | plans
/// W | `windowHours` | h | 6 | assumed
/// λ | `recoveryLoss` | pu | 0.05 | assumed
package struct ShiftableLoad: Asset {
  package static let type = AssetType(
    name: "shiftable-load",
    summary: "Load that can be put off and is made up for within hours."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var recoveryCapacity: Double?
  package var availability = Profile.constant(1)
  package var windowHours = 6
  package var recoveryLoss = 0.05
  package var price = 200.0
  package var fixedCost = 0.0

  package init() {}

  package static let columns: [Column<ShiftableLoad>] = [
    Column("name", \.name, as: .name, required: true, limit: .none(.identity), "Name of the load."),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Load that can be put off."
    ),
    Column(
      "recovery_mw",
      \.recoveryCapacity,
      in: 0...1e6,
      limit: .part(of: .loadLimits),
      "Largest extra load when making up; as capacity_mw where left empty."
    ),
    Column(
      "availability",
      \.availability,
      in: 0...1,
      unit: .share,
      limit: .none(.given),
      "Share of that load that runs and can be put off; a number or a series."
    ),
    Column(
      "window_hours",
      \.windowHours,
      in: 1...24,
      limit: .part(of: .callLimits, to: 24),
      "Hours within which a put-off load is made up."
    ),
    Column(
      "recovery_loss_pu",
      \.recoveryLoss,
      in: 0...2,
      limit: .none(.conversion),
      "Extra energy needed when making up, share of the energy put off."
    ),
    Column("price_per_mwh", \.price, in: 0...1e5, limit: .none(.price), "Payment per MWh put off."),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly payment for being ready."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .shiftableLoad,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      registeredResponse: capacity.megawatts
    )
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts * setting.value(of: availability)[step]
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    let owed = (1 + recoveryLoss) * capacity.megawatts
    let possible = (recoveryCapacity ?? capacity.megawatts) * Double(windowHours)
    guard owed > possible * (1 + 1e-9) else { return [] }
    return [
      Complaint(
        "window_hours",
        "is too short to make up for an hour of the whole load: \(NumberText.shortest(owed)) MWh are"
          + " owed, \(NumberText.shortest(possible)) MWh can be made up for",
        fix: "Widen it or raise recovery_mw; less than the whole can be put off until then.",
        severity: .warning
      )
    ]
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let recovery = recoveryCapacity ?? capacity.megawatts
    let owedAtMost = (1 + recoveryLoss) * capacity.megawatts * Double(windowHours)
    let deferred = desk.variable(
      "deferred",
      to: capacity.megawatts * desk.setting.value(of: availability)
    )
    let recovered = desk.variable("recovered", to: .constant(recovery))
    var owedBound = [Double](repeating: owedAtMost, count: desk.horizon.hours)
    if !owedBound.isEmpty { owedBound[owedBound.count - 1] = 0 }
    let owed = desk.variable("backlog", to: .hourly(owedBound))
    desk.require(
      "backlog balance",
      owed - owed.before - (1 + recoveryLoss) * deferred + recovered == HourlySum()
    )
    desk.require(
      "recovery window",
      owed <= (1 + recoveryLoss) * deferred.summed(over: windowHours)
    )
    let running = capacity.megawatts * desk.setting.value(of: availability)
    if recovery > 0 {
      desk.require(
        "shared hour",
        running.map { $0 > 0 ? 1 / $0 : 0 } * deferred + (1 / recovery) * recovered
          <= HourlySum(1)
      )
    }
    desk.exclude(deferred, recovered)
    desk.record(.deferred, deferred)
    desk.record(.recovered, recovered)
    desk.record(.backlog, owed)
    desk.charge(.demandResponse, .constant(price), for: deferred)
    desk.takeOffGrid(deferred - recovered)
    desk.inject(deferred - recovered)
  }
}

extension ShiftableLoad {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    if cause == .loadLimits { recoveryCapacity = recoveryCapacity ?? capacity.megawatts }
    widen(cause)
  }
}
