import Hourly

/// The reserve that an area holds, up and down, with its lack priced.
package enum Reserve {
  /// States the reserve rules of every area; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    for area in model.setting.areas {
      let policy = area.reserve
      let owner = area.owner
      let demand = demand(of: area, in: model)
      let sums = sums(of: area, in: model)
      if policy.isRequired(.up) {
        let unit = policy.coversLargestUnit ? sums.largestUnit : 0
        let fixed =
          model.setting.value(of: policy.up) + demand.map { policy.upShareOfLoad * $0 + unit }
        let required = HourlySum(fixed) + policy.upShareOfWindAndSolar * sums.windAndSolar
        let short = model.variable(
          "reserve up short",
          of: owner,
          to: ceiling(fixed, under: policy, in: model)
        )
        let rows = model.require("reserve up", of: owner, sums.reserveUp + short >= required)
        model.price(.reserveUpPrice, of: owner, from: rows)
        model.define(short, asExcessOf: required - sums.reserveUp)
        model.record(.reserveUpRequired, of: owner, required)
        model.record(.reserveUpHeld, of: owner, sums.reserveUp)
        model.record(.reserveUpShort, of: owner, short)
        charge(short, of: owner, under: policy, in: &model)
      }
      if policy.isRequired(.down) {
        let fixed = model.setting.value(of: policy.down) + policy.downShareOfLoad * demand
        let required = HourlySum(fixed) + policy.downShareOfWindAndSolar * sums.windAndSolar
        let short = model.variable(
          "reserve down short",
          of: owner,
          to: ceiling(fixed, under: policy, in: model)
        )
        let rows = model.require("reserve down", of: owner, sums.reserveDown + short >= required)
        model.price(.reserveDownPrice, of: owner, from: rows)
        model.define(short, asExcessOf: required - sums.reserveDown)
        model.record(.reserveDownRequired, of: owner, required)
        model.record(.reserveDownHeld, of: owner, sums.reserveDown)
        model.record(.reserveDownShort, of: owner, short)
        charge(short, of: owner, under: policy, in: &model)
      }
    }
  }

  /// Prices what is short; where lack costs nothing a tie-break keeps it small.
  private static func charge(
    _ short: HourlySum,
    of owner: Owner,
    under policy: ReservePolicy,
    in model: inout DispatchModel
  ) {
    let price = policy.scarcityPrice
    model.charge(.scarcity, .constant(price), for: short, of: owner)
    if price == 0 { model.breakTie(.shortReserve, for: short, of: owner) }
  }

  /// A bound on what can be short: the fixed need and the share of all that could be delivered.
  private static func ceiling(
    _ fixed: HourlyValue,
    under policy: ReservePolicy,
    in model: DispatchModel
  ) -> HourlyValue {
    let installed = model.setting.windAndSolarCapacity
    let share = max(policy.upShareOfWindAndSolar, policy.downShareOfWindAndSolar)
    return fixed.map { $0 + share * installed }
  }

  /// The demand of an area's zones.
  fileprivate static func demand(of area: Area, in model: DispatchModel) -> HourlyValue {
    area.zones.reduce(0) { sum, index in
      sum + NodalBalance.demand(of: model.setting.zones[index], in: model.setting)
    }
  }

  /// What the assets of an area's zones add up to.
  fileprivate static func sums(of area: Area, in model: DispatchModel) -> ZoneSums {
    area.zones.reduce(into: ZoneSums(zone: area.name)) { $0.add(model.sums[$1]) }
  }
}

/// The least synchronous capacity that an area keeps online.
package enum MinimumSynchronous {
  /// States the rule where the model asks for one.
  package static func formulate(in model: inout DispatchModel) {
    for area in model.setting.areas {
      let online = Reserve.sums(of: area, in: model).synchronous
      model.record(.synchronous, of: area.owner, online)
      let policy = area.reserve
      guard policy.minimumSynchronous > 0 || policy.minimumSynchronousShare > 0 else { continue }
      let required = Reserve.demand(of: area, in: model).map {
        max(policy.minimumSynchronous, policy.minimumSynchronousShare * $0)
      }
      model.require("minimum synchronous", of: area.owner, online >= HourlySum(required))
    }
  }
}
