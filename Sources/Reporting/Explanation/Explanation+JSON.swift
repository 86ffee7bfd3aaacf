import GridFormulation
public import GridGoals

extension Explanation {
  /// The explanation as data; every key is always there.
  public var json: JSONValue {
    .object([
      ("goal", .text(goal.id)), ("metric", .text(goal.metric)), ("variant", .text(variant)),
      ("comparison", .text(goal.comparison.rawValue)), ("threshold", .number(goal.threshold)),
      ("unit", .text(unit)), ("isDispatched", .bool(isDispatched)), ("reached", .number(reached)),
      ("best", .number(best)),
      ("bestWithCommitment", .number(bestWithCommitment)), ("bound", .number(bound)),
      ("isAttainable", isAttainable.map { .bool($0) } ?? .null),
      (
        "causes",
        .array(
          causes.map {
            .object([
              ("cause", .text($0.cause.rawValue)), ("bestWithout", .number($0.best)),
              ("gain", .number($0.gain)),
            ])
          }
        )
      ),
      (
        "price",
        price.map {
          .object([("cost", .number($0.cost)), ("perPart", .number($0.perPart))])
        } ?? .null
      ),
      ("leastOutlay", leastOutlay?.json ?? .null),
      ("leastTotalCost", leastTotalCost?.json ?? .null), ("spansAYear", .number(spansAYear)),
      ("bestWithAllOptions", .number(bestWithAllOptions)),
      ("conflict", .array(conflict.map { .text($0) })),
      ("wasStopped", .bool(wasStopped)),
      ("remarks", .array(remarks.map { .text($0) })),
    ])
  }
}

extension Explanation.Fix {
  fileprivate var json: JSONValue {
    .object([
      (
        "options",
        .array(
          options.map {
            .object([
              ("name", .text($0.name)), ("size", .number($0.size)), ("most", .number($0.most)),
              ("unit", .text($0.unit)), ("costPerYear", .number($0.costPerYear)),
            ])
          }
        )
      ),
      ("costPerYear", .number(costPerYear)), ("runningCostPerYear", .number(runningCostPerYear)),
      ("totalCostPerYear", .number(totalCostPerYear)), ("value", .number(value)),
      ("gap", .number(gap)),
    ])
  }
}
