import Comparison
import Reporting
import Tables
import TestSupport

/// A small result written by hand: two like coal plants, wind, PV and a battery in one zone, two hours.
struct WrittenResult {
  struct Plant {
    var name: String
    var type: String
    var technology: String
    var capacity = 100.0
    var injected = 100.0
    var available: Double?
    var charged: Double?
  }

  /// A change of a result, as tests make it.
  typealias Change = @Sendable (inout WrittenResult) -> Void

  var version = Version.text
  var model = "small"
  var start = "2030-01-15T00:00"
  var hours = 2
  var zones = ["valley"]
  var currency = "CNY"
  var cost = 1_000_000.0
  var lowerBound: Double? = 999_999.5
  var gap = 5e-7
  var fuel = 900_000.0
  var verdict = "pass"
  var goalValue = 0.04
  var isWithinGap = false
  var plants = [
    Plant(name: "coal-a", type: "coal", technology: "coal"),
    Plant(name: "coal-b", type: "coal", technology: "coal"),
    Plant(name: "wind", type: "wind", technology: "onshore wind", injected: 150, available: 160),
    Plant(name: "pv", type: "solar", technology: "central PV", injected: 40, available: 40),
    Plant(name: "battery", type: "battery", technology: "battery", injected: 9, charged: 10),
  ]
  var unservedHours = 0
  var co2 = 180.0
  var price = 240.0
  var power = [50.0, 60.0]
  var units = "2"
  var load = [190.0, 210.0]
  var plan: (cost: Double, lowerBound: Double, size: Double)?

  /// Writes the folder and reads it back.
  func read(in folder: TemporaryFolder, as name: String) throws -> ComparedResult {
    try ComparedResult.read(write(in: folder, as: name))
  }

  /// Writes the folder and answers its path.
  @discardableResult
  func write(in folder: TemporaryFolder, as name: String) throws -> String {
    try folder.write(summary.rendered(), to: "\(name)/summary.json")
    try folder.write(
      "{\"seconds\": {\"read\": 0.25, \"build\": 0.25, \"solve\": 1, \"write\": 0}}\n",
      to: "\(name)/timing.json"
    )
    try folder.write(
      "time,coal-a\n2030-01-15T00:00,\(power[0])\n2030-01-15T01:00,\(power[1])\n",
      to: "\(name)/series/power_mw.csv"
    )
    try folder.write(
      "name: \(model)\ncurrency: CNY\nzones:\n  -\n    name: valley\n    grid-loss: 0.05\n",
      to: "\(name)/resolved/model.yaml"
    )
    try folder.write(
      "name,units,capacity_mw\ncoal-a,\(units),100\ncoal-b,2,100\n",
      to: "\(name)/resolved/assets/coal.csv"
    )
    try folder.write(
      "time,load\n2030-01-15T00:00,\(load[0])\n2030-01-15T01:00,\(load[1])\n",
      to: "\(name)/resolved/series/series.csv"
    )
    try folder.write(
      "{\"from\": \"\(start)\", \"hours\": \(hours), \"method\": \"auto\", \"gap\": 0.001}\n",
      to: "\(name)/resolved/options.json"
    )
    return folder.path + "/" + name
  }

  private var curtailed: Double {
    plants.reduce(0) { $0 + (($1.available ?? $1.injected) - $1.injected) }
  }
}

extension WrittenResult {
  /// The whole of `summary.json`, as far as it is compared.
  private var summary: JSONValue {
    .object([
      ("gridflex", .object([("version", .text(version))])),
      (
        "model",
        .object([
          ("name", .text(model)), ("start", .text(start)), ("hours", .integer(hours)),
          ("zones", .array(zones.map { .text($0) })),
        ])
      ),
      ("status", .text("optimal")),
      (
        "objective",
        .object([
          ("cost", .number(cost)), ("lowerBound", .number(lowerBound)), ("gap", .number(gap)),
          ("currency", .text(currency)),
        ])
      ),
      ("costs", .object([("fuel", .number(fuel)), ("start", .number(0))])),
      ("fixedCost", .number(5000)), ("capitalCost", .number(7000)), ("goals", .array([goal])),
      ("assets", .array(plants.map(asset))), ("totals", totals), ("adequacy", adequacy),
      ("prices", .array([prices])), ("zones", .array([])), ("plan", planned),
    ])
  }

  private var goal: JSONValue {
    .object([
      ("id", .text("curtailment")), ("verdict", .text(verdict)), ("value", .number(goalValue)),
      ("unit", .text("pu")), ("comparison", .text("at-most")), ("threshold", .number(0.05)),
      ("withinGap", .bool(isWithinGap)),
    ])
  }

  private func asset(_ plant: Plant) -> JSONValue {
    .object([
      ("name", .text(plant.name)), ("type", .text(plant.type)),
      ("technology", .text(plant.technology)), ("capacityMW", .number(plant.capacity)),
      ("energyCapacityMWh", .null), ("injectedMWh", .number(plant.injected)),
      ("withdrawnMWh", .number(plant.charged ?? 0)), ("availableMWh", .number(plant.available)),
      ("fuelTce", .null),
      (
        "storage",
        plant.charged.map { charged in
          .object([
            ("chargedMWh", .number(charged)), ("dischargedMWh", .number(plant.injected)),
            ("lostMWh", .number(charged - plant.injected)),
          ])
        } ?? .null
      ),
    ])
  }

  private var totals: JSONValue {
    let zero = [
      "importedMWh", "exportedMWh", "storageLossMWh", "burntByStorageMWh", "burntByNetworkMWh",
      "calledMWh", "deferredMWh", "co2CapturedT", "so2T", "noxT",
    ].map { (key: $0, value: JSONValue.number(0)) }
    return .object(
      [
        ("demandMWh", .number(400)), ("generationMWh", .number(390)),
        ("nonFossilGenerationMWh", .number(190)), ("co2T", .number(co2)),
        ("fuelsTce", .object([("coal", .number(60))])),
        (
          "curtailment",
          .object([
            (
              "windAndSolar",
              .object([("curtailedMWh", .number(curtailed)), ("rate", .number(curtailed / 200))])
            )
          ])
        ),
      ] + zero
    )
  }

  private var adequacy: JSONValue {
    .object([
      ("unservedMWh", .number(Double(unservedHours) * 10)),
      ("unservedHours", .integer(unservedHours)), ("unservedMostMW", .number(0)),
      ("reserveShortMWh", .number(0)), ("reserveMargin", .number(0.2)),
    ])
  }

  private var prices: JSONValue {
    .object([
      ("zone", .text("valley")), ("mean", .number(price)), ("demandWeightedMean", .number(price)),
      ("lowest", .number(0)), ("highest", .number(600)), ("hoursAtZero", .integer(1)),
      ("hoursBelowZero", .integer(0)),
    ])
  }

  private var planned: JSONValue {
    guard let plan else { return .null }
    return .object([
      ("aim", .text("cost")), ("cost", .number(plan.cost)),
      ("lowerBound", .number(plan.lowerBound)),
      ("gap", .number((plan.cost - plan.lowerBound) / plan.cost)),
      (
        "options",
        .array([
          .object([
            ("name", .text("batteries")), ("size", .number(plan.size)), ("unit", .text("MW")),
          ])
        ])
      ),
    ])
  }
}
