import Tables

extension Column {
  /// The column of what an asset's capacity costs a year to build.
  ///
  /// It is an annuity of the investment. A dispatch neither pays nor decides it: reports name it apart from
  /// upkeep (`fixed_cost_per_kw_year`) and from what the hours cost.
  package static func capitalCost(
    _ path: any WritableKeyPath<Kind, Double> & Sendable
  ) -> Column {
    Column(
      "capital_cost_per_kw_year",
      path,
      in: 0...100_000,
      limit: .none(.account),
      "Yearly cost of the capital, an annuity: told apart from upkeep, no part of any cost."
    )
  }
}
