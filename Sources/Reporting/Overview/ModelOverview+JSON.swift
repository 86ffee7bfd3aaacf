import GridFormulation
import Hourly
import Tables

extension ModelOverview {
  /// The overview as data; every key is always there.
  public var json: JSONValue {
    .object([
      (
        "model",
        .object([
          ("name", .text(name)), ("title", .text(title)),
          ("start", .text(horizon.start.description)), ("hours", .integer(horizon.hours)),
          ("assets", .integer(assetCount)), ("goals", .integer(goalCount)),
          ("variant", variant.json),
        ])
      ),
      ("loads", .array(loads.map(\.json))),
      ("capacities", .array(fleets.map(\.json))),
      ("series", .array(series.map(\.json))),
      ("issues", .array(issues.map { .text($0.description) })),
    ])
  }
}

extension ModelOverview.Load {
  fileprivate var json: JSONValue {
    .object([
      ("zone", .text(zone)), ("peakMW", .number(peak)), ("peakTime", .text(peakTime.description)),
      ("leastMW", .number(least)), ("meanMW", .number(mean)), ("energyMWh", .number(energy)),
    ])
  }
}

extension ModelOverview.Fleet {
  fileprivate var json: JSONValue {
    .object([
      ("technology", .text(technology.rawValue)), ("assets", .integer(count)),
      ("capacityMW", .number(capacity)), ("energyMWh", .number(energy)),
    ])
  }
}

extension SeriesFacts {
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(name)), ("unit", .text(unit)), ("used", .bool(isUsed)),
      ("hours", .integer(hours)), ("least", .number(least)), ("mean", .number(mean)),
      ("most", .number(most)),
    ])
  }
}

extension [ModelChange] {
  /// The changes that make a variant, as a list.
  package var json: JSONValue {
    .array(
      map { change in
        .object([
          ("path", .text(change.path)), ("value", .text(change.value)),
          ("modelValue", .text(change.before)),
        ])
      }
    )
  }
}
