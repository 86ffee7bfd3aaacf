import Hourly
import LinearProgramming
import Tables

/// An asset of which options can be taken, each by a share that is a decision.
///
/// Where options add MW, MWh or units, the asset is written once and its limits move with the shares: a bound b of
/// the asset's program is `b(0) + Σ xₖ·bₖ`, found by writing it at several sizes and comparing. This is the asset
/// with the figures in between, exactly. Where units become others, or limits do not move along a line,
///
///     asset = (1 − Σ xₖ)·present + Σ xₖ·changedₖ,    xₖ ≥ 0,  Σ xₖ ≤ 1
///
/// and the parts run side by side, each with its share of all limits.
package struct SizedAsset {
  /// An option with its share.
  package struct Way {
    package let option: CapacityOption
    package let share: HourlySum

    package init(_ option: CapacityOption, share: HourlySum) {
      (self.option, self.share) = (option, share)
    }
  }

  /// How an asset is written.
  package enum Form: Sendable {
    /// Once, with limits that move with the shares.
    case moving
    /// As units that stay and units that change.
    case parts
    /// As parts side by side that do less together than the asset with the figures in between.
    case apart
  }

  let asset: any Asset
  let ways: [Way]

  package init(_ asset: any Asset, ways: [Way]) { (self.asset, self.ways) = (asset, ways) }
}

extension SizedAsset {
  /// Whether parts do together what the asset with the figures in between does: where units become others, and
  /// where all that says how much of it there is grows alike.
  fileprivate var isSumOfParts: Bool {
    ways.allSatisfy { way in
      if way.option.isConversion || way.option.changes.map(\.column) == ["units"] { return true }
      let factors = type(of: asset).amounts.compactMap { column -> Double? in
        let change = way.option.changes.first { $0.column == column }
        guard let now = change?.before ?? asset.number(of: column), now != 0 || change != nil else {
          return nil
        }
        let after = change?.after ?? now
        return now == 0 ? .infinity : after / now
      }
      return factors.allSatisfy { $0 == factors[0] }
    }
  }
}

extension Asset {
  /// The columns that say how much of the asset there is.
  fileprivate static var amounts: [String] {
    let prototype = Self()
    return columns.map(\.field.name).filter { prototype.sizing(of: $0) == .amount }
  }
}

extension DispatchModel {
  /// Formulates an asset with options, and says in which form.
  @discardableResult
  package mutating func formulate(_ sized: SizedAsset) -> SizedAsset.Form {
    let largest = sums.map(\.largestUnit)
    defer { forgetUnits(beyond: largest, of: sized) }
    let limits = MovingLimits(of: sized, like: self)
    let taken = sized.ways.reduce(HourlySum()) { $0 + $1.share }
    let sharesUnits = limits == nil || sized.ways.contains(where: \.option.isConversion)
    if sharesUnits, sized.ways.count > 1 {
      requireTotal(
        "shares of options",
        of: sized.asset.owner,
        taken,
        over: 0..<1,
        atMost: 1,
        isGlobal: true
      )
    }
    if let limits {
      limits.formulate(in: &self)
      return .moving
    }
    formulate(sized.asset, sizedBy: HourlySum(1) - taken)
    for way in sized.ways {
      if let changed = way.option.changed, changed.facts.capacity > 0 {
        formulate(changed, sizedBy: way.share)
      }
    }
    return sized.isSumOfParts ? .parts : .apart
  }

  /// A unit that need not stand asks for no reserve: what is held is never too much.
  private mutating func forgetUnits(beyond largest: [Double], of sized: SizedAsset) {
    let before = sized.asset.facts.capacity
    let least = sized.ways.reduce(before) { rest, way in
      let change = (way.option.changed?.facts.capacity ?? 0) - before
      return rest + min(0, change * way.option.extent.most)
    }
    let stays = before > 0 && least > 1e-9 * before
    for index in sums.indices where !stays { sums[index].largestUnit = largest[index] }
  }

  mutating func noteSize(of asset: any Asset, _ capacity: HourlySum, most: Double) {
    var sized = sizedCapacities[asset.name] ?? (capacity: HourlySum(), most: 0)
    sized.capacity += capacity
    sized.most += most
    sizedCapacities[asset.name] = sized
  }
}
