import GridFormulation

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
  }

  private let options: [CapacityOption]
  private let pairs: [Pair]

  init(_ options: [CapacityOption]) {
    self.options = options
    // What one option is needed for must stay as large as the other one.
    let tied = Set(options.compactMap(\.needs) + options.filter { $0.needs != nil }.map(\.name))
    let free = options.indices.filter { index in
      !options[index].isConversion && !tied.contains(options[index].name)
    }
    let byAsset = Dictionary(grouping: free) { options[$0].asset }
    pairs = byAsset.keys.sorted().flatMap { asset in
      let own = byAsset[asset] ?? []
      return own.flatMap { first in
        own.filter { $0 > first }.compactMap { second in
          Self.ratio(options[first], options[second]).map {
            Pair(first: first, second: second, ratio: $0)
          }
        }
      }
    }
  }

  /// Shares without what is taken and undone at once.
  func settled(_ shares: [Double]) -> [Double] {
    var shares = shares
    for pair in pairs {
      let spare = [pair.first, pair.second].map { max(0, shares[$0] - options[$0].extent.least) }
      let undone = min(spare[0], pair.ratio * spare[1])
      // What is left is exactly what was there where all of it goes.
      shares[pair.first] -= undone
      shares[pair.second] =
        undone == pair.ratio * spare[1]
        ? options[pair.second].extent.least : shares[pair.second] - undone / pair.ratio
    }
    return shares
  }

  /// How much of the first a share of 1 of the second undoes; nil where it does not, or earns by it.
  private static func ratio(_ first: CapacityOption, _ second: CapacityOption) -> Double? {
    guard first.changes.count == second.changes.count, let lead = first.changes.first,
      isNear(unit(first), unit(second))
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
