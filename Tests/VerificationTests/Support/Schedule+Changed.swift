@testable import GridDispatch
@testable import GridFormulation

extension Schedule {
  /// The schedule with one number of the first series of a quantity changed.
  func changed(_ quantity: ResultQuantity, at step: Int, by amount: Double) -> Schedule {
    var copy = self
    if let index = copy.series.firstIndex(where: { $0.quantity == quantity }) {
      copy.series[index].values[step] += amount
    }
    return copy
  }
}
