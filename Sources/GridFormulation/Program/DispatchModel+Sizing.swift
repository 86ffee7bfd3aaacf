import Hourly
import LinearProgramming

/// Assets whose size is a decision.
///
/// What an asset may do is a set of linear rules, `A·y ≤ b` with bounds on y. Of the size s, a number from 0 on, it
/// may do what `A·y ≤ s·b` allows, bounds included: half the plant has half of every limit and no other
/// efficiency. So every asset can be sized, and none needs to know of it. The size is one decision for all hours.
extension DispatchModel {
  /// Formulates an asset in a size that is a decision, such as `1 − x` or `x`.
  package mutating func formulate(_ asset: any Asset, sizedBy size: HourlySum) {
    let (firstColumn, firstRow) = (builder.columnCount, builder.rowCount)
    self.size = size
    asset.formulate(in: &self)
    self.size = nil
    let capacity = asset.facts.capacity
    var sized = sizedCapacities[asset.name] ?? (capacity: HourlySum(), most: 0)
    sized.capacity += capacity * size
    sized.most += capacity
    sizedCapacities[asset.name] = sized
    builder.sizeBounds(
      columnsFrom: firstColumn,
      rowsFrom: firstRow,
      by: size.terms.map { ($0.firstColumn, $0.coefficient[0]) },
      plus: size.constant[0]
    )
  }

  /// An expression with its constant in the size of the asset that is being formulated.
  func sized(_ sum: HourlySum) -> HourlySum {
    guard let size, !sum.constant.isEverywhere(0) else { return sum }
    return HourlySum(terms: sum.terms) + sum.constant * size
  }
}
