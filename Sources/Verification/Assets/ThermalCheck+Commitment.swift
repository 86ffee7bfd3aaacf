import GridFormulation

extension ThermalCheck {
  /// Checks what is online, the fuel of it and what is forgone below baselines.
  ///
  /// `gross` is what the steam would give without heat, `power` what is given.
  func checkCommitment(
    gross: [Double],
    power: [Double],
    heat given: [Double]?,
    burnt: [Double],
    in examination: inout Examination
  ) {
    let commitment = commitment
    let states = commitment.decided(
      from: zip(minimumOnline, available).map { $0 * $1 },
      to: available,
      in: &examination
    )
    let (online, started) = (states.online, states.started)
    examination.add(online, to: \.synchronous, of: owner)
    let extra = checkTiers(online: online, power: power, in: &examination)
    examination.identify("fuel", of: owner, size: size) { step in
      let running = noLoadShare * online[step] + (1 - noLoadShare) * gross[step]
      return burnt[step] - fuelPerGross * running - startFuel * started[step] - extra[step]
    }
    let held = commitment.check(gross, states, in: &examination)
    if let heat, let given {
      heat.check(power, given, online: online, held: held, of: self, in: &examination)
    }
  }

  /// Checks what is forgone below each baseline; returns the extra fuel.
  private func checkTiers(
    online: [Double],
    power: [Double],
    in examination: inout Examination
  ) -> [Double] {
    var extra = [Double](repeating: 0, count: examination.hours)
    checkBaseline(online: online, gross: power, in: &examination)
    for (index, tier) in tiers.enumerated() {
      let least = heat?.leastPower ?? minimumOutput
      guard tier.baseline.contains(where: { $0 - least > 1e-9 }) else { continue }
      let forgone = examination.series(.deepTier(index + 1), of: owner)
      let isBid = tier.bid != nil
      examination.require("deep tier \(index + 1)", of: owner, size: size) { step in
        abs(forgone[step] - max(0, tier.baseline[step] * online[step] - power[step]))
      }
      if let bid = tier.bid {
        examination.ledger.charge(.deepPeakBid, of: owner.name, prices: bid, for: forgone)
      } else {
        examination.ledger.charge(.deepPeak, of: owner.name, price: tier.wear, for: forgone)
      }
      let isFree = isBid ? tier.bid?.contains { $0 <= 0 } ?? true : tier.wear == 0
      if isFree, isBid || tier.extraFuel == 0 {
        examination.ties.add(.deepPeak, of: owner.name, forgone)
      }
      for step in extra.indices { extra[step] += tier.extraFuel * forgone[step] }
    }
    return extra
  }

  /// Checks the output below which the first tier begins, and remembers what is paid by it.
  private func checkBaseline(
    online: [Double],
    gross: [Double],
    in examination: inout Examination
  ) {
    guard let first = tiers.first, examination.isDeepPeakSettled else { return }
    let stated = examination.series(.deepPeakBaseline, of: owner)
    examination.identify("deep-peak baseline", of: owner, size: size) { step in
      stated[step] - first.baseline[step] * online[step]
    }
    examination.regulated.append(
      RegulatedUnits(
        owner: owner,
        gross: gross,
        baselines: tiers.map { tier in online.indices.map { tier.baseline[$0] * online[$0] } },
        size: size
      )
    )
  }
}
