import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

struct CorridorRenewableShareTests {
  /// An hour with a quarter of renewable generation and one with three quarters; nuclear is not renewable.
  private func result(isNew: Bool = true, tellsSource: Bool = true) -> HandMadeResult {
    var result = HandMadeResult()
    result.add("nuclear", .nuclear)
    result.add("wind", .onshoreWind)
    for name in ["south", "north", "east"] {
      result.add(name, .exchange) {
        $0.trade = TradeFacts(
          isNew: isNew && name != "east",
          importLimit: 100,
          exportLimit: 100,
          tellsSource: tellsSource
        )
      }
    }
    result.series(.power, of: "nuclear", [75, 25])
    result.series(.power, of: "wind", [25, 75])
    result.series(.exported, of: "south", [10, 30])
    result.series(.exported, of: "north", [10, 0])
    result.series(.exported, of: "east", [0, 10])
    return result
  }

  @Test func `each hour's export carries the mix of that hour`() throws {
    // 10 · 0.25 + 30 · 0.75 = 25 of 40.
    let verdict = try #require(
      result().verdict("corridor-renewable-share", .atLeast, 0.5) { $0.asset = "south" }
    )
    #expect(verdict.numerator == 25)
    #expect(verdict.denominator == 40)
    #expect(verdict.verdict == .pass)
  }

  @Test func `what is bought counts by the share that its table gives`() throws {
    // 25 of 40 sold and 6 of 20 bought: 31 of 60.
    var result = result()
    result.series(.imported, of: "south", [20, 0])
    result.series(.importedRenewable, of: "south", [6, 0])
    let verdict = try #require(
      result.verdict("corridor-renewable-share", .atLeast, 0.6) { $0.asset = "south" }
    )
    #expect(verdict.numerator == 31)
    #expect(verdict.denominator == 60)
    #expect(verdict.verdict == .fail)
  }

  @Test func `what is bought of nobody knows what is not judged`() throws {
    var result = result(tellsSource: false)
    result.series(.imported, of: "south", [20, 0])
    let verdict = try #require(
      result.verdict("corridor-renewable-share", .atLeast, 0.5) { $0.asset = "south" }
    )
    #expect(verdict.verdict == .notJudged)
    #expect(verdict.remark?.contains("import_renewable_pu") == true)
  }

  @Test func `without an asset the lowest of the new ones counts`() throws {
    // South 0.625, north 0.25; east would be 0.75 and is not new.
    let verdict = try #require(result().verdict("corridor-renewable-share", .atLeast, 0.5))
    #expect(verdict.value == 0.25)
    #expect(verdict.verdict == .fail)
    #expect(verdict.remark?.contains("north") == true)
  }

  @Test func `an existing line is shown and not judged, and without a new one nothing is`() throws {
    let named = try #require(
      result().verdict("corridor-renewable-share", .atLeast, 0.5) { $0.asset = "east" }
    )
    #expect(named.value == 0.75)
    #expect(named.verdict == .notJudged)
    let none = try #require(
      result(isNew: false).verdict("corridor-renewable-share", .atLeast, 0.5)
    )
    #expect(none.verdict == .notJudged)
    #expect(none.remark?.contains("no corridor is new") == true)
  }

  @Test func `a corridor that carries nothing is not judged`() {
    var still = HandMadeResult()
    still.add("south", .exchange) {
      $0.trade = TradeFacts(isNew: true, importLimit: 0, exportLimit: 10, tellsSource: false)
    }
    still.series(.exported, of: "south", [0, 0])
    #expect(still.verdict("corridor-renewable-share", .atLeast, 0.5)?.verdict == .notJudged)
  }

  @Test func `an enforced share of a new import holds back what is not renewable`() throws {
    // Two imports for 100 MW: a green one of 30 MW at 300, a mixed one (a fifth renewable) at 100. The goal on the mixed
    // one, at least half, leaves it none: 30 are bought, 70 made of coal at 400.
    var model = SmallModel(load: [100])
    model.addPlainCoal(cost: 400)
    model.add(Interchange.self) {
      ($0.name, $0.importLimit, $0.importPrice) = ("green", .init(megawatts: 30), .constant(300))
      ($0.isNew, $0.importRenewable) = (true, .constant(1))
    }
    model.add(Interchange.self) {
      ($0.name, $0.importLimit, $0.importPrice) = ("mixed", .init(megawatts: 80), .constant(100))
      ($0.isNew, $0.importRenewable) = (true, .constant(0.2))
    }
    var goal = Goal()
    (goal.id, goal.metric, goal.threshold) = ("share", "corridor-renewable-share", 0.5)
    model.goals = [goal]
    let free = try model.solve()
    #expect(free.power("mixed") == [80])
    #expect(free.verdict("share")?.value.map(rounded) == 0.2)
    #expect(free.verdict("share")?.verdict == .fail)
    let held = try model.solve { $0.enforcesGoals = true }
    #expect(held.power("mixed") == [0])
    #expect(held.verdict("share")?.verdict == .pass)
    #expect(held.cost == 30 * 300 + 70 * 400)
  }

  @Test func `a share that is to be at most something is judged and makes no floor`() throws {
    // 80 MW at a fifth renewable for 100, the rest of coal at 400: at most half is kept without a rule.
    var model = SmallModel(load: [100])
    model.addPlainCoal(cost: 400)
    model.add(Interchange.self) {
      ($0.name, $0.importLimit, $0.importPrice) = ("mixed", .init(megawatts: 80), .constant(100))
      ($0.isNew, $0.importRenewable) = (true, .constant(0.2))
    }
    var goal = Goal()
    (goal.id, goal.metric) = ("share", "corridor-renewable-share")
    (goal.comparison, goal.threshold) = (.atMost, 0.5)
    model.goals = [goal]
    let held = try model.solve { $0.enforcesGoals = true }
    #expect(held.power("mixed") == [80])
    #expect(held.verdict("share")?.verdict == .pass)
  }
}
