import Hourly

/// The rows of one rule in the program: the handle by which its dual values are read.
package struct Rows: Sendable {
  /// The rows, one for each step that the rule is stated for, or a single one for a sum over hours.
  package let range: Range<Int>

  /// Rows that follow each other; none where the rule is stated for no hour.
  package init(_ range: Range<Int>) { self.range = range }
}

/// A rule whose dual value is a price: the change in cost per unit more that is asked for.
package struct PricedRule: Sendable {
  /// What the price is of.
  package let quantity: ResultQuantity
  /// The zone, heat zone or area that the price is told of.
  package let owner: Owner
  package let rows: Rows

  /// Whether it balances what a zone uses with what it gets, of power or of heat.
  package var isBalance: Bool { quantity == .price || quantity == .heatPrice }
}

extension DispatchModel {
  /// Says that the dual value of a rule is a price, which is told among the results.
  package mutating func price(_ quantity: ResultQuantity, of owner: Owner, from rows: Rows) {
    precondition(rows.range.count == horizon.hours, "a price has one value an hour")
    prices.append(PricedRule(quantity: quantity, owner: owner, rows: rows))
  }
}
