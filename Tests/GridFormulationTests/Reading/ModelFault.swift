import SmallGrids
import Testing

/// A folder with one fault and the issue it must give.
struct ModelFault: CustomTestStringConvertible, Sendable {
  let name: String
  let file: String
  let text: String
  /// How the issue begins: its place.
  let place: String
  /// What the issue must say.
  let part: String
  var code: Int32 = 65
  var testDescription: String { name }
}

// MARK: - The faults

extension ModelFault {
  static func yaml(
    _ name: String,
    _ part: String,
    _ other: String,
    at line: Int?,
    says text: String
  ) -> ModelFault {
    ModelFault(
      name: name,
      file: "model.yaml",
      text: ModelFolder.yaml.with(part, other),
      place: line.map { "model.yaml:\($0):" } ?? "model.yaml",
      part: text
    )
  }

  private static func table(
    _ name: String,
    _ file: String,
    _ text: String,
    at line: Int?,
    says part: String
  ) -> ModelFault {
    ModelFault(
      name: name,
      file: "assets/\(file).csv",
      text: text,
      place: line.map { "assets/\(file).csv:\($0)" } ?? "assets/\(file).csv",
      part: part
    )
  }

  static let yamlFaults = [
    yaml("unknown key", "fuels:", "fules:", at: 6, says: "Did you mean `fuels`?"),
    yaml("duplicate key", "hours: 4", "hours: 4\nhours: 5", at: 4, says: "hours"),
    yaml(
      "alias",
      "{name: coal, price: 800}",
      "&a {name: coal, price: 800}",
      at: 7,
      says: "anchors"
    ),
    yaml("text for a number", "price: 800", "price: {a: b}", at: 7, says: "price"),
    yaml("text for hours", "hours: 4", "hours: four", at: 3, says: "hours"),
    yaml("no name", "name: small\n", "", at: nil, says: "name"),
    yaml("no zones", "zones:\n  - {name: home, load: load}", "title: t", at: nil, says: "zones"),
    yaml("negative price", "price: 800", "price: -8", at: 7, says: "price"),
    yaml("unknown zone key", "load: load}", "load: load, lod: 3}", at: 5, says: "load"),
    yaml("unknown series", "load: load}", "load: lod}", at: nil, says: "Did you mean `load`?"),
    yaml(
      "zone twice",
      "load: load}",
      "load: load}\n  - {name: home, load: 1}",
      at: nil,
      says: "twice"
    ),
    yaml("other time zone", "hours: 4", "hours: 4\ntime-zone: UTC+9", at: 4, says: "UTC+8"),
    yaml("start in another year", "hours: 4", "hours: 4\nstart: 2029-12-31", at: 4, says: "2030"),
    yaml(
      "unknown metric",
      "metric: curtailment",
      "metric: curtialment",
      at: 12,
      says: "`curtailment`"
    ),
    yaml("unknown variant", "at-most:", "variant: jiont, at-most:", at: 12, says: "`joint`"),
    yaml("two thresholds", "at-most:", "at-least: 0, at-most:", at: 12, says: "several thresholds"),
    yaml("unknown asset of a goal", "at-most:", "asset: rigde, at-most:", at: 12, says: "`ridge`"),
    yaml("goal without source", ", source: a test", "", at: 12, says: "source"),
    yaml("threshold in per cent", "at-most: 0.05", "at-most: 5", at: 12, says: "0.05"),
    yaml(
      "unknown column of a series",
      "column: load_mw",
      "column: laod_mw",
      at: nil,
      says: "`load_mw`"
    ),
    yaml("unknown unit", "unit: MW", "unit: MWW", at: nil, says: "unit"),
    yaml(
      "tiers out of order",
      "goals:",
      "deep-peak: {tiers: [{baseline: 0.4}, {baseline: 0.5}]}\ngoals:",
      at: 11,
      says: "highest baseline"
    ),
  ]

  static let tableFaults = [
    table("unknown column", "coal", "name,unit_size_mw,unist\nold,300,1\n", at: 1, says: "`units`"),
    table("unknown table", "caol", ModelFolder.coal, at: nil, says: "Did you mean `coal`?"),
    table("missing column", "coal", "name,units\nold,1\n", at: 1, says: "unit_size_mw"),
    table("text for a number", "coal", "name,unit_size_mw,units\nold,big,1\n", at: 2, says: "big"),
    table(
      "capture of more than all CO2",
      "coal",
      "name,unit_size_mw,units,capture_share_pu,capture_rate_pu\nold,300,1,1,1.2\n",
      at: 2,
      says: "capture_rate_pu"
    ),
    table("not a number", "coal", "name,unit_size_mw,units\nold,NaN,1\n", at: 2, says: "NaN"),
    table("infinite", "coal", "name,unit_size_mw,units\nold,inf,1\n", at: 2, says: "inf"),
    table("overflow", "coal", "name,unit_size_mw,units\nold,1e999,1\n", at: 2, says: "1e999"),
    table(
      "negative capacity",
      "wind",
      "name,capacity_mw,availability\nridge,-100,wind\n",
      at: 2,
      says: "-100"
    ),
    table(
      "efficiency above 1",
      "battery",
      "name,power_mw,energy_mwh,charging_efficiency\nb,1,2,1.2\n",
      at: 2,
      says: "charging_efficiency"
    ),
    table(
      "minimum above maximum",
      "nuclear",
      "name,unit_size_mw,units,minimum_output_pu,maximum_output_pu\nn,1000,1,0.9,0.8\n",
      at: 2,
      says: "maximum_output_pu"
    ),
    table(
      "store without energy",
      "battery",
      "name,power_mw,energy_mwh\nb,1,0\n",
      at: 2,
      says: "energy_mwh"
    ),
    table(
      "unknown fuel",
      "coal",
      "name,unit_size_mw,units,fuel\nold,300,1,cola\n",
      at: 2,
      says: "`coal`"
    ),
    table(
      "unknown zone",
      "coal",
      "name,zone,unit_size_mw,units\nold,hme,300,1\n",
      at: 2,
      says: "`home`"
    ),
    table(
      "unknown series",
      "wind",
      "name,capacity_mw,availability\nridge,100,wnd\n",
      at: 2,
      says: "`wind`"
    ),
    table(
      "name twice",
      "coal",
      "name,unit_size_mw,units\nold,300,1\nold,300,1\n",
      at: 3,
      says: "old"
    ),
    table(
      "name of another table",
      "wind",
      "name,capacity_mw,availability\nold,100,wind\n",
      at: 2,
      says: "is taken by"
    ),
    table("empty name", "coal", "name,unit_size_mw,units\n,300,1\n", at: 2, says: "name"),
    table(
      "unknown choice",
      "coal",
      "name,kind,unit_size_mw,units\nold,chpp,300,1\n",
      at: 2,
      says: "chp"
    ),
    table("empty table", "coal", "", at: 1, says: "is empty"),
    table("no rows", "coal", "name,unit_size_mw,units\n", at: 1, says: "no rows"),
    table("ragged row", "coal", "name,unit_size_mw,units\nold,300\n", at: 2, says: "3"),
    table(
      "column twice",
      "coal",
      "name,units,unit_size_mw,units\nold,1,300,2\n",
      at: 1,
      says: "units"
    ),
    table("open quote", "coal", "name,unit_size_mw,units\n\"old,300,1\n", at: 2, says: "quote"),
  ]

  private static func hours(
    _ name: String,
    _ part: String,
    _ other: String,
    at place: String = "series/hours.csv",
    says text: String
  ) -> ModelFault {
    ModelFault(
      name: name,
      file: "series/hours.csv",
      text: ModelFolder.hours.with(part, other),
      place: place,
      part: text
    )
  }

  static let seriesFaults = [
    hours("a row too few", "2030-01-01T03:00,180,0.4\n", "", says: "4"),
    hours("a gap", "T03:00", "T04:00", says: "is missing"),
    hours("an hour twice", "T02:00", "T01:00", says: "01:00"),
    hours("an empty cell", "160,", ",", says: "load_mw"),
    hours("text", "160,", "many,", says: "many"),
    hours("not a number", "160,", "nan,", says: "nan"),
    hours(
      "above 1",
      "0.2",
      "1.2",
      at: "series/hours.csv:3:3:",
      says: "wind_pu = 1.2: must lie in 0...1"
    ),
    hours(
      "negative load",
      "160,",
      "-160,",
      at: "series/hours.csv:3:2:",
      says: "load_mw = -160: must lie in"
    ),
    hours("no time column", "time,", "when,", says: "time"),
  ]
}
