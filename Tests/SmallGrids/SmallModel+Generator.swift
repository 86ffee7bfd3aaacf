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
}
