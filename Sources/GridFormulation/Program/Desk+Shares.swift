package import Hourly
import LinearProgramming
import Tables

/// What the owner adds to the sums that all have in common: balances, reserve, objective, results.
extension Desk {
  /// Injects power into the owner's zone, after own use; withdrawals are negative.
  package mutating func inject(_ sum: HourlySum) {
    guard isInZone else { return }
    contribute(sum, to: \.injection)
    record(.power, sum)
  }

  /// Gives heat to a heat zone; heat taken from it is negative.
  package mutating func giveHeat(_ sum: HourlySum, to heatZone: String) {
    let given = weight * sized(sum)
    program.heat[heatZone, default: HourlySum()] += given
    record(.heat, sum)
  }

  /// Offers reserve to the owner's zone.
  package mutating func offer(_ direction: ReserveDirection, _ sum: HourlySum) {
    guard isInZone else { return }
    switch direction {
    case .up:
      contribute(sum, to: \.reserveUp)
      record(.reserveUp, sum)
    case .down:
      contribute(sum, to: \.reserveDown)
      record(.reserveDown, sum)
    }
  }

  /// Adds to a sum that a balance or policy of the zone uses.
  package mutating func contribute(
    _ sum: HourlySum,
    to path: WritableKeyPath<ZoneSums, HourlySum>
  ) {
    let sum = sized(sum)
    program.contribute(weight * sum, to: path, of: owner)
  }

  /// Takes load off the grid, what is made up for deducted.
  package mutating func takeOffGrid(_ sum: HourlySum) {
    let sum = sized(sum)
    program.contribute(weight * sum, to: \.takenOffGrid, of: owner)
    program.takenOffGrid[owner.name, default: HourlySum()] += sum
  }

  /// Adds a price times an expression to the objective.
  package mutating func charge(_ kind: CostKind, _ price: HourlyValue, for sum: HourlySum) {
    let sum = sized(sum)
    program.charge(kind, price, for: sum, weight: weight, shares: shares(of: sum))
  }

  /// Asks for no more of an expression than must be, among schedules of one cost.
  package mutating func breakTie(_ kind: TieBreak, for sum: HourlySum) {
    let sum = sized(sum)
    program.breakTie(kind, for: sum, weight: weight, shares: shares(of: sum))
  }

  /// Makes an expression a result series.
  package mutating func record(_ quantity: ResultQuantity, _ sum: HourlySum) {
    let sum = sized(sum)
    for (owner, share) in shares(of: sum) { program.record(quantity, of: owner, share) }
  }

  /// Adds a line or transformer: what flows in at one end and out at the other, losses shared by both.
  package mutating func connect(_ branch: Branch, loss: HourlySum = HourlySum()) {
    program.branches.append(branch)
    let ends = [(branch.from, HourlyValue.constant(-1)), (branch.to, 1)]
    for (name, sign) in ends {
      program.contribute(sign * branch.flow - 0.5 * loss, to: \.lines, of: .zone(name))
    }
    record(.flow, branch.flow)
  }

  /// Remembers a unit that could fail, for the reserve that covers the largest.
  package mutating func noteUnit(of size: Double, isPresent: Bool) {
    guard isPresent else { return }
    program.noteUnit(of: size, in: owner.zone)
  }
}

/// What others have written before.
extension Desk {
  /// What an asset that has formulated before injects, all its parts together.
  package func output(of asset: String) -> HourlySum { program.output(of: asset) }

  /// A result of an asset that has formulated.
  package func recorded(_ quantity: ResultQuantity, of owner: Owner) -> HourlySum {
    program.recorded(quantity, of: owner)
  }

  /// A result of the owner's that it has written.
  package func recorded(_ quantity: ResultQuantity) -> HourlySum {
    program.recorded(quantity, of: owner)
  }

  /// What an asset that has formulated takes off the grid.
  package func takenOffGrid(by asset: String) -> HourlySum { program.takenOffGrid(by: asset) }
}

/// Sizes and likes.
extension Desk {
  private var isInZone: Bool { program.sums.contains { $0.zone == owner.zone } }

  /// How much the owner counts, with the assets alike that it stands for.
  private var weight: Double { likes.isEmpty ? 1 : likes.reduce(0) { $0 + $1.weight } }

  /// An expression with its constant in the size of the asset.
  private mutating func sized(_ sum: HourlySum) -> HourlySum {
    if let moved = moving?.moved(sum) { return moved }
    guard let size, !sum.constant.isEverywhere(0) else { return sum }
    return HourlySum(terms: sum.terms) + sum.constant * size
  }

  /// The owner in each of the assets that it stands for, with its share of an expression.
  private func shares(of sum: HourlySum) -> [(owner: Owner, sum: HourlySum)] {
    guard !likes.isEmpty else { return [(owner, sum)] }
    return likes.map { like in
      let owner = Owner(like.name, part: owner.part, zone: owner.zone)
      return (owner, like.weight == 1 ? sum : like.weight * sum)
    }
  }
}
