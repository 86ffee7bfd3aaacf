import GridDispatch

extension ThermalCheck {
  /// Checks online capacity, starts, times, ramps and reserve.
  ///
  /// `gross` is what the steam would give without heat, `power` what is given.
  func checkCommitment(
    gross: [Double],
    power: [Double],
    heat given: [Double]?,
    burnt: [Double],
    in examination: inout Examination
  ) {
    let online = examination.series(.online, of: owner)
    let started = examination.series(.started, of: owner)
    let size = size
    examination.requireRange(
      "online range",
      of: owner,
      size: size,
      online,
      from: zip(minimumOnline, available).map { $0 * $1 },
      to: available
    )
    examination.requireRange(
      "start range",
      of: owner,
      size: size,
      started,
      from: [Double](repeating: 0, count: examination.hours),
      to: available
    )
    let above = zip(gross, online).map { $0 - minimumOutput * $1 }
    examination.require("minimum output", of: owner, size: size) { -above[$0] }
    examination.add(online, to: \.synchronous, of: owner)
    examination.ledger.charge(.start, of: owner.name, price: startCost, for: started)
    let extra = checkTiers(online: online, above: above, power: power, in: &examination)
    examination.identify("fuel", of: owner, size: size) { step in
      let running = noLoadShare * online[step] + (1 - noLoadShare) * gross[step]
      return burnt[step] - fuelPerGross * running - startFuel * started[step] - extra[step]
    }
    checkTimes(online: online, started: started, in: &examination)
    checkRamps(online: online, above: above, started: started, in: &examination)
    let held = checkReserve(online: online, above: above, started: started, in: &examination)
    examination.require("capacity", of: owner, size: size) { step in
      above[step] + held.up[step] - span * online[step] + (1 - startOutput) * started[step]
    }
    if let heat, let given {
      heat.check(power, given, online: online, held: held, of: self, in: &examination)
    }
  }

  /// Checks what is forgone below each baseline; returns the extra fuel.
  private func checkTiers(
    online: [Double],
    above: [Double],
    power: [Double],
    in examination: inout Examination
  ) -> [Double] {
    var extra = [Double](repeating: 0, count: examination.hours)
    checkBaseline(online: online, gross: power, in: &examination)
    for (index, tier) in tiers.enumerated() {
      let depth = tier.baseline.map { max(0, $0 - minimumOutput) }
      let least = heat?.leastPower ?? minimumOutput
      let margin = heat == nil ? 0 : 1e-9
      guard tier.baseline.contains(where: { $0 - least > margin }) else { continue }
      let forgone = examination.series(.deepTier(index + 1), of: owner)
      let isBid = tier.bid != nil
      examination.require("deep tier \(index + 1)", of: owner, size: size) { step in
        let room =
          heat == nil
          ? depth[step] * online[step] - above[step]
          : tier.baseline[step] * online[step] - power[step]
        return abs(forgone[step] - max(0, room))
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

  private func checkTimes(
    online: [Double],
    started: [Double],
    in examination: inout Examination
  ) {
    examination.require("start", of: owner, size: size, from: 1) { step in
      online[step] - online[step - 1] - started[step]
    }
    // An hour on matters only where starts that nothing needs let the rest ramp further.
    let speed = min(ramp, span)
    let easesRamps =
      max(startOutput - minimumOutput - speed, shutdownOutput - minimumOutput - speed) > 0
    if minimumUpHours > 1 || easesRamps {
      let recent = RecentHours.sums(of: started, over: max(1, minimumUpHours))
      examination.require("minimum up time", of: owner, size: size) { recent[$0] - online[$0] }
    }
    let down = max(min(minimumDownHours, examination.hours - 1), 1)
    let recent = RecentHours.sums(of: started, over: down)
    let most = RecentHours.maxima(of: available, over: down + 1)
    examination.require("minimum down time", of: owner, size: size, from: down) { step in
      recent[step] - most[step] + online[step - down]
    }
  }

  private func checkRamps(
    online: [Double],
    above: [Double],
    started: [Double],
    in examination: inout Examination
  ) {
    let speed = min(ramp, span)
    let shared = examination.sharedReserve(
      of: owner,
      isHeld: providesReserve,
      ownUse: ownUse
    )
    if ramp < span {
      examination.require("ramp up", of: owner, size: size, from: 1) { step in
        let staying = online[step] - started[step]
        return above[step] + shared.up[step] - above[step - 1] - speed * staying
          - (startOutput - minimumOutput) * started[step]
      }
    }
    examination.require("ramp down", of: owner, size: size, from: 1) { step in
      let staying = online[step] - started[step]
      let stopped = online[step - 1] - staying
      return above[step - 1] - above[step] + shared.down[step] - speed * staying
        - (shutdownOutput - minimumOutput) * stopped
    }
  }

  /// Checks the reserve held; returns the gross capacity that it takes, up and down.
  private func checkReserve(
    online: [Double],
    above: [Double],
    started: [Double],
    in examination: inout Examination
  ) -> (up: [Double], down: [Double]) {
    let policy = examination.setting.reserve(in: owner.zone)
    let none = [Double](repeating: 0, count: examination.hours)
    var taken = (up: none, down: none)
    guard providesReserve else { return taken }
    let reach = ramp * policy.responseMinutes / 60
    let net = 1 - ownUse
    if policy.isRequired(.down) {
      let held = examination.reserve(.down, of: owner)
      if heat != nil { taken.down = held.map { $0 / net } }
      if reach >= span, heat == nil, !policy.sharesRamp || shutdownOutput >= 1 {
        examination.identify("reserve down", of: owner, size: size) {
          held[$0] - net * above[$0]
        }
      }
      examination.require("reserve down", of: owner, size: size) { step in
        larger(
          -held[step],
          larger(held[step] - net * above[step], held[step] - net * reach * online[step])
        )
      }
    }
    guard policy.isRequired(.up) else { return taken }
    let held = examination.reserve(.up, of: owner)
    if reach >= span, heat == nil {
      examination.identify("reserve up", of: owner, size: size) { step in
        let room = span * online[step] - (1 - startOutput) * started[step] - above[step]
        return held[step] - net * room
      }
    }
    examination.require("reserve up", of: owner, size: size) { step in
      larger(-held[step], held[step] - net * reach * online[step])
    }
    taken.up = held.map { $0 / net }
    return taken
  }
}
