import GridFormulation
import Tables

/// A plant between zones keeps its range and ramps, and gives each zone what its input yields.
extension Converter: CheckedAsset {
  func check(in examination: inout Examination) {
    let rated = capacity.megawatts
    guard rated > 0 else { return }
    let size = 1 + rated
    let input = examination.series(.flow, of: owner)
    examination.requireRange(
      "input range",
      of: owner,
      size: size,
      input,
      from: examination.values(of: minimumInput).map { $0 * rated },
      to: examination.values(of: maximumInput).map { $0 * rated }
    )
    for (rule, ramp, sign) in [("ramp up", rampUp, 1.0), ("ramp down", rampDown, -1.0)] {
      guard let ramp else { continue }
      examination.require(rule, of: owner, size: size, from: 1) {
        sign * (input[$0] - input[$0 - 1]) - ramp * rated
      }
    }
    let prices = examination.values(of: cost)
    examination.ledger.charge(.operation, of: name, prices: prices, for: input)
    var given: [(zone: String, power: [Double])] = [(from, input.map(-))]
    for (zone, efficiency) in [
      (to, efficiency), (to2, efficiency2), (to3, efficiency3), (to4, efficiency4),
    ] where !zone.isEmpty {
      let share = examination.values(of: efficiency)
      let power = zip(share, input).map(*)
      if let index = given.firstIndex(where: { $0.zone == zone }) {
        ZoneTotals.add(power, to: &given[index].power)
      } else {
        given.append((zone, power))
      }
    }
    for (zone, power) in given {
      let told = examination.injection(of: end(zone))
      let largest = power.reduce(size) { max($0, abs($1)) }
      examination.identify("power at \(zone)", of: owner, size: largest) { told[$0] - power[$0] }
    }
  }
}
