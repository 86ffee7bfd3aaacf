public import GridFormulation
public import Hourly

/// What every asset and zone does in every hour, as named series.
public struct Schedule: Sendable {
  /// One quantity of one asset, part or zone over the hours.
  public struct Series: Sendable {
    /// What it holds, with its unit.
    public let quantity: ResultQuantity
    /// The asset's name, or the zone's where no asset owns it.
    public let owner: String
    /// The part of the asset, such as its retrofitted units.
    public let part: String?
    /// The zone it stands in.
    public let zone: String
    /// One value an hour.
    public var values: [Double]

    /// The name with the part, as it heads a column of the results.
    public var label: String { part.map { "\(owner).\($0)" } ?? owner }

    package init(quantity: ResultQuantity, owner: Owner, values: [Double]) {
      self.quantity = quantity
      self.owner = owner.name
      part = owner.part
      zone = owner.zone
      self.values = values
    }
  }

  /// The hours.
  public let horizon: Horizon
  /// All series, grouped by quantity in the order the model wrote them.
  public var series: [Series]

  package init(horizon: Horizon, series: [Series]) {
    self.horizon = horizon
    self.series = series
  }

  /// The quantities that have a series, in the order of their first one.
  public var quantities: [ResultQuantity] {
    var seen: Set<ResultQuantity> = []
    return series.map(\.quantity).filter { seen.insert($0).inserted }
  }

  /// The series of a quantity.
  public func series(of quantity: ResultQuantity) -> [Series] {
    series.filter { $0.quantity == quantity }
  }

  /// The sum of a quantity over the hours and over the owners that pass.
  public func total(
    _ quantity: ResultQuantity,
    where isIncluded: (String) -> Bool = { _ in true }
  ) -> Double {
    series.reduce(0) { sum, entry in
      guard entry.quantity == quantity, isIncluded(entry.owner) else { return sum }
      return sum + entry.values.reduce(0, +)
    }
  }

  /// The sum of a quantity over the owners that pass, in each hour.
  public func hourly(
    _ quantity: ResultQuantity,
    where isIncluded: (String) -> Bool = { _ in true }
  ) -> [Double] {
    var result = [Double](repeating: 0, count: horizon.hours)
    for entry in series where entry.quantity == quantity && isIncluded(entry.owner) {
      for step in horizon.steps { result[step] += entry.values[step] }
    }
    return result
  }
}

extension DispatchModel {
  /// The schedule that the values of all columns stand for.
  package func schedule(of columns: [Double]) -> Schedule {
    Schedule(
      horizon: horizon,
      series: grouped(records, by: \.quantity).map { record in
        Schedule.Series(
          quantity: record.quantity,
          owner: record.owner,
          values: record.sum.values(of: columns, over: horizon.hours)
        )
      }
    )
  }

  /// The prices that the dual values of all rows stand for, grouped by quantity.
  package func prices(of rowDuals: [Double]) -> [Schedule.Series] {
    grouped(prices, by: \.quantity).map { rule in
      Schedule.Series(
        quantity: rule.quantity,
        owner: rule.owner,
        values: Array(rowDuals[rule.rows.range])
      )
    }
  }

  /// What each kind of cost comes to, in the order of ``CostKind``.
  package func costs(of columns: [Double]) -> [CostItem] {
    charges.map { charge in
      let values = charge.sum.values(of: columns, over: horizon.hours)
      let amount = steps.reduce(0) { $0 + charge.price[$1] * values[$1] }
      return CostItem(kind: charge.kind, owner: charge.owner.name, amount: amount)
    }
  }

  /// What is told of a quantity together, in the order in which each quantity first comes.
  private func grouped<Told>(
    _ told: [Told],
    by quantity: KeyPath<Told, ResultQuantity>
  ) -> [Told] {
    var order: [ResultQuantity: Int] = [:]
    for entry in told where order[entry[keyPath: quantity]] == nil {
      order[entry[keyPath: quantity]] = order.count
    }
    let sorted = told.enumerated().sorted { left, right in
      let ranks = (
        order[left.element[keyPath: quantity]] ?? 0, order[right.element[keyPath: quantity]] ?? 0
      )
      return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
    }
    return sorted.map(\.element)
  }
}
