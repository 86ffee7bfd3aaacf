import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// Goals on one zone, on a corridor and on the whole, worked by hand.
struct ZoneGoalTests {
  /// Two zones with a corridor of 40 MW from `west` to `home`.
  ///
  /// In the west 100 MW of wind in the first of two hours, lignite and 20 MW of load; at home coal and 60 MW.
  private func model(_ change: (inout Corridor) -> Void = { _ in }) -> SmallModel {
    var model = SmallModel(load: [60, 60])
    model.addZone("west", load: [20, 20], area: "plains")
    model.add(Wind.self, in: "west") {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = .series("wind")
    }
    _ = model.series("wind", [1, 0])
    model.addPlainCoal("lignite", megawatts: 100, cost: 100, in: "west")
    model.addPlainCoal("coal", megawatts: 100, cost: 200)
    model.add(Corridor.self, in: "west") {
      $0.name = "link"
      $0.to = SmallModel.zone
      $0.forwardLimit = Power(megawatts: 40)
      $0.isNew = true
      change(&$0)
    }
    return model
  }

  private func goal(
    _ metric: String,
    variant: String? = nil,
    zone: String? = nil,
    asset: String? = nil,
    atLeast: Double? = nil,
    atMost: Double? = nil
  ) -> Goal {
    var goal = Goal()
    goal.id = "goal"
    goal.metric = metric
    goal.variant = variant
    goal.zone = zone
    goal.asset = asset
    goal.atLeast = atLeast
    goal.atMost = atMost
    _ = goal.settleThreshold()
    return goal
  }

  private func verdict(_ goal: Goal, _ change: (inout Corridor) -> Void = { _ in }) throws
    -> GoalVerdict
  {
    var model = model(change)
    model.goals = [goal]
    return try #require(try model.solve().verdict("goal"))
  }

  @Test func `curtailment of a zone counts its own plants`() throws {
    // 20 stay and 40 go: 40 of 100 MW are curtailed in the first hour.
    #expect(try verdict(goal("curtailment", zone: "west", atMost: 0.5)).value == 0.4)
    #expect(try verdict(goal("curtailment", atMost: 0.5)).value == 0.4)
    #expect(
      try verdict(goal("curtailment", zone: SmallModel.zone, atMost: 0.5)).verdict == .notJudged
    )
  }

  @Test func `a goal may name an area`() throws {
    #expect(try verdict(goal("curtailment", zone: "plains", atMost: 0.5)).value == 0.4)
  }

  @Test func `imports of a zone are what it receives over corridors`() throws {
    // Home makes 20 MWh of coal an hour and receives 40: none of its own is free of fossil fuel.
    let found = try verdict(
      goal(
        "non-fossil-generation-share",
        variant: "with-imports",
        zone: SmallModel.zone,
        atLeast: 0
      )
    )
    #expect(found.denominator.map(rounded) == 120)
    #expect(found.numerator == 0)
  }

  @Test func `what a zone sends is no import of the whole`() throws {
    let found = try verdict(
      goal("non-fossil-generation-share", variant: "with-imports", atLeast: 0)
    )
    // 60 of wind, 60 of lignite, 40 of coal.
    #expect(found.denominator.map(rounded) == 160)
    #expect(found.numerator.map(rounded) == 60)
  }

  @Test func `renewable energy that is received counts by the mix of where it is made`() throws {
    // First hour 40 MWh of pure wind, second 40 of lignite: 40 of 120 MWh used at home.
    let found = try verdict(
      goal("renewable-consumption-weight", zone: SmallModel.zone, atLeast: 0.1)
    )
    #expect(found.numerator.map(rounded) == 40)
    #expect(found.denominator.map(rounded) == 120)
    // West keeps 20 of 60 MWh of wind.
    let west = try verdict(goal("renewable-consumption-weight", zone: "west", atLeast: 0.1))
    #expect(west.numerator.map(rounded) == 20)
  }

  @Test func `a corridor carries the hourly mix of the sending zone`() throws {
    let found = try verdict(goal("corridor-renewable-share", asset: "link", atLeast: 0.5))
    #expect(found.variant == "proportional")
    #expect(found.value.map(rounded) == 0.5)
  }

  @Test func `without a name every new corridor is judged`() throws {
    let found = try verdict(goal("corridor-renewable-share", atLeast: 0.6))
    #expect(found.value.map(rounded) == 0.5)
    #expect(found.verdict == .fail)
  }

  @Test func `a corridor under contract carries what its plants give`() throws {
    // A fifth of the wind: 0.2·60 MWh of the 40 that go in the first hour, none of the second.
    let found = try verdict(goal("corridor-renewable-share", asset: "link", atLeast: 0.1)) {
      $0.attribution = .contract
      $0.contractPlants = "wind:0.2"
    }
    #expect(found.variant == "contract")
    #expect(found.numerator.map(rounded) == 12)
    #expect(found.denominator.map(rounded) == 80)
  }

  // MARK: Bought power

  /// 100 MW of load, 40 of them bought; what is bought is renewable and hydropower to the shares given.
  private func weight(
    _ variant: String,
    renewable: Double?,
    hydro: Double? = nil,
    atLeast: Double
  ) throws -> GoalVerdict {
    var model = SmallModel(load: [100])
    model.addPlainCoal(megawatts: 60, cost: 400)
    model.add(Wind.self) {
      ($0.name, $0.capacity) = ("wind", Power(megawatts: 20))
      $0.availability = .constant(1)
    }
    model.add(Interchange.self) {
      ($0.name, $0.importLimit, $0.importPrice) = ("east", Power(megawatts: 40), .constant(300))
      $0.importRenewable = renewable.map { .constant($0) }
      $0.importHydro = hydro.map { .constant($0) }
    }
    model.goals = [goal("renewable-consumption-weight", variant: variant, atLeast: atLeast)]
    return try #require(try model.solve().verdict("goal"))
  }

  @Test func `what is bought counts by the renewable share of its source`() throws {
    // 20 of wind and half of 40.
    #expect(try weight("total", renewable: 0.5, atLeast: 0.5).value.map(rounded) == 0.4)
    // A quarter is hydropower: 20 + 40·0.25.
    let dry = try weight("non-hydro", renewable: 0.5, hydro: 0.25, atLeast: 0.3)
    #expect(dry.value.map(rounded) == 0.3)
    #expect(dry.verdict == .pass)
  }

  @Test
  func `where its source is not told the weight is a least and judged only if that is enough`()
    throws
  {
    let enough = try weight("total", renewable: nil, atLeast: 0.2)
    #expect(enough.verdict == .pass)
    let short = try weight("total", renewable: nil, atLeast: 0.3)
    #expect(short.value.map(rounded) == 0.2)
    #expect(short.verdict == .notJudged)
    #expect(short.remark?.contains("import_renewable_pu") == true)
    #expect(try weight("total", renewable: 0, atLeast: 0.3).verdict == .fail)
  }

  @Test func `load beside the zone's is consumed, too`() throws {
    // 60 MW of load and an electrolyser of 20 with 40 of wind: half of all that is consumed.
    var model = SmallModel(load: [60])
    model.addPlainCoal(megawatts: 60)
    model.add(Wind.self) {
      ($0.name, $0.capacity) = ("wind", Power(megawatts: 40))
      $0.availability = .constant(1)
    }
    model.add(Hydrogen.self) {
      ($0.name, $0.capacity, $0.efficiency) = ("plant", Power(megawatts: 20), YieldCurve(0.5))
      ($0.demand, $0.delivery) = (.constant(10), .hour)
    }
    model.goals = [goal("renewable-consumption-weight", atLeast: 0.5)]
    #expect(try model.solve().verdict("goal")?.value.map(rounded) == 0.5)
  }

  // MARK: Enforced

  private func enforced(_ goal: Goal, _ change: (inout Corridor) -> Void) throws -> SolvedModel {
    var model = model(change)
    model.goals = [goal]
    return try model.solve { $0.enforcesGoals = true }
  }

  @Test func `an enforced share under contract holds back fossil energy`() throws {
    // 40 MWh of wind go in the first hour: at a share of 0.8 another 10 may follow.
    let solved = try enforced(goal("corridor-renewable-share", asset: "link", atLeast: 0.8)) {
      $0.attribution = .contract
      $0.contractPlants = "wind"
    }
    #expect(solved.values(.flow, of: "link") == [40, 10])
    #expect(solved.verdict("goal")?.value.map(rounded) == 0.8)
  }

  @Test func `an enforced share by the hourly mix holds, its cost bounded from below`() throws {
    // The mix of the second hour is lignite alone: the same 10 MWh. The bound knows no mix, but the
    // zone has no other inflow, so it is as tight.
    let solved = try enforced(goal("corridor-renewable-share", asset: "link", atLeast: 0.8)) { _ in
    }
    #expect(solved.verdict("goal")?.verdict == .pass)
    #expect((solved.verdict("goal")?.value ?? 0) >= 0.8 - 1e-6)
    #expect(solved.values(.flow, of: "link") == [40, 10])
  }

  @Test func `an enforced goal of a zone binds that zone`() throws {
    // West may curtail 40 MWh; asked for 30 it cannot, as load and corridor take 60 of 100.
    let solved = try enforced(goal("curtailment", zone: "west", atMost: 0.3)) { _ in }
    #expect(solved.verdict("goal")?.verdict == .unattainable)
  }
}
