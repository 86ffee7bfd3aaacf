package import GridFormulation
import Hourly
import Tables

extension SmallModel {
  /// Adds 100 MW at 20 a MWh, changed as asked.
  package mutating func addGenerator(_ change: (inout Generator) -> Void = { _ in }) {
    add(Generator.self) {
      $0.name = "plant"
      $0.capacity = Power(megawatts: 100)
      $0.marginalCost = .constant(20)
      change(&$0)
    }
  }

  /// A plant of 100 MW with commitment beside power that can be bought at a price in each hour.
  package static func committed(
    load: [Double],
    importAt prices: [Double],
    _ change: (inout Generator) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices)
    model.addGenerator {
      $0.commitment = .linear
      change(&$0)
    }
    return model
  }
}
