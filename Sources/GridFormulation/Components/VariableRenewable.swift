package import Hourly

/// What wind and PV share: output up to what the weather offers, the rest curtailed.
///
///     v[t] = c·availability[t],    (1−k)·v[t] ≤ p[t] ≤ v[t],    curtailed[t] = v[t] − p[t]
///
/// with k the share that can be curtailed. One variable an hour: what is curtailed needs none.
package struct VariableRenewable: Sendable {
  package var owner: Owner
  package var capacity: Double
  package var availability: Profile
  package var curtailableShare: Double
  package var variableCost: Double
  /// Its place in the order in which equal sources are curtailed.
  package var tieBreak: TieBreak
  package var providesReserve: Bool

  /// Writes the plants to the program.
  package func formulate(in model: inout DispatchModel) {
    guard capacity > 0 else { return }
    let available = capacity * model.setting.value(of: availability)
    let delivered = model.variable(
      "delivered",
      of: owner,
      from: (1 - curtailableShare) * available,
      to: available
    )
    let curtailed = HourlySum(available) - delivered
    model.record(.available, of: owner, HourlySum(available))
    model.record(.curtailed, of: owner, curtailed)
    model.contribute(delivered, to: \.windAndSolar, of: owner)
    model.charge(.operation, .constant(variableCost), for: delivered, of: owner)
    model.breakTie(tieBreak, for: delivered, of: owner)
    if providesReserve {
      let policy = model.setting.reserve(in: owner.zone)
      if policy.isRequired(.up) { model.offer(.up, curtailed, of: owner) }
      if policy.isRequired(.down) {
        model.offer(
          .down,
          delivered - HourlySum((1 - curtailableShare) * available),
          of: owner
        )
      }
    }
    model.inject(delivered, of: owner)
  }
}
