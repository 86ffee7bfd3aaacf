package import Hourly
import LinearProgramming
import Tables

/// What zones, goals and assets add to the sums that all have in common: objective, results, sums of zones.
extension DispatchModel {
  /// What an asset that has formulated before injects, all its parts together.
  package func output(of asset: String) -> HourlySum {
    records.reduce(HourlySum()) { sum, record in
      record.quantity == .power && record.owner.name == asset ? sum + record.sum : sum
    }
  }

  /// Adds to a sum that a balance or policy of the owner's zone uses.
  package mutating func contribute(
    _ sum: HourlySum,
    to path: WritableKeyPath<ZoneSums, HourlySum>,
    of owner: Owner
  ) {
    guard let zone = zoneIndex(owner.zone) else { return }
    sums[zone][keyPath: path] += sum
  }

  /// A result of an asset that has formulated.
  package func recorded(_ quantity: ResultQuantity, of owner: Owner) -> HourlySum {
    records.last { $0.quantity == quantity && $0.owner == owner }?.sum ?? HourlySum()
  }

  /// What an asset that has formulated takes off the grid.
  package func takenOffGrid(by asset: String) -> HourlySum {
    takenOffGrid[asset] ?? HourlySum()
  }

  /// The value of every column when all assets are at rest.
  package func columnsAtRest(_ count: Int) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    for family in resting {
      for step in steps { values[family.first + step] = family.values[step] }
    }
    return values
  }

  /// Adds a price times an expression to the objective.
  package mutating func charge(
    _ kind: CostKind,
    _ price: HourlyValue,
    for sum: HourlySum,
    of owner: Owner
  ) {
    charge(kind, price, for: sum, weight: 1, shares: [(owner, sum)])
  }

  /// Adds a price times a weighed expression to the objective, told of each owner by its share.
  mutating func charge(
    _ kind: CostKind,
    _ price: HourlyValue,
    for sum: HourlySum,
    weight: Double,
    shares: [(owner: Owner, sum: HourlySum)]
  ) {
    guard !price.isEverywhere(0) else { return }
    for (owner, share) in shares {
      charges.append(Charge(kind: kind, owner: owner, price: price, sum: share))
    }
    for term in sum.terms {
      for step in term.lag..<max(horizon.hours, term.lag) {
        builder.addCost(
          weight * price[step] * term.coefficient[step],
          column: term.column(at: step)
        )
      }
    }
    for step in steps { builder.addConstant(weight * price[step] * sum.constant[step]) }
  }

  /// Drops every cost and tie-break and minimises the sum of an expression over all hours instead.
  package mutating func replaceObjective(by sum: HourlySum) {
    builder.clearObjective()
    (charges, ties) = ([], [])
    charge(.operation, 1, for: sum, of: Owner("objective", zone: ""))
  }

  /// Makes an expression a result series.
  package mutating func record(_ quantity: ResultQuantity, of owner: Owner, _ sum: HourlySum) {
    records.append(Record(quantity: quantity, owner: owner, sum: sum))
  }

  /// Remembers a unit that could fail, for the reserve that covers the largest.
  mutating func noteUnit(of size: Double, in zone: String) {
    guard let index = zoneIndex(zone) else { return }
    sums[index].largestUnit = max(sums[index].largestUnit, size)
  }

  private func zoneIndex(_ name: String) -> Int? { sums.firstIndex { $0.zone == name } }
}
