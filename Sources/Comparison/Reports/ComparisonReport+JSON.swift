public import Reporting

extension ComparisonReport {
  /// The report as data, every key always there.
  public var json: JSONValue {
    .object([
      ("gridflex", .object([("version", .text(Version.text))])), ("answer", .text(answer.word)),
      ("comparisons", .array(pairs.map(\.json))),
      ("missing", .array(missing.map { .text($0) })), ("added", .array(added.map { .text($0) })),
    ])
  }
}

extension ComparedPair.Answer {
  /// The answer as a word.
  var word: String {
    switch self {
    case .same: "same"
    case .different: "different"
    case .notComparable: "not comparable"
    }
  }
}

extension ComparedPair {
  /// The pair as an entry of `comparisons`.
  fileprivate var json: JSONValue {
    .object([
      ("base", Self.json(base)), ("other", Self.json(other)), ("answer", .text(answer.word)),
      ("differences", .integer(differenceCount)),
      ("notComparable", .array(obstacles.map { .text($0) })),
      ("omissions", .array(omissions.map { .text($0) })),
      (
        "inputs",
        .array(
          inputs.map {
            .object([
              ("path", .text($0.path)), ("base", .text($0.base)), ("other", .text($0.other)),
            ])
          }
        )
      ),
      ("objective", objective?.json ?? .null), ("goals", .array(goals.map(\.json))),
      ("figures", .array(figures.map(\.json))), ("series", .array(hourly.map(\.json))),
      ("tolerances", tolerances.json),
    ])
  }

  private static func json(_ side: ComparedResult) -> JSONValue {
    .object([
      ("path", .text(side.path)), ("isBaseline", .bool(side.isBaseline)),
      ("version", .text(side.record.version)), ("model", .text(side.record.model)),
      ("start", .text(side.record.start)), ("hours", .integer(side.record.hours)),
      ("status", .text(side.record.status)),
    ])
  }
}

extension JudgedObjective {
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(name)), ("outcome", .text(outcome.rawValue)),
      ("baseLowerBound", .number(base.lowerBound)), ("baseCost", .number(base.cost)),
      ("otherLowerBound", .number(other.lowerBound)), ("otherCost", .number(other.cost)),
      ("apart", .number(apart)), ("allowed", .number(allowed)),
    ])
  }
}

extension JudgedGoal {
  fileprivate var json: JSONValue {
    .object([
      ("id", .text(id)), ("outcome", .text(outcome.rawValue)), ("flips", .bool(isFlipped)),
      ("withinGap", .bool(isWithinGap)), ("baseVerdict", .text(base?.verdict)),
      ("otherVerdict", .text(other?.verdict)), ("base", .number(base?.value)),
      ("other", .number(other?.value)), ("unit", .text(base?.unit ?? other?.unit)),
      ("allowed", .number(allowed)),
    ])
  }
}

extension JudgedFigure {
  fileprivate var json: JSONValue {
    .object([
      ("section", .text(figure.section.rawValue)), ("name", .text(figure.name)),
      ("unit", .text(figure.unit)), ("outcome", .text(outcome.rawValue)), ("base", .number(base)),
      ("other", .number(other)), ("change", .number(change)), ("share", .number(share)),
      ("allowed", .number(allowed)),
    ])
  }
}

extension HourlyDifference {
  fileprivate var json: JSONValue {
    .object([
      ("quantity", .text(quantity)), ("outcome", .text(outcome.rawValue)),
      ("columns", .integer(columns)), ("of", .integer(columnCount)), ("most", .text(name)),
      ("time", .text(time)), ("base", .number(base)), ("other", .number(other)),
      ("hours", .integer(hours)),
    ])
  }
}
