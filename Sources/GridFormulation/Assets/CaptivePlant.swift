package import Hourly
package import Tables

/// Industry with a thermal plant of its own: it can be called to raise output or to shed own load.
///
///     p[t] = g[t] − L[t] + s[t],    m·N ≤ g[t] ≤ N,    0 ≤ s[t] ≤ min(S, L[t]),    p[t] ≤ X
///
/// p is what it gives the grid (below 0: takes), g its output after own use, L the load behind its meter, s what of
/// it is shed, N = C·(1 − own use) and X what it may sell; 0 where it may not. All its units are online. The
/// baseline is what it does uncalled: output as its own load, or as `unmanaged_output_pu` says, no more than
/// it may place. Off the grid are g − g_baseline + s: at the most what output can still rise by, and S.
///
/// Where the load of the zone holds what it takes uncalled, only the difference is injected. Its fuel and
/// emissions are counted in full; its output is not generation of the grid.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// C | `capacity` | MW | – | statistics
/// m | `minimumOutput` | pu | 0.5 | assumed
/// L, S | `load`, `sheddable` | MW | –, 0 | plans
/// X | `sellLimit` | MW | 0 | grid contract
package struct CaptivePlant: Asset {
  package static let type = AssetType(
    name: "captive-plant",
    summary: "Industry with a thermal plant of its own that can be called."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var minimumOutput = 0.5
  package var ownUse = 0.08
  package var unmanagedOutput: Profile?
  package var load = Profile.constant(0)
  package var sheddable = 0.0
  package var shedPrice = 1000.0
  package var sellLimit = 0.0
  package var fuel = "coal"
  package var fuelRate = 340.0
  package var variableCost = 20.0
  package var sulphurDioxide = 0.2
  package var nitrogenOxides = 0.3
  package var isInLoad = true
  package var fixedCost = 0.0
  package var capitalCost = 0.0
  /// The limits that its output uncalled kept to, where they are no longer its own.
  package var planned: Planned?

  /// Limits of its output when nobody calls.
  package struct Planned: Sendable {
    package let minimumOutput: Double
    package let sellLimit: Double
  }

  package init() {}

  package static let columns: [Column<CaptivePlant>] = [
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
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Gross capacity."
    ),
    Column(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Minimum output, share of capacity."
    ),
    Column(
      "own_use_pu",
      \.ownUse,
      in: 0...0.3,
      limit: .none(.conversion),
      "Share of gross output the plant uses."
    ),
    Column(
      "unmanaged_output_pu",
      \.unmanagedOutput,
      in: 0...1,
      limit: .none(.baseline),
      "Output when nobody calls, share of capacity; as the own load where left empty."
    ),
    Column(
      "load_mw",
      \.load,
      in: 0...1e6,
      required: true,
      limit: .none(.baseline),
      "Load behind its meter; a number or a series."
    ),
    Column(
      "sheddable_mw",
      \.sheddable,
      in: 0...1e6,
      limit: .part(of: .loadLimits),
      "Own load that can be shed."
    ),
    Column(
      "shed_price_per_mwh",
      \.shedPrice,
      in: 0...1e5,
      limit: .none(.price),
      "Cost of a MWh shed."
    ),
    Column(
      "sell_limit_mw",
      \.sellLimit,
      in: 0...1e6,
      limit: .part(of: .corridorLimit),
      "What it may sell; 0 if nothing."
    ),
    Column("fuel", \.fuel, limit: .none(.identity), "Fuel burnt, from the model's fuels."),
    Column(
      "fuel_rate_gce_per_kwh",
      \.fuelRate,
      in: 50...1000,
      limit: .none(.conversion),
      "Fuel per kWh after own use."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      limit: .none(.price),
      "Variable cost per MWh."
    ),
    Column(
      "so2_kg_per_mwh",
      \.sulphurDioxide,
      in: 0...50,
      limit: .none(.conversion),
      "SO2 per MWh after own use."
    ),
    Column(
      "nox_kg_per_mwh",
      \.nitrogenOxides,
      in: 0...50,
      limit: .none(.conversion),
      "NOx per MWh after own use."
    ),
    Column(
      "in_load",
      \.isInLoad,
      limit: .none(.baseline),
      "Whether the zone's load holds what it takes uncalled."
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

  /// Most output after own use, MW.
  private var most: Double { capacity.megawatts * (1 - ownUse) }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .captivePlant,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      registeredResponse: most + sheddable,
      grossOutput: .scaled(1 / (1 - ownUse))
    )
  }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    .constant(most + sheddable)
  }

  package var fuelName: String? { fuel }

  package func unknownNames(in setting: Setting) -> [Complaint] {
    setting.complaints(aboutFuel: fuel, field: "fuel")
  }

  /// Output after own use when nobody calls, MW.
  func baseline(in setting: Setting) -> HourlyValue {
    let load = setting.value(of: load)
    let output = unmanagedOutput.map { most * setting.value(of: $0) } ?? load
    let limits = planned ?? Planned(minimumOutput: minimumOutput, sellLimit: sellLimit)
    return output.combined(with: load) { output, load in
      min(max(output, limits.minimumOutput * most), most, load + limits.sellLimit)
    }
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    guard capacity.megawatts > 0 else { return 0 }
    let load = setting.value(of: load)[step]
    return min(min(sheddable, load) + most, load + sellLimit) - baseline(in: setting)[step]
  }

  package func addedLoad(in setting: Setting) -> HourlyValue {
    isInLoad || capacity.megawatts <= 0 ? 0 : setting.value(of: load) - baseline(in: setting)
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    let load = setting.value(of: load)
    let steps = setting.horizon.steps
    guard let step = steps.first(where: { minimumOutput * most > load[$0] + sellLimit + 1e-9 })
    else { return [] }
    let least = NumberText.shortest((minimumOutput * most * 100).rounded() / 100)
    let place = NumberText.shortest(((load[step] + sellLimit) * 100).rounded() / 100)
    return [
      Complaint(
        "minimum_output_pu",
        "is \(least) MW after own use; its load and what it may sell are"
          + " \(place) MW at \(setting.horizon.time(of: step))",
        fix: "Lower it, or raise load_mw or sell_limit_mw."
      )
    ]
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let load = desk.setting.value(of: load)
    let baseline = baseline(in: desk.setting)
    let output = desk.variable(
      "output",
      from: .constant(minimumOutput * most),
      to: load.map { min(most, $0 + sellLimit) },
      atRest: baseline
    )
    var shed = HourlySum()
    if sheddable > 0 {
      shed = desk.variable("shed", to: load.map { min(sheddable, $0) })
      // What sheds frees power for sale: only then can the limit bind beyond the bound of output.
      desk.require("sales", output + shed <= HourlySum(load.map { $0 + sellLimit }))
      desk.record(.reduced, shed)
      desk.charge(.demandResponse, .constant(shedPrice), for: shed)
    }
    desk.record(.captiveOutput, output)
    desk.burn(fuel, fuelRate / 1000 * output)
    desk.record(.sulphurDioxide, sulphurDioxide * output)
    desk.record(.nitrogenOxides, nitrogenOxides * output)
    desk.charge(.operation, .constant(variableCost), for: output)
    let raised = output - HourlySum(baseline) + shed
    desk.takeOffGrid(raised)
    desk.inject(isInLoad ? raised : output + shed - HourlySum(load))
  }
}

extension CaptivePlant {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    if cause == .minimumOutput || cause == .corridorLimit {
      planned = planned ?? .init(minimumOutput: minimumOutput, sellLimit: sellLimit)
    }
    widen(cause)
  }
}
