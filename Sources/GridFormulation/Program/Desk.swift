package import Hourly
import LinearProgramming

/// Where an asset writes: the program, with whose the writing is, in which size and for how many likes.
///
/// An asset never sees columns and rows. It declares decisions (``variable(_:from:to:atRest:)``), states rules
/// (``require(_:_:from:)``), adds itself to shared sums (``inject(_:)``, ``offer(_:_:)``), to the objective
/// (``charge(_:_:for:)``), to what settles ties beside it (``breakTie(_:for:)``) and to the results
/// (``record(_:_:)``). All of it is the owner's: no verb asks whose, in what zone, of what size or for how many
/// likes, so none can forget it. A part of the asset has a desk of its own (``part(_:in:_:)``).
package struct Desk: Sendable {
  /// Whose decisions, rules and results are written.
  package private(set) var owner: Owner
  /// The assets that the one that writes stands for, itself among them; empty where it stands for itself.
  let likes: [Like]
  /// The size of the asset, where it is a decision.
  let size: HourlySum?
  /// The constants of an asset whose limits move with shares of options; nil for any other.
  var moving: MovingConstants?
  /// The program under construction.
  var program: DispatchModel

  init(of owner: Owner, likes: [Like], size: HourlySum?, in program: DispatchModel) {
    (self.owner, self.likes) = (owner, likes)
    (self.size, self.program) = (size, program)
  }

  /// Whether limits move with shares of options, so that only those are stated that the asset has by itself.
  package var hasMovingLimits: Bool { moving != nil }
  package var setting: Setting { program.setting }
  package var detail: CommitmentDetail { program.detail }
  /// Whether units stay on and off for their least times.
  var statesTimes: Bool { program.statesTimes }
  /// Whether what is due may be left undone at a price.
  package var allowsShortfall: Bool { program.allowsShortfall }
  /// The reserve that the owner's zone holds.
  package var reserve: ReservePolicy { setting.reserve(in: owner.zone) }

  /// Lets a part of the asset write; without a name it is the whole of it.
  ///
  /// - Parameters:
  ///   - name: The part's name in results.
  ///   - zone: The zone it stands in; the asset's where left out.
  ///   - write: What it writes.
  /// - Returns: What the writing gives.
  @discardableResult
  package mutating func part<Result>(
    _ name: String?,
    in zone: String? = nil,
    _ write: (inout Desk) -> Result
  ) -> Result {
    let whole = owner
    owner = Owner(whole.name, part: name, zone: zone ?? whole.zone)
    defer { owner = whole }
    return write(&self)
  }
}

/// The constants that an asset adds to sums, met in their order.
struct MovingConstants: Sendable {
  /// What stands for them; empty where they stay.
  private let replacements: [HourlySum]
  /// Those met so far.
  private(set) var found: [HourlyValue] = []

  init(_ replacements: [HourlySum]) { self.replacements = replacements }

  /// An expression with what stands for its constant.
  mutating func moved(_ sum: HourlySum) -> HourlySum {
    defer { found.append(sum.constant) }
    guard found.count < replacements.count else { return sum }
    return HourlySum(terms: sum.terms) + replacements[found.count]
  }
}

extension Desk: Timed {
  package var horizon: Horizon { program.horizon }
}

// MARK: - Opening a desk

extension DispatchModel {
  /// Formulates an asset that stands for itself.
  package mutating func formulate(_ asset: any Asset) {
    atDesk(of: asset) { asset.formulate(in: &$0) }
  }

  /// Formulates the first of assets that are alike for all of them.
  package mutating func formulate(_ group: LikeAssets) {
    if group.likes.count > 1 { likes[group.first.name] = group.likes }
    formulate(group.first)
    for other in group.members.dropFirst() {
      atDesk(of: other) { other.noteUnits(in: &$0) }
    }
  }

  /// Formulates an asset in a size that is a decision, such as `1 − x` or `x`.
  ///
  /// What an asset may do is a set of linear rules, `A·y ≤ b` with bounds on y. Of the size s, a number from 0 on, it
  /// may do what `A·y ≤ s·b` allows, bounds included: half the plant has half of every limit and no other
  /// efficiency. So every asset can be sized, and none needs to know of it. The size is one decision for all hours.
  package mutating func formulate(_ asset: any Asset, sizedBy size: HourlySum) {
    let (firstColumn, firstRow) = (builder.columnCount, builder.rowCount)
    atDesk(of: asset, sizedBy: size) { asset.formulate(in: &$0) }
    let capacity = asset.facts.capacity
    noteSize(of: asset, capacity * size, most: capacity)
    builder.sizeBounds(
      columnsFrom: firstColumn,
      rowsFrom: firstRow,
      by: size.terms.map { ($0.firstColumn, $0.coefficient[0]) },
      plus: size.constant[0]
    )
  }

  /// Lets an asset write whose limits move with shares of options.
  ///
  /// - Parameters:
  ///   - asset: The asset.
  ///   - constants: What stands for the constants that it adds to sums, in their order; empty to leave them.
  ///   - write: What it writes.
  /// - Returns: The constants that it adds.
  mutating func atDesk(
    of asset: any Asset,
    moving constants: [HourlySum],
    _ write: (inout Desk) -> Void
  ) -> [HourlyValue] {
    var found: [HourlyValue] = []
    atDesk(of: asset, sizedBy: HourlySum(1)) { desk in
      desk.moving = MovingConstants(constants)
      write(&desk)
      found = desk.moving?.found ?? []
    }
    return found
  }

  /// Gives the program to an asset's desk and takes it back.
  mutating func atDesk(
    of asset: any Asset,
    sizedBy size: HourlySum? = nil,
    _ write: (inout Desk) -> Void
  ) {
    var desk = Desk(
      of: asset.owner,
      likes: likes[asset.name] ?? [],
      size: size,
      in: DispatchModel(setting: setting, detail: detail, allowsShortfall: allowsShortfall)
    )
    // The program is never copied: it lies on the desk or here.
    swap(&desk.program, &self)
    write(&desk)
    swap(&desk.program, &self)
  }
}
