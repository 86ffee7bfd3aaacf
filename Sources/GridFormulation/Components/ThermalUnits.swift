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
  package func formulate(in desk: inout Desk) {
    switch desk.detail {
    case .linear: formulateCommitment(in: &desk)
    case .none: formulateOutput(in: &desk)
    }
  }

  private func formulateCommitment(in desk: inout Desk) {
    let commitment = commitment
    let online = commitment.declareOnline(in: &desk)
    let above = desk.variable("above minimum", to: span * available)
    let states = commitment.states(of: online, in: &desk)
    var held = HeldReserve(sharesRamp: desk.reserve.sharesRamp)
    // Ramps stand beside the states; those that reserve shares follow what is held.
    if !held.sharesRamp { commitment.requireRamps(of: above, states, held: held, in: &desk) }
    let steam = minimumOutput * online + above
    let given = heat?.extract(from: self, in: &desk) ?? ExtractedHeat()
    let running = noLoadFuel * online + incrementalFuel * steam + startFuel * states.started
    let extra = forgo(online: online, above: above, lost: given.lostPower, in: &desk)
    commitment.tell(states, in: &desk)
    desk.contribute(online, to: \.synchronous)
    held = commitment.holdReserve(above: above, states, beside: given.limits, in: &desk)
    if held.sharesRamp { commitment.requireRamps(of: above, states, held: held, in: &desk) }
    commitment.requireRoom(above, states, held: held, in: &desk)
    commitment.require(given.limits, of: steam, online: online, held: held, in: &desk)
    let (gross, burnt) = (steam - given.lostPower, running + extra.fuel)
    finish(gross: gross, steam: steam, burnt: burnt, unpriced: extra.unpriced, in: &desk)
  }

  private func formulateOutput(in desk: inout Desk) {
    let floor = minimumOutput * (minimumOnline * available)
    let steam = desk.variable("output", from: floor, to: available)
    let given = heat?.extract(from: self, in: &desk) ?? ExtractedHeat()
    let held = commitment.holdReserve(
      of: steam,
      from: floor,
      to: available,
      beside: given.limits,
      isFollowed: false,
      in: &desk
    )
    let kept = given.limits.filter(\.holdsForAnyShare)
    commitment.require(kept, of: steam, online: HourlySum(available), held: held, in: &desk)
    heat?.requireFloor(of: steam, given.heat, held: held, in: &desk)
    desk.contribute(HourlySum(available), to: \.synchronous)
    let burnt = (noLoadFuel + incrementalFuel) * steam
    finish(gross: steam - given.lostPower, steam: steam, burnt: burnt, in: &desk)
  }

  /// Declares what is forgone below each baseline; returns the extra fuel, and what of it a bid pays for.
  private func forgo(
    online: HourlySum,
    above: HourlySum,
    lost: HourlySum,
    in desk: inout Desk
  ) -> (fuel: HourlySum, unpriced: HourlySum) {
    var (fuel, unpriced) = (HourlySum(), HourlySum())
    let least = heat?.leastPower ?? minimumOutput
    for (index, tier) in tiers.enumerated() {
      let most = tier.baseline.map { $0 - least > 1e-9 ? $0 - least : 0 }
      guard !most.isEverywhere(0) else { continue }
      let forgone = desk.variable("forgone \(index + 1)", to: most * available)
      let depth = tier.baseline.map { max($0, least) - minimumOutput }
      let below = depth * online - above + lost
      desk.require("deep tier \(index + 1)", forgone >= below)
      desk.define(forgone, asExcessOf: below)
      desk.record(.deepTier(index + 1), forgone)
      let price = tier.bid ?? .constant(tier.wear)
      desk.charge(tier.bid == nil ? .deepPeak : .deepPeakBid, price, for: forgone)
      if price.minimum(over: desk.steps) <= 0, tier.bid != nil || tier.extraFuel == 0 {
        desk.breakTie(.deepPeak, for: forgone)
      }
      fuel += tier.extraFuel * forgone
      if tier.bid != nil { unpriced += tier.extraFuel * forgone }
    }
    if desk.setting.deepPeak.isSettled, let first = tiers.first {
      desk.record(.deepPeakBaseline, first.baseline * online)
    }
    return (fuel, unpriced)
  }

  /// Records and charges what was made; emissions and variable cost follow the steam, as the fuel does.
  private func finish(
    gross: HourlySum,
    steam: HourlySum,
    burnt: HourlySum,
    unpriced: HourlySum = HourlySum(),
    in desk: inout Desk
  ) {
    desk.record(.gross, gross)
    desk.record(.sulphurDioxide, sulphurDioxide * steam)
    desk.record(.nitrogenOxides, nitrogenOxides * steam)
    let taken = desk.burn(
      fuel,
      burnt,
      unpriced: unpriced,
      capture: capture,
      most: mostBurnt
    )
    desk.charge(.operation, .constant(variableCost), for: steam)
    desk.inject((1 - ownUse) * gross - taken)
  }

  /// The most fuel that can be burnt in an hour, tce: rated output, a start and all output forgone.
  private var mostBurnt: HourlyValue {
    let running = noLoadFuel + incrementalFuel + startFuel
    let forgone = tiers.reduce(HourlyValue.constant(0)) { $0 + $1.extraFuel * $1.baseline }
    return forgone.map { running + $0 } * available
  }
}
