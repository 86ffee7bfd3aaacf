package import Hourly
package import Tables

/// A long-distance pipe that carries heat from one heat zone to another.
///
///     0 ≤ f[t] ≤ F,    at `from`: − f[t],    at `to`: (1−ℓ)·f[t],    w[t] = ω·f[t]
///
/// w is the pumps' power, withdrawn from the zone. A pipe that carries both ways is two. A tie-break, which is no cost, keeps
/// heat from running in a circle.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// F | `limit` | MW of heat | – | project lists
/// ℓ | `loss` | pu of what is sent | 0.05 | assumed, 20 to 50 km with insulation
/// ω | `pumping` | MW per MW of heat | 0.01 | assumed
package struct HeatTransfer: Asset {
  package static let type = AssetType(
    name: "heat-transfer",
    summary: "A long-distance pipe that carries heat from one heat zone to another."
  )

  package var name = ""
  package var zone = ""
  package var from = ""
  package var to = ""
  package var limit = Power(megawatts: 0)
  package var loss = 0.05
  package var pumping = 0.01
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<HeatTransfer>] = [
    Column("name", \.name, as: .name, required: true, limit: .none(.identity), "Name of the pipe."),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone its pumps stand in; that of `from` where left empty."
    ),
    Column("from", \.from, required: true, limit: .none(.identity), "Heat zone that sends."),
    Column("to", \.to, required: true, limit: .none(.identity), "Heat zone that receives."),
    Column(
      "limit_mw",
      \.limit,
      in: 0...1e6,
      required: true,
      limit: .part(of: .corridorLimit),
      "Most heat that can be sent."
    ),
    Column(
      "loss_pu",
      \.loss,
      in: 0...0.5,
      limit: .none(.conversion),
      "Share of what is sent that does not arrive."
    ),
    Column(
      "pumping_pu",
      \.pumping,
      in: 0...0.2,
      limit: .none(.conversion),
      "Power of the pumps per heat sent."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on use."
    ),
    .capitalCost(\.capitalCost),
  ]

  package var heatZones: [ZoneUse] { [ZoneUse("from", from), ZoneUse("to", to)] }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .heatTransfer,
      capacity: limit.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package var partNames: [String] { [from, to] }

  /// The part at one of its ends, as the owner of what it does there.
  package func end(_ heatZone: String) -> Owner { Owner(name, part: heatZone, zone: zone) }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard from == to else { return [] }
    return [
      Complaint("to", "is where it begins, too", fix: "Name the heat zone at its other end.")
    ]
  }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue {
    .constant(heatZone == to ? (1 - loss) * limit.megawatts : 0)
  }

  package func formulate(in desk: inout Desk) {
    guard limit.megawatts > 0 else { return }
    let sent = desk.variable("heat sent", to: .constant(limit.megawatts))
    desk.breakTie(.transfer, for: sent)
    desk.part(from) { $0.giveHeat(-sent, to: from) }
    desk.part(to) { $0.giveHeat((1 - loss) * sent, to: to) }
    desk.inject(-pumping * sent)
  }
}
