import Reporting

extension ToleranceSet {
  /// The tolerances as a baseline keeps them; a tolerance file reads the same keys.
  var json: JSONValue {
    let rows = ComparedQuantity.allCases.map { quantity in
      (
        key: quantity.rawValue,
        value: JSONValue.object([
          ("absolute", .number(self[quantity].absolute)),
          ("relative", .number(self[quantity].relative)),
        ])
      )
    }
    let judged =
      (judgesAssets ? [Judged.assets] : []) + (judgesHours ? [Judged.hourly] : [])
    return .object(rows + [(Self.judgeKey, .array(judged.map { .text($0.rawValue) }))])
  }
}
