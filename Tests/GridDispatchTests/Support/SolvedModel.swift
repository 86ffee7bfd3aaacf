import Grid

@testable import GridDispatch

/// A solved model whose numbers are rounded, so that they compare with those solved by hand.
struct SolvedModel {
  let grid: GridModel
  let result: DispatchResult

  /// The schedule.
  var schedule: Schedule { result.schedule }
  /// The cost of the schedule.
  var cost: Double { rounded(result.cost) }
  /// The price of the zone in each hour.
  var price: [Double] { values(.price, of: SmallModel.zone) }
  /// Demand not served in each hour.
  var unserved: [Double] { values(.unserved, of: SmallModel.zone) }

  /// Net injection of an asset, or of one part as `asset.part`.
  func power(_ label: String) -> [Double] { values(.power, of: label) }

  /// A quantity of an asset, part or zone in each hour; empty where it has none.
  func values(_ quantity: ResultQuantity, of label: String) -> [Double] {
    schedule.series(of: quantity).first { $0.label == label }?.values.map(rounded) ?? []
  }

  /// The cost of a kind.
  func cost(of kind: CostKind) -> Double { rounded(result.cost(of: kind)) }

  /// The verdict on a goal.
  func verdict(_ id: String) -> GoalVerdict? { result.verdicts.first { $0.goal.id == id } }
}

/// A number to six decimals, without a negative zero.
func rounded(_ number: Double) -> Double {
  let result = (number * 1e6).rounded() / 1e6
  return result == 0 ? 0 : result
}
