import GridFormulation
import Hourly
import Tables

/// Load drops out within its steps, each at its price.
extension PriceResponsiveLoad: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    steps.steps.reduce(0) { $0 + $1.power * setting.value(of: availability)[step] }
  }

  func offGrid(in examination: inout Examination) -> [Double] {
    let power = examination.seriesIfPresent(.power, of: owner) ?? []
    guard !isInLoad else { return power }
    let running = examination.values(of: availability)
    return power.indices.map { power[$0] + steps.power * running[$0] }
  }

  func check(in examination: inout Examination) {
    guard steps.power > 0 else { return }
    let size = 1 + steps.power
    let running = examination.values(of: availability)
    let power = examination.injection(of: owner)
    var expected = running.map { isInLoad ? 0 : -steps.power * $0 }
    for (index, step) in steps.steps.enumerated() {
      let part = owner(ofStep: index + 1)
      let reduced = examination.series(.reduced, of: part)
      examination.requireRange(
        "reduced",
        of: part,
        size: size,
        reduced,
        from: running.map { _ in 0 },
        to: running.map { step.power * $0 }
      )
      ZoneTotals.add(reduced, to: &expected)
      examination.ledger.charge(.demandResponse, of: name, price: step.price, for: reduced)
    }
    examination.identify("power", of: owner, size: size) { power[$0] - expected[$0] }
  }
}
