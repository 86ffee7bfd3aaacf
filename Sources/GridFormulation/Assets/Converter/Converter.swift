package import Hourly
package import Tables

/// A plant that turns the energy of one zone into that of others: a gas turbine, a heat pump, an electrolyser.
///
/// Zones then stand for energy of one kind each, such as gas, power and heat. With input p and up to four
/// outputs k, in every hour t:
///
///     A·m[t] ≤ p[t] ≤ A·M[t]
///     at `from`:  − p[t]        at output k:  η_k[t]·p[t]
///     p[t] − p[t−1] ≤ R⁺·A,   p[t−1] − p[t] ≤ R⁻·A          with ramp limits
///
/// It costs c[t]·p[t]. An output below 0 is taken there, too: the power of a pump, the CO2 that a plant draws.
/// Input below 0 runs it backward, which is allowed where nothing is gained by it: at an efficiency of 1.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// A | `capacity` | MW of input | – | data of the system
/// m, M | `minimumInput`, `maximumInput` | pu | 0, 1 | data of the system
/// η | `efficiency`, `efficiency2` … | MW per MW of input | 1, 0 | data of the system
/// c | `cost` | currency/MWh of input | 0 | data of the system
/// R⁺, R⁻ | `rampUp`, `rampDown` | pu/h | none | data of the system
package struct Converter: Expandable {
  package static let type = AssetType(
    name: "converters",
    summary: "A plant that turns one zone's energy into another's: fuel to power, power to heat."
  )

  package var name = ""
  package var from = ""
  package var to = ""
  package var capacity = Power(megawatts: 0)
  package var minimumInput = Profile.constant(0)
  package var maximumInput = Profile.constant(1)
  package var efficiency = Profile.constant(1)
  package var to2 = ""
  package var efficiency2 = Profile.constant(0)
  package var to3 = ""
  package var efficiency3 = Profile.constant(0)
  package var to4 = ""
  package var efficiency4 = Profile.constant(0)
  package var cost = Profile.constant(0)
  package var rampUp: Double?
  package var rampDown: Double?
  package var carrier: String?
  package var fixedCost = 0.0
  package var expansion = Expansion()

  package init() {}

  package var zone: String {
    get { from }
    set { from = newValue }
  }

  package var zones: [ZoneUse] {
    [ZoneUse("from", from), ZoneUse("to", to)]
      + [("to_2", to2), ("to_3", to3), ("to_4", to4)]
      .filter { !$0.1.isEmpty }.map { ZoneUse($0.0, $0.1) }
  }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .converter,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: expansion.capitalCost / 1000
    )
  }

  /// What an MW of input gives each zone, MW; below 0 where it is taken.
  package func yields(in setting: Setting) -> [(zone: String, share: HourlyValue)] {
    var yields: [(zone: String, share: HourlyValue)] = [(from, -1)]
    for (zone, profile) in [
      (to, efficiency), (to2, efficiency2), (to3, efficiency3), (to4, efficiency4),
    ] where !zone.isEmpty {
      let share = setting.value(of: profile)
      if let index = yields.firstIndex(where: { $0.zone == zone }) {
        yields[index].share = yields[index].share + share
      } else {
        yields.append((zone, share))
      }
    }
    return yields
  }

  package var partNames: [String] { zones.map(\.name) }

  /// The part at one of its zones, as the owner of what it does there.
  package func end(_ zone: String) -> Owner { Owner(name, part: zone, zone: zone) }

  package func formulate(in desk: inout Desk) {
    let rated = capacity.megawatts
    guard rated > 0 else { return }
    let setting = desk.setting
    let input = desk.variable(
      "input",
      from: rated * setting.value(of: minimumInput),
      to: rated * setting.value(of: maximumInput)
    )
    for (rule, ramp, change) in [
      ("ramp up", rampUp, input - input.before), ("ramp down", rampDown, input.before - input),
    ] {
      guard let ramp else { continue }
      desk.require(rule, change <= HourlySum(.constant(ramp * rated)), from: 1)
    }
    desk.record(.flow, input)
    desk.charge(.operation, setting.value(of: cost), for: input)
    for (zone, share) in yields(in: setting) {
      desk.part(zone, in: zone) { $0.inject(share * input) }
    }
  }
}
