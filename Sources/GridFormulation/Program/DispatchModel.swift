package import Hourly
package import LinearProgramming

/// The program under construction: decisions, rules and the sums that all have in common.
///
/// Assets write to it at a ``Desk``; what ties them together, zones and goals, writes here and says whose it is.
/// Everything that is read out later is one of these expressions, or the dual value of a rule, so no later step
/// needs to know an asset.
package struct DispatchModel: Sendable {
  /// A result that is read out of the solution.
  package struct Record: Sendable {
    package let quantity: ResultQuantity
    package let owner: Owner
    package let sum: HourlySum
  }

  /// A part of the objective.
  package struct Charge: Sendable {
    package let kind: CostKind
    package let owner: Owner
    package let price: HourlyValue
    package let sum: HourlySum
  }

  package let setting: Setting
  package let detail: CommitmentDetail
  /// Whether what is due may be left undone at a price; not where it is asked what load can give.
  package let allowsShortfall: Bool
  /// Whether units stay on and off for their least times, else for an hour: without, the program is a relaxation.
  package let statesTimes: Bool
  package var horizon: Horizon { setting.horizon }
  package internal(set) var records: [Record] = []
  package internal(set) var charges: [Charge] = []
  /// The rules whose dual values are prices.
  package internal(set) var prices: [PricedRule] = []
  /// What settles ties among schedules of one cost.
  package internal(set) var ties: [Tie] = []
  package internal(set) var sums: [ZoneSums]
  /// Lines and transformers, for the rules that tie their flows together.
  package internal(set) var branches: [Branch] = []
  /// Of an asset that stands for several alike: all of them, for its desk.
  var likes: [String: [Like]] = [:]
  /// The capacity of assets that are sized, MW, with all their parts, and the most it can be.
  var sizedCapacities: [String: (capacity: HourlySum, most: Double)] = [:]
  /// What the assets of each heat zone give, less what they take, MW.
  package internal(set) var heat: [String: HourlySum] = [:]
  /// What each asset takes off the grid, by its name.
  var takenOffGrid: [String: HourlySum] = [:]
  /// The decisions that do not rest at 0: their first columns, and the values at rest.
  var resting: [(first: Int, values: HourlyValue)] = []
  /// The decisions that follow from others.
  var excesses: [Excess] = []
  package var builder = LinearProgramBuilder()

  package init(
    setting: Setting,
    detail: CommitmentDetail,
    allowsShortfall: Bool = true,
    statesTimes: Bool = true
  ) {
    self.setting = setting
    self.detail = detail
    self.allowsShortfall = allowsShortfall
    self.statesTimes = statesTimes
    sums = setting.zones.map { ZoneSums(zone: $0.name) }
  }

  /// The finished program.
  package consuming func build() -> LinearProgram { builder.build() }

  /// The finished program, its parts given up; the expressions stay, to read results by.
  package mutating func takeProgram() -> LinearProgram {
    let taken = builder
    builder = LinearProgramBuilder()
    return taken.build()
  }
}

// MARK: - Decisions and rules

extension DispatchModel {
  /// Declares a decision an hour with its bounds; returns it as an expression.
  ///
  /// At rest is its value in hours in which nobody asks anything of its owner.
  package mutating func variable(
    _ name: String,
    of owner: Owner,
    from lower: HourlyValue = 0,
    to upper: HourlyValue,
    atRest: HourlyValue = 0
  ) -> HourlySum {
    builder.beginColumns("\(owner.label) \(name)")
    let first = builder.columnCount
    if !atRest.isEverywhere(0) { resting.append((first, atRest)) }
    for step in steps {
      builder.addColumn(lower: lower[step], upper: upper[step], stage: step)
    }
    return HourlySum(firstColumn: first)
  }

  /// Declares one decision for all hours, such as a capacity.
  package mutating func scalar(
    _ name: String,
    of owner: Owner,
    from lower: Double = 0,
    to upper: Double,
    cost: Double = 0
  ) -> HourlySum {
    builder.beginColumns("\(owner.label) \(name)")
    return HourlySum(
      column: builder.addColumn(
        cost: cost,
        lower: lower,
        upper: upper,
        stage: Int(LinearProgram.global)
      )
    )
  }

  /// Declares one decision that belongs to a step, such as a level before the first hour.
  package mutating func single(
    _ name: String,
    of owner: Owner,
    in range: ClosedRange<Double>,
    at step: Int
  ) -> HourlySum {
    builder.beginColumns("\(owner.label) \(name)")
    return HourlySum(
      column: builder.addColumn(lower: range.lowerBound, upper: range.upperBound, stage: step)
    )
  }

  /// States a rule for every step from the given one on.
  @discardableResult
  package mutating func require(
    _ rule: String,
    of owner: Owner,
    _ relation: HourlyRelation,
    from firstStep: Int = 0
  ) -> Rows {
    let first = builder.rowCount
    guard firstStep < horizon.hours else { return Rows(first..<first) }
    builder.beginRows("\(owner.label) \(rule)")
    for step in firstStep..<horizon.hours {
      let constant = relation.sum.constant[step]
      builder.addRow(
        lower: relation.lower[step] - constant,
        upper: relation.upper[step] - constant,
        stage: step
      )
    }
    for term in relation.sum.terms {
      for step in max(firstStep, term.lag)..<max(horizon.hours, max(firstStep, term.lag)) {
        builder.add(
          term.coefficient[step],
          column: term.column(at: step),
          row: first + step - firstStep
        )
      }
    }
    return Rows(first..<builder.rowCount)
  }

  /// States a rule on the sum over several hours, such as a day or the whole horizon.
  ///
  /// The sum's constant counts in each hour. A rule that is global belongs to no hour; any other
  /// stands at the last hour of its range.
  @discardableResult
  package mutating func requireTotal(
    _ rule: String,
    of owner: Owner,
    _ sum: HourlySum,
    over range: Range<Int>,
    atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity,
    isGlobal: Bool
  ) -> Rows {
    guard !range.isEmpty else { return Rows(builder.rowCount..<builder.rowCount) }
    builder.beginRows("\(owner.label) \(rule)")
    let constant = range.reduce(0) { $0 + sum.constant[$1] }
    let stage = isGlobal ? Int(LinearProgram.global) : range.upperBound - 1
    let row = builder.addRow(lower: lower - constant, upper: upper - constant, stage: stage)
    for term in sum.terms {
      for step in range where step >= term.lag {
        builder.add(term.coefficient[step], column: term.column(at: step), row: row)
      }
    }
    return Rows(row..<(row + 1))
  }
}
