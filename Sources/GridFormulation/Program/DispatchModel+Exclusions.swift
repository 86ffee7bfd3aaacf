import Hourly
import LinearProgramming
import Tables

/// What an asset may not do at once.
///
/// The law of every schedule is that nothing does two opposite things in one hour: charge and discharge, send both
/// ways, put off and make up. An asset names its pairs; a solution method that knows no asset sees to them
/// (`Exclusion` of LinearProgramming).
extension DispatchModel {
  /// States that of two sums of decisions at most one is above its least in an hour.
  ///
  /// The sums are of decisions an hour that rest at their lower bounds, such as power charged and discharged.
  mutating func exclude(_ one: HourlySum, _ other: HourlySum, of owner: Owner) {
    let sides = [one, other].map { $0.terms.map(\.firstColumn) }
    guard !sides[0].isEmpty, !sides[1].isEmpty else { return }
    precondition(
      (one.terms + other.terms).allSatisfy { $0.lag == 0 && $0.stride == 1 },
      "sides of an exclusion are decisions of the hour itself"
    )
    builder.exclude(
      Exclusion(
        name: owner.label,
        .init(firstColumns: sides[0]),
        .init(firstColumns: sides[1]),
        count: horizon.hours
      )
    )
  }

  /// States that each of some decisions is at its most before the next is above its least.
  mutating func fill(inOrder decisions: [HourlySum], of owner: Owner) {
    let columns = decisions.flatMap { $0.terms.map(\.firstColumn) }
    for (earlier, later) in zip(columns, columns.dropFirst()) {
      builder.exclude(
        Exclusion(
          name: owner.label,
          .init(firstColumns: [earlier], restsAtUpper: true),
          .init(firstColumns: [later]),
          count: horizon.hours
        )
      )
    }
  }
}
