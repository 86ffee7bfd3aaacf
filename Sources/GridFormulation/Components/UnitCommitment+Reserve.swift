import Hourly

/// A limit that something beside the units sets to their output p, such as the heat they give.
///
///     β·q[t] + γ·p[t] + |γ|·r[t] ≤ λ·u[t]                       for online capacity u, with the reserve towards it
struct OutputLimit {
  let rule: String
  /// What counts beside the output, β·q.
  let others: HourlySum
  /// The weight γ of the output.
  let output: Double
  /// The limit λ of a MW online.
  let perOnline: Double
}

/// The reserve that units hold, within their room, their speed and what else limits them.
///
/// Where units are fast enough for their whole span, and neither a ramp is shared nor anything else limits them that
/// way, all of their room is reserve and no variable is needed.
extension UnitCommitment {
  /// Whether all room that output leaves is reserve.
  private func holdsAllRoom(
    _ direction: ReserveDirection,
    beside limits: [OutputLimit],
    in desk: Desk
  ) -> Bool {
    let isFree = direction == .up ? limits.allSatisfy { $0.output <= 1e-12 } : limits.isEmpty
    guard isFree, isFast(in: desk) else { return false }
    guard desk.reserve.sharesRamp else { return true }
    let ramps = RampLimits(self)
    return direction == .up ? !ramps.limitsRise : !ramps.limitsFall
  }

  /// Whether the response time of reserve allows for the whole span.
  func isFast(in desk: Desk) -> Bool { reach(in: desk) >= span }

  /// The share of what is online that the response time of reserve allows, no more than the span.
  private func reach(in desk: Desk) -> Double {
    min(rampUp * desk.reserve.responseMinutes / 60, span)
  }

  /// Offers the reserve of what is online; returns what of it takes room and ramps.
  func holdReserve(
    above: HourlySum,
    _ states: UnitStates,
    beside limits: [OutputLimit] = [],
    in desk: inout Desk
  ) -> HeldReserve {
    let policy = desk.reserve
    var result = HeldReserve(sharesRamp: policy.sharesRamp)
    guard providesReserve else { return result }
    let reach = reach(in: desk)
    for direction in [ReserveDirection.down, .up] where policy.isRequired(direction) {
      let isDown = direction == .down
      let room = isDown ? above - floor(states) : room(states) - above
      guard !holdsAllRoom(direction, beside: limits, in: desk) else {
        desk.offer(direction, (1 - ownUse) * room)
        continue
      }
      let held = desk.variable("reserve \(direction)", to: reach * capacity)
      // The room itself keeps fast units within their speed; that above is a row of its own.
      if !isDown || reach < span {
        desk.require("reserve \(direction) speed", held <= reach * states.online)
      }
      if isDown { desk.require("reserve down room", held <= room) }
      desk.offer(direction, (1 - ownUse) * held)
      result.take(direction, held)
    }
    return result
  }

  /// Offers the reserve of an output between a floor and a ceiling; returns what of it is held beside the output.
  ///
  /// Where it is not followed what is on, any share may be: reserve then is as fast as need be.
  func holdReserve(
    of output: HourlySum,
    from floor: HourlyValue,
    to ceiling: HourlyValue,
    beside limits: [OutputLimit] = [],
    isFollowed: Bool,
    in desk: inout Desk
  ) -> HeldReserve {
    let policy = desk.reserve
    var result = HeldReserve(sharesRamp: policy.sharesRamp)
    guard providesReserve else { return result }
    let rooms = [
      (ReserveDirection.up, HourlySum(ceiling) - output), (.down, output - HourlySum(floor)),
    ]
    for (direction, room) in rooms where policy.isRequired(direction) {
      let isAll = isFollowed ? holdsAllRoom(direction, beside: limits, in: desk) : limits.isEmpty
      guard !isAll else {
        desk.offer(direction, (1 - ownUse) * room)
        continue
      }
      let most = isFollowed ? reach(in: desk) * capacity : capacity
      let held = desk.variable("reserve \(direction)", to: most)
      desk.require("reserve \(direction) room", held <= room)
      desk.offer(direction, (1 - ownUse) * held)
      result.take(direction, held)
    }
    return result
  }

  /// States what else limits the output, for the capacity online.
  func require(
    _ limits: [OutputLimit],
    of output: HourlySum,
    online: HourlySum,
    held: HeldReserve,
    in desk: inout Desk
  ) {
    for limit in limits {
      let reserve = limit.output > 0 ? held.up : held.down
      desk.require(
        limit.rule,
        limit.others + limit.output * output + abs(limit.output) * reserve
          <= limit.perOnline * online
      )
    }
  }
}
