package import Hourly
package import Tables

/// An AC line or transformer between two zones, whose flow follows from the voltage angles (DC power flow).
///
///     f[t] = (θ_from[t] − θ_to[t] − φ)·100 / (x·τ)                 MW, angles in radians
///     |f[t]| ≤ L·share[t]·(1 − margin)
///     f⁺[t]·f⁻[t] = 0                                  where it loses: f = f⁺ − f⁻, never both ways in an hour
///
/// Angles are no variables: ``VoltageLaw`` states the same by the loops of the network. A line with a loss
/// takes half of it from each end; the loss grows with the square of the flow in pieces (``LossPieces``).
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// x | `reactance` | pu on 100 MVA | – | line data
/// τ, φ | `tapRatio`, `phaseShift` | pu, degrees | 1, 0 | transformer data
/// L | `limit` | MW | – | thermal rating
/// margin | `securityMargin` | pu | 0 | 0.3 stands for N−1 in meshed grids, assumed
package struct Line: Expandable {
  package static let type = AssetType(
    name: "lines",
    summary: "An AC line or transformer, whose flow follows from the voltage angles of its ends."
  )

  package var name = ""
  package var from = ""
  package var to = ""
  package var reactance = 0.1
  package var limit = Power(megawatts: 0)
  package var limitShare = Profile.constant(1)
  package var securityMargin = 0.0
  package var tapRatio = 1.0
  package var phaseShift = 0.0
  package var loss = 0.0
  package var lossPieces = 3
  package var fixedCost = 0.0
  package var expansion = Expansion()

  package init() {}

  package static let columns: [Column<Line>] =
    [
      Column(
        "name",
        \.name,
        as: .name,
        required: true,
        limit: .none(.identity),
        "Name of the line or transformer."
      ),
      Column(
        "from",
        \.from,
        required: true,
        limit: .none(.identity),
        "Zone where a positive flow enters."
      ),
      Column(
        "to",
        \.to,
        required: true,
        limit: .none(.identity),
        "Zone where a positive flow leaves."
      ),
      Column(
        "reactance_pu",
        \.reactance,
        in: -1e9...1e9,
        required: true,
        limit: .none(.given),
        "Series reactance on 100 MVA, not 0; below 0 where capacitors in series outweigh the line."
      ),
      Column(
        "limit_mw",
        \.limit,
        in: 0...1e12,
        required: true,
        limit: .part(of: .corridorLimit),
        "Most that may flow either way."
      ),
      Column(
        "limit_pu",
        \.limitShare,
        in: 0...1000,
        limit: .part(of: .corridorLimit, to: .constant(1)),
        "Share of the limit that can be used; a number, or a series by season or hour."
      ),
      Column(
        "security_margin_pu",
        \.securityMargin,
        in: 0...0.9,
        limit: .part(of: .corridorLimit, to: 0),
        "Share of the limit kept free for the loss of another line."
      ),
      Column(
        "tap_ratio",
        \.tapRatio,
        in: 0.01...100,
        unit: .plain,
        limit: .none(.given),
        "Off-nominal ratio of a transformer."
      ),
      Column(
        "phase_shift_degrees",
        \.phaseShift,
        in: -360...360,
        limit: .none(.given),
        "Angle by which a transformer shifts."
      ),
      Column(
        "loss_pu",
        \.loss,
        in: 0...0.5,
        limit: .none(.conversion),
        "Share lost of what flows at the limit."
      ),
      Column(
        "loss_pieces",
        \.lossPieces,
        in: 1...10,
        unit: .plain,
        limit: .none(.conversion),
        "Pieces of the loss, which grows with the square of the flow."
      ),
      Column(
        "fixed_cost_per_kw_year",
        \.fixedCost,
        in: 0...10_000,
        limit: .none(.account),
        "Yearly upkeep that does not depend on the flow."
      ),
    ] + Column<Line>.expansion

  package var zone: String {
    get { from }
    set { from = newValue }
  }

  package var zones: [ZoneUse] { [ZoneUse("from", from), ZoneUse("to", to)] }

  package var facts: AssetFacts {
    let usable = limit.megawatts * (1 - securityMargin)
    return AssetFacts(
      technology: .line,
      capacity: limit.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: expansion.capitalCost / 1000,
      link: LinkFacts(from: from, to: to, forwardLimit: usable, backwardLimit: usable)
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard reactance == 0 else { return [] }
    return [
      Complaint(
        "reactance_pu",
        "is 0: the flow of such a line follows from nothing",
        fix: "Write its reactance on 100 MVA, make both ends one zone, or make it a corridor."
      )
    ]
  }

  package func formulate(in desk: inout Desk) {
    let usable = limit.megawatts * (1 - securityMargin)
    let most = usable * desk.setting.value(of: limitShare)
    guard loss > 0 else {
      let flow = desk.variable("flow", from: -1 * most, to: most)
      desk.connect(branch(flow))
      return
    }
    let pieces = LossPieces(loss: loss, pieces: lossPieces, limit: limit.megawatts)
    let forward = pieces.variables("forward", from: 0, to: most, in: &desk)
    let backward = pieces.variables("backward", from: 0, to: most, in: &desk)
    let lost = (forward.sent - forward.received) + (backward.sent - backward.received)
    desk.exclude(forward.sent, backward.sent)
    desk.breakTie(.lineLoss, for: lost)
    desk.record(.lost, lost)
    desk.connect(branch(forward.sent - backward.sent), loss: lost)
  }

  private func branch(_ flow: HourlySum) -> Branch {
    Branch(
      owner: owner,
      from: from,
      to: to,
      reactance: reactance * tapRatio / 100,
      phaseShift: phaseShift * .pi / 180,
      flow: flow
    )
  }
}
