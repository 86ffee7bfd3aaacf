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
    in model: DispatchModel
  ) -> Bool {
    let isFree = direction == .up ? limits.allSatisfy { $0.output <= 1e-12 } : limits.isEmpty
    guard isFree, isFast(in: model) else { return false }
    guard model.setting.reserve(in: owner.zone).sharesRamp else { return true }
    let ramps = RampLimits(self)
    return direction == .up ? !ramps.limitsRise : !ramps.limitsFall
  }

  /// Whether the response time of reserve allows for the whole span.
  func isFast(in model: DispatchModel) -> Bool { reach(in: model) >= span }

  /// The share of what is online that the response time of reserve allows, no more than the span.
  private func reach(in model: DispatchModel) -> Double {
    min(rampUp * model.setting.reserve(in: owner.zone).responseMinutes / 60, span)
  }

  /// Offers the reserve of what is online; returns what of it takes room and ramps.
  func holdReserve(
    above: HourlySum,
    _ states: UnitStates,
    beside limits: [OutputLimit] = [],
    in model: inout DispatchModel
  ) -> HeldReserve {
    let policy = model.setting.reserve(in: owner.zone)
    var result = HeldReserve(sharesRamp: policy.sharesRamp)
    guard providesReserve else { return result }
    let reach = reach(in: model)
    for direction in [ReserveDirection.down, .up] where policy.isRequired(direction) {
      let isDown = direction == .down
      let room = isDown ? above - floor(states) : room(states) - above
      guard !holdsAllRoom(direction, beside: limits, in: model) else {
        model.offer(direction, (1 - ownUse) * room, of: owner)
        continue
      }
      let held = model.variable("reserve \(direction)", of: owner, to: reach * capacity)
      // The room itself keeps fast units within their speed; that above is a row of its own.
      if !isDown || reach < span {
        model.require("reserve \(direction) speed", of: owner, held <= reach * states.online)
      }
      if isDown { model.require("reserve down room", of: owner, held <= room) }
      model.offer(direction, (1 - ownUse) * held, of: owner)
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
    in model: inout DispatchModel
  ) -> HeldReserve {
    let policy = model.setting.reserve(in: owner.zone)
    var result = HeldReserve(sharesRamp: policy.sharesRamp)
    guard providesReserve else { return result }
    let rooms = [
      (ReserveDirection.up, HourlySum(ceiling) - output), (.down, output - HourlySum(floor)),
    ]
    for (direction, room) in rooms where policy.isRequired(direction) {
      let isAll = isFollowed ? holdsAllRoom(direction, beside: limits, in: model) : limits.isEmpty
      guard !isAll else {
        model.offer(direction, (1 - ownUse) * room, of: owner)
        continue
      }
      let most = isFollowed ? reach(in: model) * capacity : capacity
      let held = model.variable("reserve \(direction)", of: owner, to: most)
      model.require("reserve \(direction) room", of: owner, held <= room)
      model.offer(direction, (1 - ownUse) * held, of: owner)
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
    in model: inout DispatchModel
  ) {
    for limit in limits {
      let reserve = limit.output > 0 ? held.up : held.down
      model.require(
        limit.rule,
        of: owner,
        limit.others + limit.output * output + abs(limit.output) * reserve
          <= limit.perOnline * online
      )
    }
  }
}
