/// A group of like thermal units with linear commitment: what coal and gas share.
///
/// With online capacity u, capacity started s and output above the minimum a, all in MW of gross
/// capacity and all ≥ 0, in every hour t:
///
///     p[t] = m·u[t] + a[t]                                   gross output
///     f·c[t] ≤ u[t] ≤ c[t]                                   minimum online share, available capacity
///     s[t] ≥ u[t] − u[t−1]                                   starts; what is shut down needs no variable
///     Σ s[t−U+1…t] ≤ u[t]                                    minimum up time U, 1 h at least
///     Σ s[t−D+1…t] ≤ max c[t−D…t] − u[t−D]                   minimum down time D, 1 h at least
///     a[t] + r⁺[t] ≤ (1−m)·u[t] − (1−S)·s[t]                 capacity, and output S·s in the hour of the start
///     a[t] − a[t−1] ≤ R·u[t] + (S−m−R)·s[t]                  ramp up, left out where R ≥ 1−m
///     a[t−1] − a[t] ≤ R·(u[t]−s[t]) + (Z−m)·(u[t−1]−u[t]+s[t])   ramp down, with output Z·d before a shut-down
///
/// with + r⁺[t] and + r⁻[t] on the left of the ramps where the reserve policy lets both share them, and
///
///     d_k[t] ≥ (B_k[t]−m)·u[t] − a[t]                        output forgone below the baseline of tier k
///
/// Capacity shut down is `u[t−1] − u[t] + s[t]`; it is nowhere a variable of its own, which saves a column
/// and the equation that would define it (Rajan and Takriti 2005 give the tight form of the time rules).
/// Without commitment one variable is left: `f·m·c[t] ≤ p[t] ≤ c[t]` at the fuel use of rated output.
package struct ThermalUnits: Sendable {
  /// Extra cost of output below a baseline.
  package struct Tier: Sendable {
    /// The baseline B, share of the online capacity.
    package var baseline: HourlyValue
    /// Extra fuel per MWh of output forgone below the baseline, tce.
    package var extraFuel: Double
    /// Extra wear per MWh of output forgone below the baseline, currency.
    package var wear: Double
    /// What a MWh forgone below this baseline is paid more than below those above it; nil where the
    /// objective holds extra fuel and wear instead.
    package var bid: HourlyValue?
  }

  package var owner: Owner
  /// Gross capacity that can be online, MW.
  package var available: HourlyValue
  /// Share f of the available capacity that must be online.
  package var minimumOnline: HourlyValue
  /// Minimum stable output m, share of the online capacity.
  package var minimumOutput: Double
  /// Ramp limit R of online capacity, share an hour.
  package var ramp: Double
  /// Output S reached in the hour of a start, share.
  package var startOutput: Double
  /// Largest output Z in the hour before a shut-down, share.
  package var shutdownOutput: Double
  package var minimumUpHours: Int
  package var minimumDownHours: Int
  package var fuel: String
  /// Fuel to keep a MW online for an hour, tce.
  package var noLoadFuel: Double
  /// Fuel for a further MWh, tce.
  package var incrementalFuel: Double
  package var tiers: [Tier]
  /// Fuel to start a MW, tce.
  package var startFuel: Double
  /// Cost to start a MW, fuel apart.
  package var startCost: Double
  /// Cost of a gross MWh, fuel apart.
  package var variableCost: Double
  /// Share of the gross output used by the plant itself.
  package var ownUse: Double
  /// Emission factors, kg per gross MWh.
  package var sulphurDioxide: Double
  package var nitrogenOxides: Double
  package var providesReserve: Bool
  /// The heat that the units give beside their power; nil where they give none.
  package var heat: HeatExtraction?
  /// How CO2 is captured; nil where it is not.
  package var capture: CarbonCapture?

  /// The most that all units in service supply after own use, MW, when they give no heat.
  var mostSupplied: HourlyValue { (1 - ownUse) * available }

  /// The share of the capacity between minimum and rated output.
  var span: Double { 1 - minimumOutput }

  /// Writes the units to the program and returns their gross output.
  package func formulate(in model: inout DispatchModel) {
    switch model.detail {
    case .linear: formulateCommitment(in: &model)
    case .none: formulateOutput(in: &model)
    }
  }

  private func formulateCommitment(in model: inout DispatchModel) {
    let online = model.variable(
      "online",
      of: owner,
      from: minimumOnline * available,
      to: available
    )
    let above = model.variable("above minimum", of: owner, to: span * available)
    let started = model.variable("started", of: owner, to: available)
    requireTimes(online: online, started: started, in: &model)
    let sharesRamp = model.setting.reserve(in: owner.zone).sharesRamp
    if !sharesRamp { requireRamps(online: online, above: above, started: started, in: &model) }

    let steam = minimumOutput * online + above
    let extracted = heat?.variable(of: self, in: &model) ?? HourlySum()
    let lost = (heat?.region.powerLoss ?? 0) * extracted
    var burnt = noLoadFuel * online + incrementalFuel * steam + startFuel * started
    var unpriced = HourlySum()
    for (index, tier) in tiers.enumerated() {
      let room = tier.baseline.map { heat == nil ? max(0, $0 - minimumOutput) : $0 - minimumOutput }
      let most = heat.map { $0.mostForgone(below: tier.baseline) } ?? room
      guard !most.isEverywhere(0) else { continue }
      let forgone = model.variable("forgone \(index + 1)", of: owner, to: most * available)
      let below = room * online - above + lost
      model.require("deep tier \(index + 1)", of: owner, forgone >= below)
      model.define(forgone, asExcessOf: below)
      model.record(.deepTier(index + 1), of: owner, forgone)
      let price = tier.bid ?? .constant(tier.wear)
      model.charge(tier.bid == nil ? .deepPeak : .deepPeakBid, price, for: forgone, of: owner)
      if price.minimum(over: model.steps) <= 0, tier.bid != nil || tier.extraFuel == 0 {
        model.breakTie(.deepPeak, for: forgone, of: owner)
      }
      burnt += tier.extraFuel * forgone
      if tier.bid != nil { unpriced += tier.extraFuel * forgone }
    }
    if model.setting.deepPeak.isSettled, let first = tiers.first {
      model.record(.deepPeakBaseline, of: owner, first.baseline * online)
    }
    model.record(.online, of: owner, online)
    model.record(.started, of: owner, started)
    model.charge(.start, .constant(startCost), for: started, of: owner)
    model.contribute(online, to: \.synchronous, of: owner)
    let (held, taken) = holdReserve(online: online, above: above, started: started, in: &model)
    if sharesRamp {
      requireRamps(online: online, above: above, started: started, held: held, in: &model)
    }
    model.require(
      "capacity",
      of: owner,
      above + taken.up <= span * online - (1 - startOutput) * started
    )
    heat?.requireRegion(steam, extracted, online: online, held: taken, of: owner, in: &model)
    finish(gross: steam - lost, steam: steam, burnt: burnt, unpriced: unpriced, in: &model)
  }

  private func formulateOutput(in model: inout DispatchModel) {
    let floor = minimumOutput * (minimumOnline * available)
    let gross = model.variable("output", of: owner, from: floor, to: available)
    let burnt = (noLoadFuel + incrementalFuel) * gross
    if let heat {
      let extracted = heat.variable(of: self, in: &model)
      let held = heat.holdReserve(steam: gross, extracted, floor: floor, of: self, in: &model)
      heat.requireLeanRegion(gross, extracted, of: self, held: held, in: &model)
      model.contribute(HourlySum(available), to: \.synchronous, of: owner)
      let power = gross - heat.region.powerLoss * extracted
      finish(gross: power, steam: gross, burnt: burnt, in: &model)
      return
    }
    let policy = model.setting.reserve(in: owner.zone)
    if providesReserve, policy.isRequired(.up) {
      model.offer(.up, (1 - ownUse) * (HourlySum(available) - gross), of: owner)
    }
    if providesReserve, policy.isRequired(.down) {
      model.offer(.down, (1 - ownUse) * (gross - HourlySum(floor)), of: owner)
    }
    model.contribute(HourlySum(available), to: \.synchronous, of: owner)
    finish(gross: gross, steam: gross, burnt: burnt, in: &model)
  }

  /// Records and charges what was made; emissions and variable cost follow the steam, as the fuel does.
  private func finish(
    gross: HourlySum,
    steam: HourlySum,
    burnt: HourlySum,
    unpriced: HourlySum = HourlySum(),
    in model: inout DispatchModel
  ) {
    model.record(.gross, of: owner, gross)
    model.record(.sulphurDioxide, of: owner, sulphurDioxide * steam)
    model.record(.nitrogenOxides, of: owner, nitrogenOxides * steam)
    let taken = model.burn(
      fuel,
      burnt,
      of: owner,
      unpriced: unpriced,
      capture: capture,
      most: mostBurnt
    )
    model.charge(.operation, .constant(variableCost), for: steam, of: owner)
    model.inject((1 - ownUse) * gross - taken, of: owner)
  }

  /// The most fuel that can be burnt in an hour, tce: rated output, a start and all output forgone.
  private var mostBurnt: HourlyValue {
    let running = noLoadFuel + incrementalFuel + startFuel
    let forgone = tiers.reduce(HourlyValue.constant(0)) { $0 + $1.extraFuel * $1.baseline }
    return forgone.map { running + $0 } * available
  }
}
