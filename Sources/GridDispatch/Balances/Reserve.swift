/// The reserve that a zone holds, up and down, with its lack priced.
package enum Reserve {
  /// States the reserve rules of every zone; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    let policy = model.setting.reserve
    for (index, zone) in model.setting.zones.enumerated() {
      let owner = Owner.zone(zone.name)
      let demand = NodalBalance.demand(of: zone, in: model.setting)
      let sums = model.sums[index]
      if policy.isRequired(.up) {
        let fixed = demand.map {
          policy.upShareOfLoad * $0 + (policy.coversLargestUnit ? sums.largestUnit : 0)
        }
        let required = HourlySum(fixed) + policy.upShareOfWindAndSolar * sums.windAndSolar
        let short = model.variable("reserve up short", of: owner, to: ceiling(fixed, in: model))
        model.require("reserve up", of: owner, sums.reserveUp + short >= required)
        model.record(.reserveUpRequired, of: owner, required)
        model.record(.reserveUpHeld, of: owner, sums.reserveUp)
        model.record(.reserveUpShort, of: owner, short)
        charge(short, of: owner, in: &model)
      }
      if policy.isRequired(.down) {
        let fixed = policy.downShareOfLoad * demand
        let required = HourlySum(fixed) + policy.downShareOfWindAndSolar * sums.windAndSolar
        let short = model.variable("reserve down short", of: owner, to: ceiling(fixed, in: model))
        model.require("reserve down", of: owner, sums.reserveDown + short >= required)
        model.record(.reserveDownRequired, of: owner, required)
        model.record(.reserveDownHeld, of: owner, sums.reserveDown)
        model.record(.reserveDownShort, of: owner, short)
        charge(short, of: owner, in: &model)
      }
    }
  }

  /// Prices what is short; a tie-break where lack costs nothing, so that it is not left to chance.
  private static func charge(_ short: HourlySum, of owner: Owner, in model: inout DispatchModel) {
    let price = model.setting.reserve.scarcityPrice
    model.charge(.scarcity, .constant(price), for: short, of: owner)
    if price == 0 { model.charge(.tieBreak, 0.001, for: short, of: owner) }
  }

  /// A bound on what can be short: the fixed need and the share of all that could be delivered.
  private static func ceiling(_ fixed: HourlyValue, in model: DispatchModel) -> HourlyValue {
    let installed = model.setting.windAndSolarCapacity
    let share = max(
      model.setting.reserve.upShareOfWindAndSolar,
      model.setting.reserve.downShareOfWindAndSolar
    )
    return fixed.map { $0 + share * installed }
  }
}

/// The least synchronous capacity that a zone keeps online.
package enum MinimumSynchronous {
  /// States the rule where the model asks for one.
  package static func formulate(in model: inout DispatchModel) {
    for (index, zone) in model.setting.zones.enumerated() {
      model.record(.synchronous, of: .zone(zone.name), model.sums[index].synchronous)
    }
    let policy = model.setting.reserve
    guard policy.minimumSynchronous > 0 || policy.minimumSynchronousShare > 0 else { return }
    for (index, zone) in model.setting.zones.enumerated() {
      let demand = NodalBalance.demand(of: zone, in: model.setting)
      let required = demand.map {
        max(policy.minimumSynchronous, policy.minimumSynchronousShare * $0)
      }
      let sum = model.sums[index].synchronous
      model.require(
        "minimum synchronous",
        of: .zone(zone.name),
        sum >= HourlySum(required)
      )
    }
  }
}
