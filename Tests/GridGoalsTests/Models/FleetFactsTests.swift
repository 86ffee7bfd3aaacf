import Foundation
import GridFormulation
import GridGoals
import Tables
import TestSupport
import Testing

/// The fleets of the repository's models against what is published of them.
@Suite struct FleetFactsTests {
  /// Capacity of a model's fleet, MW, of the technologies that `counted` takes.
  private func capacity(_ model: GridModel, _ counted: (Technology) -> Bool) -> Double {
    model.assets.reduce(0) { $0 + (counted($1.facts.technology) ? $1.facts.capacity : 0) }
  }

  private func model(_ name: String) throws -> GridModel {
    try ModelReader.read(folder: "\(Repository.folder)/GridModels/\(name)")
  }

  @Test func `Liaoning's fleet is as large as wind and PV's published share of it says`() throws {
    // September 2023: 23.764 GW are 33.54 % of all, 70,853 MW. The model adds pumped hydro (1,200 MW then), wind and PV:
    // the rest, 70,853 − 23,764 − 1,200 = 45,889 MW, is the same.
    let rest = capacity(try model("liaoning-2025")) {
      $0.isGeneration && !$0.isWind && !$0.isSolar
    }
    #expect(abs(rest - (23_764 / 0.3354 - 23_764 - 1200)) < 0.001 * 45_889)
  }

  @Test func `Jilin's fleet is as large as its renewables' published share of it says`() throws {
    // End of 2023: wind 12.679, PV 4.539 and biomass 1.343 GW are 40.4 % of all, 45,943 MW; pumped hydro 1,700.
    let renewable = 12_679.0 + 4539 + 1343
    let rest = capacity(try model("jilin-2025")) {
      $0.isGeneration && !$0.isWind && !$0.isSolar && $0 != .biomass
    }
    #expect(abs(rest - (renewable / 0.404 - renewable - 1700)) < 0.001 * 25_682)
  }

  @Test(arguments: [("jilin-2019", 17_880.0), ("liaoning-2019", 32_830)])
  func `coal in the back-casts is that of the statistics of 2020`(
    name: String,
    published: Double
  ) throws {
    let coal = capacity(try model(name)) { $0 == .coal }
    #expect(abs(coal - published) < 0.001 * published)
  }

  @Test(arguments: ["liaoning", "jilin"])
  func `what no list names stays in 2030`(province: String) throws {
    func unlisted(_ name: String) throws -> Double {
      try model(name).assets
        .filter { $0.name == "coal-unlisted" || $0.name == "works-gas" }
        .reduce(0) { $0 + $1.facts.capacity }
    }
    #expect(try unlisted("\(province)-2030") == unlisted("\(province)-2025"))
    #expect(try unlisted("\(province)-2025") > 3800)
  }

  @Test(arguments: Repository.models)
  func `each capacity that sources.csv states is that of the tables`(name: String) throws {
    let folder = "\(Repository.folder)/GridModels/\(name)"
    let model = try ModelReader.read(folder: folder)
    let text = try String(contentsOfFile: folder + "/sources.csv", encoding: .utf8)
    var stated: [StatedCapacity] = []
    for line in text.split(separator: "\n").dropFirst() {
      if let row = StatedCapacity(line: String(line)) { stated.append(row) }
    }
    var found = 0
    for row in stated {
      guard let capacity = row.capacity(in: model) else { continue }
      found += 1
      #expect(abs(capacity - row.megawatts) <= 0.001 * row.megawatts, "\(row.subject)")
    }
    #expect(found >= (Self.fewest[name] ?? 0))
  }

  /// So many capacities at least are stated and found: the test is never empty where there is something to test.
  private static let fewest = [
    "jilin-2030": 8, "liaoning-2030": 9, "jilin-2025": 5, "liaoning-2025": 4, "jilin-2019": 4,
    "liaoning-2019": 5, "jilin-2030-plants": 8, "liaoning-2030-plants": 7, "songyuan-2025": 6,
    "jilin-2030-full": 12, "liaoning-2030-full": 12,
  ]
}

/// A row of `sources.csv` that states a capacity, such as `coal: units,28780,MW`.
private struct StatedCapacity {
  let subject: String
  let megawatts: Double

  /// Nil where the row is of something else.
  init?(line: String) {
    guard !line.hasPrefix("\"") else { return nil }
    let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
    guard cells.count == 4, cells[2] == "MW", let value = Self.value(of: cells[1]) else {
      return nil
    }
    let item = cells[0].split(separator: ":", maxSplits: 1).map(String.init)
    if item.count == 2 {
      let kind = item[1].trimmingPrefix { $0 == " " }
      let kinds = ["units", "capacity", "power", "total"]
      guard kinds.contains(where: { kind.hasPrefix($0) }) else { return nil }
    }
    subject = item[0]
    megawatts = value
  }

  /// The value of `24000 + 4000` or `4 × 1119`; nil where the cell holds no such number.
  private static func value(of cell: Substring) -> Double? {
    var sum = 0.0
    for term in cell.split(separator: "+") {
      var product = 1.0
      for factor in term.split(separator: "×") {
        guard let number = Double(factor.trimmingPrefix { $0 == " " }.trimmingSuffix()) else {
          return nil
        }
        product *= number
      }
      sum += product
    }
    return sum
  }

  /// What the model has of it, MW: an asset of the name, or a technology; nil where it is neither.
  ///
  /// Coal is that of the tracker: what it does not list has a row of its own.
  func capacity(in model: GridModel) -> Double? {
    if let asset = model.assets.first(where: { $0.name == subject }) { return asset.facts.capacity }
    guard let counts = Self.groups[subject] else { return nil }
    let listed = model.assets.filter { subject != "coal" || $0.name != "coal-unlisted" }
    return listed.reduce(0) { $0 + (counts($1.facts.technology) ? $1.facts.capacity : 0) }
  }

  private static let groups: [String: @Sendable (Technology) -> Bool] = [
    "coal": { $0 == .coal }, "wind": { $0.isWind }, "solar": { $0.isSolar },
    "wind and solar": { $0.isWind || $0.isSolar }, "pumped hydro": { $0 == .pumpedHydro },
    "flexible load": { $0 == .interruptibleLoad || $0 == .shiftableLoad },
    "fleet without wind and PV and pumped hydro": {
      $0.isGeneration && !$0.isWind && !$0.isSolar
    },
    "fleet without renewables but hydro": {
      $0.isGeneration && (!$0.isRenewable || $0 == .hydro)
    },
  ]
}

extension Substring {
  /// The text without blanks at its end.
  fileprivate func trimmingSuffix() -> Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
