import Hourly
import LinearProgramming
import Tables

/// What settles ties: an order among schedules of one cost.
///
/// Each is a weight, not a price. The solver first finds what the cost is at least; of the schedules of that cost the one
/// with the least sum of weights times amounts is written. So no tie-break is ever part of a cost, a bound or a
/// price: what they add to the cost is 0, whatever the model's prices are.
///
/// Of plants that could be curtailed alike, distributed PV stands back first, then central PV, wind at sea, wind on land;
/// water is used before any of them. The rest keeps what costs nothing from being larger than it must be.
public enum TieBreak: String, Sendable, CaseIterable {
  /// A MWh of wind on land.
  case onshoreWind = "onshore wind"
  /// A MWh of wind at sea.
  case offshoreWind = "offshore wind"
  /// A MWh of central PV.
  case centralSolar = "central PV"
  /// A MWh of PV on roofs.
  case distributedSolar = "distributed PV"
  /// Water that is spilled, beside storage that is free.
  case spill
  /// What is sent at no cost: no flow runs in a circle.
  case transfer
  /// What a line loses: no more than its flow asks for.
  case lineLoss = "line loss"
  /// Turbines that run: no more than output and reserve need.
  case runningTurbines = "running turbines"
  /// A call of flexible load that begins.
  case call
  /// Output below a deep-peak baseline where that has no price.
  case deepPeak = "deep-peak"
  /// Reserve that is short where that has no price.
  case shortReserve = "short reserve"

  /// What a MWh, or a MW in an hour, weighs against the others.
  package var weight: Double {
    switch self {
    case .offshoreWind: 2
    case .centralSolar: 3
    case .distributedSolar: 4
    case .spill: 10
    default: 1
    }
  }
}

/// What a tie-break comes to in a schedule: its weight times an amount, which is no cost.
public struct TieBreakItem: Sendable {
  /// What is kept small.
  public let kind: TieBreak
  /// Whose it is.
  public let owner: String
  /// Weight times MWh.
  public let amount: Double
}

extension DispatchModel {
  /// A tie-break of an owner's expression.
  package struct Tie: Sendable {
    let kind: TieBreak
    let owner: Owner
    let sum: HourlySum
  }

  /// Asks for no more of an expression than must be, among schedules of one cost.
  package mutating func breakTie(_ kind: TieBreak, for sum: HourlySum, of owner: Owner) {
    breakTie(kind, for: sum, weight: 1, shares: [(owner, sum)])
  }

  /// The same of a weighed expression, told of each owner by its share.
  mutating func breakTie(
    _ kind: TieBreak,
    for sum: HourlySum,
    weight: Double,
    shares: [(owner: Owner, sum: HourlySum)]
  ) {
    for (owner, share) in shares { ties.append(Tie(kind: kind, owner: owner, sum: share)) }
    let weight = kind.weight * weight
    for term in sum.terms {
      for step in term.lag..<max(horizon.hours, term.lag) {
        builder.addPreference(weight * term.coefficient[step], column: term.column(at: step))
      }
    }
  }

  /// What each tie-break comes to.
  package func tieBreaks(of columns: [Double]) -> [TieBreakItem] {
    ties.map { tie in
      let values = tie.sum.values(of: columns, over: horizon.hours)
      let amount = tie.kind.weight * values.reduce(0, +)
      return TieBreakItem(kind: tie.kind, owner: tie.owner.name, amount: amount)
    }
  }
}
