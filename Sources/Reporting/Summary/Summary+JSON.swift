import GridDispatch
import GridFormulation
import Hourly
import Tables
import Verification

extension Summary {
  /// The summary as the value of `summary.json`; every key is always there.
  public var json: JSONValue { json(plan: nil) }

  /// The same with what a plan says, which is `null` in a dispatch.
  public func json(plan: JSONValue?) -> JSONValue {
    .object([

      ("gridflex", .object([("version", .text(Version.text))])),
      (
        "model",
        .object([
          ("name", .text(name)), ("title", .text(title)), ("year", .integer(horizon.start.year)),
          ("start", .text(horizon.start.description)), ("hours", .integer(horizon.hours)),
          ("isWholeModel", .bool(isWholeModel)), ("zones", .array(zones.map { .text($0) })),
          ("variant", variant.json),
        ])
      ),
      ("status", .text(status.rawValue)),
      (
        "objective",
        .object([
          ("cost", .number(cost)), ("lowerBound", .number(lowerBound)), ("gap", .number(gap)),
          ("gapByDay", .array(gapByDay.map { .number($0) })),
          ("currency", .text(currency)),
        ])
      ),
      ("costs", .object(costs.map { ($0.kind.rawValue, .number($0.amount)) })),
      ("fixedCost", .number(fixedCost)), ("capitalCost", .number(capitalCost)),
      ("costPerMWhSupplied", .number(costPerSupplied)),
      ("goals", .array(goals.map(\.json))),
      ("beyondPowerModel", .array(Self.beyondPower.map { .text($0) })),
      ("assets", .array(assets.map(\.json))),
      ("totals", totals.json), ("balance", balance.json), ("emissions", emissions.json),
      ("adequacy", adequacy.json),
      ("accommodation", .array(accommodation.map(\.json))),
      ("prices", .array(prices.map(\.json))),
      ("zones", .array(zoneFigures.map(\.json))),
      ("corridors", .array(links.map(\.json))),
      ("settlement", settlement.json(differences: verification.differences)),
      ("heat", heat?.json ?? .null),
      ("curtailmentByMonthAndHour", curtailmentJSON), ("plan", plan ?? .null),
      (
        "verification",
        .object([
          ("maxBalanceResidualMW", .number(verification.maxBalanceResidualMW)),
          ("maxBoundViolation", .number(verification.maxBoundViolation)),
          ("costDifference", .number(verification.costDifference)),
        ])
      ),
    ])
  }

  /// One list of 24 a month, in MWh.
  private var curtailmentJSON: JSONValue {
    .array(curtailment.map { row in .array(row.map { .number($0) }) })
  }
}
