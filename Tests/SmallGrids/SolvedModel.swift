package import GridDispatch
package import GridFormulation
package import GridGoals
import Tables

/// A solved model whose numbers are rounded, so that they compare with those solved by hand.
package struct SolvedModel {
  package let grid: GridModel
  package let result: JudgedResult

  /// The schedule.
  package var schedule: Schedule { result.schedule }
  /// The cost of the schedule.
  package var cost: Double { rounded(result.cost) }
  /// The price of the zone in each hour.
  package var price: [Double] { values(.price, of: SmallModel.zone) }
  /// Demand not served in each hour.
  package var unserved: [Double] { values(.unserved, of: SmallModel.zone) }

  /// Net injection of an asset, or of one part as `asset.part`.
  package func power(_ label: String) -> [Double] { values(.power, of: label) }

  /// A quantity of an asset, part or zone in each hour; empty where it has none.
  package func values(_ quantity: ResultQuantity, of label: String) -> [Double] {
    schedule.series(of: quantity).first { $0.label == label }?.values.map(rounded) ?? []
  }

  /// The cost of a kind.
  package func cost(of kind: CostKind) -> Double { rounded(result.cost(of: kind)) }

  /// The verdict on a goal.
  package func verdict(_ id: String) -> GoalVerdict? { result.verdicts.first { $0.goal.id == id } }
}

/// A number to six decimals, without a negative zero.
package func rounded(_ number: Double) -> Double {
  let result = (number * 1e6).rounded() / 1e6
  return result == 0 ? 0 : result
}
