package import Hourly
import Tables

/// Load that drops out, step by step, where power costs more than it is worth to it.
///
///     0 ≤ d_k[t] ≤ D_k·a[t],    at the price w_k per MWh,    w_1 < w_2 < …
///
/// d_k is what step k draws less than its baseline D_k·a. Its energy is lost to it: nothing is made up for.
/// Off the grid are Σ d_k, at the most all that runs.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// D_k, w_k | `steps` | MW, currency/MWh | – | plans
/// a | `availability` | pu | 1 | –
package struct PriceResponsiveLoad: Asset {
  package static let type = AssetType(
    name: "price-responsive-load",
    summary: "Load that drops out where power costs more than it is worth to it."
  )

  package var name = ""
  package var zone = ""
  package var steps = PriceSteps()
  package var availability = Profile.constant(1)
  package var isInLoad = true
  package var fixedCost = 0.0

  package init() {}

  package static let columns: [Column<PriceResponsiveLoad>] = [
    Column("name", \.name, as: .name, required: true, limit: .none(.identity), "Name of the load."),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "steps",
      \.steps,
      required: true,
      limit: .none(.price),
      "Load and the price above which it drops out, by rising price: 40:600;30:900."
    ),
    Column(
      "availability",
      \.availability,
      in: 0...1,
      unit: .share,
      limit: .none(.given),
      "Share of the load that runs; a number or a series."
    ),
    Column(
      "in_load",
      \.isInLoad,
      limit: .none(.baseline),
      "Whether the zone's load holds it already."
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
      technology: .priceResponsiveLoad,
      capacity: steps.power,
      fixedCostPerKilowatt: fixedCost,
      registeredResponse: steps.power
    )
  }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    .constant(isInLoad ? steps.power : 0)
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    steps.power * setting.value(of: availability)[step]
  }

  package func addedLoad(in setting: Setting) -> HourlyValue {
    isInLoad ? 0 : steps.power * setting.value(of: availability)
  }

  package var partNames: [String] { steps.steps.indices.map { Self.part(ofStep: $0 + 1) } }

  /// The owner of what a step drops, counted from 1.
  package func owner(ofStep number: Int) -> Owner {
    Owner(name, part: Self.part(ofStep: number), zone: zone)
  }

  private static func part(ofStep number: Int) -> String { "step-\(number)" }

  package func formulate(in desk: inout Desk) {
    guard steps.power > 0 else { return }
    let running = desk.setting.value(of: availability)
    var dropped = HourlySum()
    for (index, step) in steps.steps.enumerated() {
      let reduced = desk.part(Self.part(ofStep: index + 1)) { part in
        let reduced = part.variable("reduced", to: step.power * running)
        part.record(.reduced, reduced)
        return reduced
      }
      desk.charge(.demandResponse, .constant(step.price), for: reduced)
      dropped += reduced
    }
    desk.takeOffGrid(dropped)
    desk.inject(
      dropped - (isInLoad ? HourlySum() : HourlySum(steps.power * running))
    )
  }
}
