package import Hourly
package import Tables

/// A corridor between two zones whose flow is a decision: transport capacity or HVDC.
///
/// What is sent, forward f⁺ and backward f⁻, each in pieces k that lose the share ℓ_k of what they carry:
///
///     0 ≤ f⁺_k[t],  Σ f⁺_k[t] ≤ F·a⁺[t],    0 ≤ f⁻_k[t],  Σ f⁻_k[t] ≤ B·a⁻[t]
///     at `from`:  − f⁺[t] + Σ (1−ℓ_k)·f⁻_k[t]        at `to`:  Σ (1−ℓ_k)·f⁺_k[t] − f⁻[t]
///     F·max(0, s[t]−b) ≤ f⁺[t] ≤ F·(s[t]+b),   B·max(0, −s[t]−b) ≤ f⁻[t] ≤ B·(b−s[t])     with a schedule
///     |f⁺[t] − f⁻[t] − f⁺[t−1] + f⁻[t−1]| ≤ R·F                                   with a ramp limit
///     f⁺[t]·f⁻[t] = 0                                     never both ways in an hour
///     f⁺[t]/F + f⁻[t]/B ≤ 1                                what the relaxation keeps of it, with a loss
///
/// With one piece ℓ is the loss; with K pieces ℓ_k = ℓ·(2k−1)/K, so that the loss grows with the square of the
/// flow and is ℓ at the limit. A tie-break, which is no cost, keeps any flow from running in a circle.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// F, B | `forwardLimit`, `backwardLimit` | MW | – | corridor capacities
/// a⁺, a⁻ | `forwardShare`, `backwardShare`, less maintenance | pu | 1 | seasons and hours, assumed
/// ℓ | `loss` | pu of what is sent | 0 | about 0.03 for 500 kV and ±800 kV lines of 500 to 1500 km, assumed
/// s, b | `schedule`, `band` | pu of the limit | –, 0 | contracts
/// R | `ramp` | pu/h of F | – | HVDC contracts
package struct Corridor: Expandable {
  /// How the renewable share of what is sent is found.
  package enum Attribution: String, FieldWord {
    /// Each hour's flow carries the mix of the sending zone's net generation.
    case proportional
    /// Each hour's flow carries the output of named plants, as far as it goes.
    case contract
  }

  package static let type = AssetType(
    name: "corridors",
    summary: "A corridor between two zones whose flow is a decision: transport capacity or HVDC."
  )

  package var name = ""
  package var from = ""
  package var to = ""
  package var forwardLimit = Power(megawatts: 0)
  package var backwardLimit = Power(megawatts: 0)
  package var forwardShare = Profile.constant(1)
  package var backwardShare = Profile.constant(1)
  package var loss = 0.0
  package var lossPieces = 1
  package var wheelingCost = 0.0
  package var schedule: Profile?
  package var band = 0.0
  package var ramp: Double?
  package var maintenance = [CalendarWindow]()
  package var maintenanceShare = 0.0
  package var isNew = false
  package var attribution = Attribution.proportional
  package var contractPlants = ""
  package var fixedCost = 0.0
  package var expansion = Expansion()

  package init() {}

  package var zone: String {
    get { from }
    set { from = newValue }
  }

  package var zones: [ZoneUse] { [ZoneUse("from", from), ZoneUse("to", to)] }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .corridor,
      capacity: max(forwardLimit.megawatts, backwardLimit.megawatts),
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: expansion.capitalCost / 1000,
      link: LinkFacts(
        from: from,
        to: to,
        forwardLimit: forwardLimit.megawatts,
        backwardLimit: backwardLimit.megawatts,
        isNew: isNew,
        contracts: attribution == .contract ? contracts : nil
      )
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard let plants = PlantShare.list(contractPlants) else {
      return [
        Complaint(
          "contract_plants",
          "must be a list of plants, each with the share it sends",
          fix: "Write `wind-base; pv-base:0.5`: names separated by `;`, shares above 0 up to 1."
        )
      ]
    }
    if attribution == .contract, plants.isEmpty {
      return [
        Complaint(
          "contract_plants",
          "must name the plants, as attribution is `contract`",
          fix: "Name them, or write attribution `proportional`."
        )
      ]
    }
    if attribution == .proportional, !plants.isEmpty {
      return [
        Complaint(
          "contract_plants",
          "counts only where attribution is `contract`",
          fix: "Write attribution `contract`, or leave the plants out.",
          severity: .warning
        )
      ]
    }
    return []
  }

  /// The plants whose output it carries, with the share of each.
  package var contracts: [PlantShare] { PlantShare.list(contractPlants) ?? [] }

  package var partNames: [String] { [from, to] }

  /// The part at one of its ends, as the owner of what it does there.
  package func end(_ zone: String) -> Owner { Owner(name, part: zone, zone: zone) }

  package func formulate(in desk: inout Desk) {
    let forward = way("forward", forwardLimit.megawatts, forwardShare, sign: 1, in: &desk)
    let backward = way("backward", backwardLimit.megawatts, backwardShare, sign: -1, in: &desk)
    let flow = forward.sent - backward.sent
    if let ramp, forwardLimit.megawatts > 0 || backwardLimit.megawatts > 0 {
      let limit = ramp * max(forwardLimit.megawatts, backwardLimit.megawatts)
      desk.require(
        "ramp",
        HourlyRelation(flow - flow.before, lower: .constant(-limit), upper: .constant(limit)),
        from: 1
      )
    }
    if loss > 0, forwardLimit.megawatts > 0, backwardLimit.megawatts > 0 {
      let used =
        1 / forwardLimit.megawatts * forward.sent + 1 / backwardLimit.megawatts * backward.sent
      desk.require("shared hour", used <= HourlySum(1))
    }
    desk.exclude(forward.sent, backward.sent)
    desk.record(.flow, flow)
    for (zone, out, back) in [(from, forward, backward), (to, backward, forward)] {
      desk.part(zone, in: zone) { end in
        end.record(.sent, out.sent)
        end.record(.received, back.received)
        end.inject(back.received - out.sent)
      }
    }
  }

  /// The bounds of one way: what the schedule asks for and what the limit leaves, MW.
  package func bounds(
    _ limit: Double,
    _ share: Profile,
    sign: Double,
    in setting: Setting
  ) -> (lower: HourlyValue, upper: HourlyValue) {
    let out = setting.share(of: maintenance, weight: maintenanceShare)
    let most = limit * (setting.value(of: share) * out.map { 1 - $0 })
    guard let schedule else { return (0, most) }
    let planned = sign * setting.value(of: schedule)
    return (
      planned.map { limit * max(0, $0 - band) }.combined(with: most, min),
      planned.map { limit * max(0, min(1, $0 + band)) }.combined(with: most, min)
    )
  }

  /// One way's decisions: what is sent and what of it arrives.
  private func way(
    _ name: String,
    _ limit: Double,
    _ share: Profile,
    sign: Double,
    in desk: inout Desk
  ) -> (sent: HourlySum, received: HourlySum) {
    guard limit > 0 else { return (HourlySum(), HourlySum()) }
    let (lower, upper) = bounds(limit, share, sign: sign, in: desk.setting)
    let way = LossPieces(loss: loss, pieces: lossPieces, limit: limit)
      .variables(name, from: lower, to: upper, in: &desk)
    desk.charge(.wheeling, .constant(wheelingCost), for: way.sent)
    desk.breakTie(.transfer, for: way.sent)
    return way
  }
}
