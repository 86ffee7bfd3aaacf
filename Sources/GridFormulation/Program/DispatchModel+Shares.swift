package import Hourly
import LinearProgramming
import Tables

/// What an asset adds to the sums that all have in common: balances, reserve, objective, results.
extension DispatchModel {
  /// Injects power into the asset's zone, after own use; withdrawals are negative.
  package mutating func inject(_ sum: HourlySum, of owner: Owner) {
    guard let zone = zoneIndex(owner.zone) else { return }
    sums[zone].injection += weight(of: owner) * sized(sum)
    record(.power, of: owner, sum)
  }

  /// Gives heat to a heat zone; heat taken from it is negative.
  package mutating func giveHeat(_ sum: HourlySum, to heatZone: String, of owner: Owner) {
    heat[heatZone, default: HourlySum()] += weight(of: owner) * sized(sum)
    record(.heat, of: owner, sum)
  }

  /// What an asset that has formulated before injects, all its parts together.
  package func output(of asset: String) -> HourlySum {
    records.reduce(HourlySum()) { sum, record in
      record.quantity == .power && record.owner.name == asset ? sum + record.sum : sum
    }
  }

  /// Offers reserve to the asset's zone.
  package mutating func offer(
    _ direction: ReserveDirection,
    _ sum: HourlySum,
    of owner: Owner
  ) {
    guard let zone = zoneIndex(owner.zone) else { return }
    switch direction {
    case .up:
      sums[zone].reserveUp += weight(of: owner) * sized(sum)
      record(.reserveUp, of: owner, sum)
    case .down:
      sums[zone].reserveDown += weight(of: owner) * sized(sum)
      record(.reserveDown, of: owner, sum)
    }
  }

  /// Adds to a sum that a balance or policy of the zone uses.
  package mutating func contribute(
    _ sum: HourlySum,
    to path: WritableKeyPath<ZoneSums, HourlySum>,
    of owner: Owner
  ) {
    guard let zone = zoneIndex(owner.zone) else { return }
    sums[zone][keyPath: path] += weight(of: owner) * sized(sum)
  }

  /// Takes load off the grid, what is made up for deducted.
  package mutating func takeOffGrid(_ sum: HourlySum, of owner: Owner) {
    contribute(sum, to: \.takenOffGrid, of: owner)
    takenOffGrid[owner.name, default: HourlySum()] += sized(sum)
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
    guard !price.isEverywhere(0) else { return }
    let sum = sized(sum)
    for (like, sum) in likes(of: owner, each: sum) {
      charges.append(Charge(kind: kind, owner: like, price: price, sum: sum))
    }
    let weight = weight(of: owner)
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

  /// Adds a line or transformer: what flows in at one end and out at the other, losses shared by both.
  package mutating func connect(_ branch: Branch, loss: HourlySum = HourlySum()) {
    branches.append(branch)
    let ends = [(branch.from, HourlyValue.constant(-1)), (branch.to, 1)]
    for (name, sign) in ends {
      guard let zone = zoneIndex(name) else { continue }
      sums[zone].lines += sign * branch.flow - 0.5 * loss
    }
    record(.flow, of: branch.owner, branch.flow)
  }

  /// Makes an expression a result series.
  package mutating func record(_ quantity: ResultQuantity, of owner: Owner, _ sum: HourlySum) {
    let sum = sized(sum)
    for (like, sum) in likes(of: owner, each: sum) {
      records.append(Record(quantity: quantity, owner: like, sum: sum))
    }
  }

  /// How much an owner counts, with the assets alike that it stands for.
  func weight(of owner: Owner) -> Double {
    likes[owner.name]?.reduce(0) { $0 + $1.weight } ?? 1
  }

  /// The owner in each of the assets that it stands for, with its share of an expression.
  func likes(
    of owner: Owner,
    each sum: HourlySum
  ) -> [(owner: Owner, sum: HourlySum)] {
    guard let likes = likes[owner.name] else { return [(owner, sum)] }
    return likes.map { like in
      let owner = Owner(like.name, part: owner.part, zone: owner.zone)
      return (owner, like.weight == 1 ? sum : like.weight * sum)
    }
  }

  /// Remembers a unit that could fail, for the reserve that covers the largest.
  package mutating func noteUnit(of size: Double, isPresent: Bool, in zone: String) {
    guard isPresent, let index = sums.firstIndex(where: { $0.zone == zone }) else { return }
    sums[index].largestUnit = max(sums[index].largestUnit, size)
  }

  private func zoneIndex(_ name: String) -> Int? { sums.firstIndex { $0.zone == name } }
}
