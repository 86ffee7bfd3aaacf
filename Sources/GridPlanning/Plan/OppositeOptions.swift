import GridFormulation
import GridGoals

/// Options that undo each other: what one adds to an asset, the other takes away.
///
/// Where a MW costs as much as it saves, a program is free to build and to retire it at once. A plan takes the
/// difference: the same grid for no more.
struct OppositeOptions {
  /// Two options; a share of 1 of the second undoes `ratio` of the first.
  private struct Pair {
    let first: Int
    let second: Int
    let ratio: Double
    /// The whole part in which they undo each other, as a share of the first; 0 where it is any.
    let part: Double
  }

  private let options: [CapacityOption]
  private let ties: [SizedGrid.Tie]
  private let pairs: [Pair]

  /// - Parameters:
  ///   - options: The options.
  ///   - ties: What they ask of each other, which still holds when less of two is taken.
  init(_ options: [CapacityOption], ties: [SizedGrid.Tie] = []) {
    (self.options, self.ties) = (options, ties)
    let byAsset = Dictionary(grouping: options.indices.filter { !options[$0].isConversion }) {
      options[$0].asset
    }
    pairs = byAsset.keys.sorted().flatMap { asset in
      let own = byAsset[asset] ?? []
      return own.flatMap { first in
        own.filter { $0 > first }.compactMap { second in
          Self.ratio(options[first], options[second]).map { ratio in
            let parts = [options[first].extent.parts, options[second].extent.parts]
            return Pair(
              first: first,
              second: second,
              ratio: ratio,
              part: max(parts[0].map { 1 / $0 } ?? 0, parts[1].map { ratio / $0 } ?? 0)
            )
          }
        }
      }
    }
  }

  /// What a year a share of 1 of an option costs net of what undoes it in any part: the least that a part of a unit
  /// can cost, below 0 where it saves.
  func netCost(of option: Int) -> Double {
    let own = options[option].cost.perYear
    return pairs.reduce(own) { least, pair in
      guard pair.first == option || pair.second == option else { return least }
      let other = pair.first == option ? pair.second : pair.first
      guard options[other].extent.parts == nil else { return least }
      let ratio = pair.first == option ? 1 / pair.ratio : pair.ratio
      let net = own + ratio * options[other].cost.perYear
      return abs(net) < abs(least) ? net : least
    }
  }

  /// Shares without what is taken and undone at once, as far as whole parts and ties let it go.
  func settled(_ shares: [Double]) -> [Double] {
    var shares = shares
    for pair in pairs {
      let spare = [pair.first, pair.second].map { max(0, shares[$0] - options[$0].extent.least) }
      var undone = min(spare[0], pair.ratio * spare[1], room(for: pair, at: shares))
      if pair.part > 0 { undone = ((undone / pair.part + 1e-9).rounded(.down)) * pair.part }
      guard undone > 0 else { continue }
      // What is left is exactly what was there where all of it goes.
      shares[pair.first] =
        Self.isNear(undone, spare[0])
        ? options[pair.first].extent.least : shares[pair.first] - undone
      shares[pair.second] =
        Self.isNear(undone, pair.ratio * spare[1])
        ? options[pair.second].extent.least : shares[pair.second] - undone / pair.ratio
    }
    return shares
  }

  /// How much of the first can be undone until a tie binds: what another option needs, or the least of a sum.
  private func room(for pair: Pair, at shares: [Double]) -> Double {
    ties.reduce(.infinity) { least, tie in
      let rise = -tie.weights[pair.first] - tie.weights[pair.second] / pair.ratio
      guard rise > 0 else { return least }
      let taken = zip(tie.weights, shares).reduce(0) { $0 + $1.0 * $1.1 }
      return min(least, max(0, tie.most - taken) / rise)
    }
  }

  /// How much of the first a share of 1 of the second undoes; nil where it does not, or earns by it.
  private static func ratio(_ first: CapacityOption, _ second: CapacityOption) -> Double? {
    let units = (unit(first), unit(second))
    guard first.changes.count == second.changes.count, let lead = first.changes.first,
      units.0 == 0 || units.1 == 0 || isNear(units.0, units.1)
    else { return nil }
    func step(_ change: CapacityOption.Change?) -> Double {
      change.map { $0.after - $0.before } ?? 0
    }
    func step(_ option: CapacityOption, _ column: String) -> Double {
      step(option.changes.first { $0.column == column })
    }
    let ratio = -step(second, lead.column) / step(lead)
    guard ratio > 0, ratio.isFinite else { return nil }
    let isOpposite = first.changes.allSatisfy {
      isNear(-step(second, $0.column), ratio * step($0))
    }
    let saved = ratio * first.cost.perYear + second.cost.perYear
    guard isOpposite, saved >= -1e-9 * abs(second.cost.perYear) else { return nil }
    return ratio
  }

  /// The size of a whole part; 0 where any size can be taken.
  private static func unit(_ option: CapacityOption) -> Double {
    option.extent.parts.map { option.extent.full / $0 } ?? 0
  }

  private static func isNear(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(abs(one), abs(other))
  }
}
