package import Hourly

/// A group of like thermal units with linear commitment: what coal, gas and CHP share.
///
/// What is online follows ``UnitCommitment``, with `f·c[t] ≤ u[t] ≤ c[t]` for the available capacity c and the share f
/// that must run, both of gross capacity. From gross output p and output above the minimum a follow fuel, cost,
/// emissions and, with heat, what ``HeatExtraction`` says;
///
///     d_k[t] ≥ (B_k[t]−m)·u[t] − a[t]                        output forgone below the baseline of tier k
///
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

  /// What of the units is online, with all that follows from it.
  private var commitment: UnitCommitment {
    UnitCommitment(
      owner: owner,
      capacity: available,
      online: .decided(from: minimumOnline * available, to: available),
      minimum: .constant(minimumOutput),
      maximum: 1,
      rampUp: ramp,
      rampDown: ramp,
      startOutput: startOutput,
      shutdownOutput: shutdownOutput,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      startCost: startCost,
      tellsStarts: true,
      providesReserve: providesReserve,
      ownUse: ownUse
    )
  }

  /// Writes the units to the program.
  package func formulate(in model: inout DispatchModel) {
    switch model.detail {
    case .linear: formulateCommitment(in: &model)
    case .none: formulateOutput(in: &model)
    }
  }

  private func formulateCommitment(in model: inout DispatchModel) {
    let commitment = commitment
    let online = commitment.declareOnline(in: &model)
    let above = model.variable("above minimum", of: owner, to: span * available)
    let states = commitment.states(of: online, in: &model)
    var held = HeldReserve(sharesRamp: model.setting.reserve(in: owner.zone).sharesRamp)
    // Ramps stand beside the states; those that reserve shares follow what is held.
    if !held.sharesRamp { commitment.requireRamps(of: above, states, held: held, in: &model) }
    let steam = minimumOutput * online + above
    let given = heat?.extract(from: self, in: &model) ?? ExtractedHeat()
    let running = noLoadFuel * online + incrementalFuel * steam + startFuel * states.started
    let extra = forgo(online: online, above: above, lost: given.lostPower, in: &model)
    commitment.tell(states, in: &model)
    model.contribute(online, to: \.synchronous, of: owner)
    held = commitment.holdReserve(above: above, states, beside: given.limits, in: &model)
    if held.sharesRamp { commitment.requireRamps(of: above, states, held: held, in: &model) }
    commitment.requireRoom(above, states, held: held, in: &model)
    commitment.require(given.limits, of: steam, online: online, held: held, in: &model)
    let (gross, burnt) = (steam - given.lostPower, running + extra.fuel)
    finish(gross: gross, steam: steam, burnt: burnt, unpriced: extra.unpriced, in: &model)
  }

  private func formulateOutput(in model: inout DispatchModel) {
    let floor = minimumOutput * (minimumOnline * available)
    let steam = model.variable("output", of: owner, from: floor, to: available)
    let given = heat?.extract(from: self, in: &model) ?? ExtractedHeat()
    let held = commitment.holdReserve(
      of: steam,
      from: floor,
      to: available,
      beside: given.limits,
      isFollowed: false,
      in: &model
    )
    let kept = given.limits.filter(\.holdsForAnyShare)
    commitment.require(kept, of: steam, online: HourlySum(available), held: held, in: &model)
    heat?.requireFloor(of: steam, given.heat, held: held, of: owner, in: &model)
    model.contribute(HourlySum(available), to: \.synchronous, of: owner)
    let burnt = (noLoadFuel + incrementalFuel) * steam
    finish(gross: steam - given.lostPower, steam: steam, burnt: burnt, in: &model)
  }

  /// Declares what is forgone below each baseline; returns the extra fuel, and what of it a bid pays for.
  private func forgo(
    online: HourlySum,
    above: HourlySum,
    lost: HourlySum,
    in model: inout DispatchModel
  ) -> (fuel: HourlySum, unpriced: HourlySum) {
    var (fuel, unpriced) = (HourlySum(), HourlySum())
    let least = heat?.leastPower ?? minimumOutput
    for (index, tier) in tiers.enumerated() {
      let most = tier.baseline.map { $0 - least > 1e-9 ? $0 - least : 0 }
      guard !most.isEverywhere(0) else { continue }
      let forgone = model.variable("forgone \(index + 1)", of: owner, to: most * available)
      let depth = tier.baseline.map { max($0, least) - minimumOutput }
      let below = depth * online - above + lost
      model.require("deep tier \(index + 1)", of: owner, forgone >= below)
      model.define(forgone, asExcessOf: below)
      model.record(.deepTier(index + 1), of: owner, forgone)
      let price = tier.bid ?? .constant(tier.wear)
      model.charge(tier.bid == nil ? .deepPeak : .deepPeakBid, price, for: forgone, of: owner)
      if price.minimum(over: model.steps) <= 0, tier.bid != nil || tier.extraFuel == 0 {
        model.breakTie(.deepPeak, for: forgone, of: owner)
      }
      fuel += tier.extraFuel * forgone
      if tier.bid != nil { unpriced += tier.extraFuel * forgone }
    }
    if model.setting.deepPeak.isSettled, let first = tiers.first {
      model.record(.deepPeakBaseline, of: owner, first.baseline * online)
    }
    return (fuel, unpriced)
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
