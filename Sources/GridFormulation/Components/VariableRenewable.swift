package import Hourly

/// What wind and PV share: output up to what the weather offers, the rest curtailed.
///
///     v[t] = c·availability[t],    (1−k)·v[t] ≤ p[t] ≤ v[t],    curtailed[t] = v[t] − p[t]
///
/// with k the share that can be curtailed. One variable an hour: what is curtailed needs none.
package struct VariableRenewable: Sendable {
  package var capacity: Double
  package var availability: Profile
  package var curtailableShare: Double
  package var variableCost: Double
  /// Its place in the order in which equal sources are curtailed.
  package var tieBreak: TieBreak
  package var providesReserve: Bool

  /// Writes the plants to the program.
  package func formulate(in desk: inout Desk) {
    guard capacity > 0 else { return }
    let available = capacity * desk.setting.value(of: availability)
    let delivered = desk.variable(
      "delivered",
      from: (1 - curtailableShare) * available,
      to: available
    )
    let curtailed = HourlySum(available) - delivered
    desk.record(.available, HourlySum(available))
    desk.record(.curtailed, curtailed)
    desk.contribute(delivered, to: \.windAndSolar)
    desk.charge(.operation, .constant(variableCost), for: delivered)
    desk.breakTie(tieBreak, for: delivered)
    if providesReserve {
      let policy = desk.reserve
      if policy.isRequired(.up) { desk.offer(.up, curtailed) }
      if policy.isRequired(.down) {
        desk.offer(
          .down,
          delivered - HourlySum((1 - curtailableShare) * available)
        )
      }
    }
    desk.inject(delivered)
  }
}
