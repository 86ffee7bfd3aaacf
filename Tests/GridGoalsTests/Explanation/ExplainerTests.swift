import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

struct ExplainerTests {
  /// 60 MW of wind in the first of two hours, 40 MW of load in both, coal at 100 and a store with dear wear.
  ///
  /// The cheapest schedule curtails 20 of 60 MWh, a third: wear of 200 is dearer than coal at 100.
  private func model(store megawatts: Double, atMost threshold: Double = 0.1) -> SmallModel {
    var model = SmallModel.windyHour(store: megawatts)
    model.goals = [goal("curtailment", "curtailment", .atMost, threshold)]
    return model
  }

  private func goal(
    _ id: String,
    _ metric: String,
    _ comparison: Goal.Comparison,
    _ threshold: Double
  ) -> Goal {
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison, goal.threshold) = (id, metric, comparison, threshold)
    return goal
  }

  /// An option that changes columns of an asset.
  private func option(
    _ name: String,
    on asset: any Asset,
    cost: Double,
    _ columns: [(String, Double, Double)]
  ) throws -> CapacityOption {
    var option = CapacityOption()
    (option.name, option.asset, option.cost.perYear) = (name, asset.name, cost)
    var changed = asset
    for (column, before, after) in columns {
      changed = try changed.changed(column, to: NumberText.shortest(after)).get()
      option.changes.append(.init(column: column, unit: "MW", before: before, after: after))
    }
    option.changed = changed
    return option
  }

  private func explain(
    _ grid: GridModel,
    _ id: String,
    reached: Double,
    holding: Set<String> = []
  ) throws -> Explanation {
    let goal = try #require(grid.goals.first { $0.id == id })
    let explainer = Explainer(
      grid,
      reached: [id: reached],
      holding: holding,
      options: DispatchOptions()
    )
    return try #require(try explainer.explain(goal))
  }

  private func grid(_ model: SmallModel, _ options: [CapacityOption] = []) -> GridModel {
    GridModel(
      setting: model.setting,
      assets: model.assets,
      goals: model.goals,
      options: options,
      issues: [],
      resolved: []
    )
  }

  @Test func `a goal that only costs money is told with its price`() throws {
    // At most 6 MWh curtailed: 14 stored at 200 of wear in place of coal at 100. All 20 could be stored.
    let explanation = try explain(grid(model(store: 50)), "curtailment", reached: 1 / 3)
    #expect(abs((explanation.attainable ?? 1)) < 1e-6)
    #expect(explanation.isAttainable == true)
    let price = try #require(explanation.price)
    #expect(abs(price.cost - 1400) < 0.1)
    #expect(abs(price.perPart - 100) < 0.1)
  }

  @Test func `what holds a goal is found by taking it away`() throws {
    // The store takes 10 of the 20 MWh left over; it is slow, not small: its 100 MWh would hold more.
    let explanation = try explain(grid(model(store: 10)), "curtailment", reached: 1 / 3)
    #expect(abs((explanation.attainable ?? 0) - 10 / 60) < 1e-6)
    #expect(explanation.isAttainable == false)
    #expect(explanation.causes.first?.cause == .storagePower)
    #expect(abs((explanation.causes.first?.best ?? 1)) < 1e-6)
    let size = explanation.causes.first { $0.cause == .storageEnergy }
    #expect(abs(size?.gain ?? 1) < 1e-6)
    #expect(explanation.price == nil)
  }

  @Test func `options that are too small together are said to be`() throws {
    // 2 MW more take 12 of 20 MWh: 8 of 60 are left.
    let model = model(store: 10)
    let store = try #require(model.assets.first { $0.name == "store" })
    let small = try option("small", on: store, cost: 1, [("power_mw", 10, 12)])
    let explanation = try explain(grid(model, [small]), "curtailment", reached: 1 / 3)
    #expect(abs((explanation.bestWithAllOptions ?? 0) - 8 / 60) < 1e-6)
  }

  @Test func `goals that cannot hold together are named, and no others`() throws {
    // Coal may burn no less than 40 MWh's worth, so nothing can be stored: curtailment stays at a third.
    var model = model(store: 50)
    model.goals += [
      goal("wind", "curtailment", .atMost, 1),
      goal("coal", "non-fossil-generation-share", .atMost, 0.5),
    ]
    let explanation = try explain(
      grid(model),
      "curtailment",
      reached: 1 / 3,
      holding: ["wind", "coal"]
    )
    #expect(explanation.conflict == ["curtailment", "coal"])
  }

  @Test func `options that bear on a capacity are told apart from those that do not`() throws {
    var model = model(store: 10)
    model.goals = [goal("storage", "new-storage-capacity", .atLeast, 25)]
    let store = try #require(model.assets.first { $0.name == "store" })
    let larger = try option("larger", on: store, cost: 100, [("energy_mwh", 100, 200)])
    let idle = try explain(grid(model, [larger]), "storage", reached: 10)
    #expect(idle.best == 10)
    #expect(idle.bestWithAllOptions == 10)
    #expect(idle.remarks.contains { $0.contains("None of the model's options bears on this goal") })
    let little = try option("little", on: store, cost: 100, [("power_mw", 10, 20)])
    #expect(
      try explain(grid(model, [larger, little]), "storage", reached: 10).bestWithAllOptions == 20
    )
    let enough = try option("enough", on: store, cost: 100, [("power_mw", 10, 40)])
    #expect(
      try explain(grid(model, [enough]), "storage", reached: 10).bestWithAllOptions == nil
    )
  }

  @Test func `peak response is held by the limits of calls`() throws {
    // The peak lasts four hours, a call two, one call a day: nothing can be off for all of it.
    var model = SmallModel(load: [50, 100, 100, 100, 100, 50])
    model.addImport(at: 50)
    model.add(InterruptibleLoad.self) {
      $0.name = "works"
      $0.capacity = Power(megawatts: 10)
      ($0.hoursPerCall, $0.callsPerDay, $0.callsPerYear, $0.noticeHours) = (2, 1, 8760, 0)
    }
    var peak = goal("peak", "peak-response", .atLeast, 0.05)
    peak.variant = "verified"
    model.goals = [peak]
    let works = try #require(model.assets.last)
    let more = try option("more works", on: works, cost: 100, [("capacity_mw", 10, 30)])
    let reached = try #require(
      try model.solve().result.verdicts.first { $0.goal.id == "peak" }?.value
    )
    let explanation = try explain(grid(model, [more]), "peak", reached: reached)
    #expect(explanation.causes.first?.cause == .callLimits)
    // Two calls of 5 MW cover the four hours; a call a day for each MW, so 10 MW give 5: 5 % of 100.
    #expect(abs((explanation.best ?? 0) - 0.05) < 1e-6)
    #expect(abs((explanation.causes.first?.best ?? 0) - 0.1) < 1e-6)
  }
}
