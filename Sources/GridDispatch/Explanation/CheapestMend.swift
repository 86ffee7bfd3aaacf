import Grid
import LinearProgramming

/// The cheapest mend of a goal that the dispatch decides: options as sized columns at their yearly cost.
struct CheapestMend {
  private let explainer: Explainer
  private let goal: Goal
  private let kept: [Goal]
  private let sized: SizedGrid
  private var grid: GridModel { explainer.grid }

  /// Shares are given to a thousandth, rounded up.
  private static let steps = 1000.0
  /// How far a row may be off while sizes are sought, MW; what is found is held against the grid anew.
  private static let sizingTolerance = 1.0
  /// How often the mend is enlarged where the model's commitment asks for more.
  private static let rounds = 4

  init(_ explainer: Explainer, _ goal: Goal, beside kept: [Goal]) {
    (self.explainer, self.goal, self.kept) = (explainer, goal, kept)
    sized = SizedGrid(explainer.grid)
  }

  @available(*, noasync)
  func find(_ explanation: inout Explanation) throws(SolverError) {
    guard !sized.options.isEmpty else {
      if explanation.isAttainable == false {
        explanation.remarks.append(
          "The model names no options, so no mend was sought; see `gridflex describe options`."
        )
      }
      return
    }
    let ceiling = try explainer.attainable(grid).reach(goal) {
      sized.formulated(enforcing: []).model
    }
    guard let ceiling, goal.isMet(by: ceiling) else {
      explanation.bestWithAllOptions = ceiling
      return
    }
    var target = goal
    var useful: Double?
    for _ in 0..<Self.rounds {
      guard let (shares, kept) = try shares(for: target, storesKeep: useful) else { break }
      guard shares.contains(where: { $0 > 0 }) else { return }
      let mended = sized.grid(taking: shares)
      let best = try explainer.reach(goal, in: mended, grid.setting.commitment)
      guard let best, let threshold = target.threshold else { break }
      if goal.isMet(by: best) {
        explanation.mend = try mend(shares, mended, best: best)
        return
      }
      // Surplus that was burnt in stores must go elsewhere; what commitment takes is asked for beyond the
      // threshold, and a tenth more.
      useful = goal.metric == Curtailment().name ? kept : nil
      target.threshold = threshold + 1.1 * ((goal.threshold ?? threshold) - best)
    }
    explanation.remarks.append(
      "Sizes that hold the goal in a simpler program did not hold it with commitment and without surplus "
        + "burnt in stores."
    )
  }

  /// The cheapest shares, rounded up; nil where there is no answer.
  ///
  /// With them comes what stores take in beyond what they give, less what they burn, MWh. Where that is known
  /// from the round before, the program may not burn more, as in ``BurntEnergySearch``.
  private func shares(
    for target: Goal,
    storesKeep useful: Double?
  ) throws(SolverError) -> (shares: [Double], kept: Double)? {
    var (model, columns) = sized.formulated(enforcing: kept + [target])
    let stores = BurntEnergySearch.stores(among: grid.assetSummaries)
    if let useful, let threshold = target.enforcedThreshold,
      let sums = GoalEnforcement.ratioSums(target, among: grid.assetSummaries, in: model)
    {
      model.requireTotal(
        "goal \(goal.id) with what is burnt",
        of: .zone(grid.setting.zones[0].name),
        sums.numerator - threshold * sums.denominator
          + BurntEnergySearch.keptByStores(stores, in: model),
        over: model.steps,
        atMost: max(0, useful),
        isGlobal: true
      )
    }
    let solved = try explainer.attainable(grid)
      .solve(model.build(), gap: 1e-6, rowTolerance: Self.sizingTolerance)
    guard solved.hasValues else { return nil }
    let shares = columns.map { column in
      let share = solved.values[column] / SizedGrid.parts
      return share < 0.1 / Self.steps ? 0 : min(1, (share * Self.steps).rounded(.up) / Self.steps)
    }
    return (shares, kept(by: stores, in: model, solved.values))
  }

  /// What stores take in beyond what they give, less what they burn by doing both at once, MWh.
  private func kept(
    by stores: Set<String>,
    in model: DispatchModel,
    _ columns: [Double]
  ) -> Double {
    grid.assetSummaries.filter { stores.contains($0.name) }.reduce(0) { sum, store in
      func hourly(_ quantity: ResultQuantity) -> [Double] {
        model.records.filter { $0.quantity == quantity && $0.owner.name == store.name }
          .reduce(HourlySum()) { $0 + $1.sum }
          .values(of: columns, over: model.horizon.hours)
      }
      let efficiency = store.facts.roundTripEfficiency ?? 1
      return zip(hourly(.charging), hourly(.discharging)).reduce(sum) { sum, flow in
        let passed = max(0, min(flow.0, flow.1 / efficiency))
        return sum + flow.0 - flow.1 - (1 - efficiency) * passed
      }
    }
  }

  private func mend(
    _ shares: [Double],
    _ mended: GridModel,
    best: Double
  ) throws(SolverError) -> Explanation.Mend {
    let taken = zip(sized.options, shares).filter { $0.1 > 0 }
    let (now, running) = (try self.running(grid), try self.running(mended))
    return .init(
      options: taken.map { ($0.0.name, $0.1, $0.1 * $0.0.costPerYear) },
      figures: sized.figures(taking: shares),
      costPerYear: taken.reduce(0) { $0 + $1.1 * $1.0.costPerYear },
      costOverHours: grid.setting.yearShare * taken.reduce(0) { $0 + $1.1 * $1.0.costPerYear },
      runningCost: running.cost.flatMap { with in now.cost.map { with - $0 } },
      best: best,
      cheapest: running.value
    )
  }

  /// The cost of the cheapest schedule without commitment, and the goal's value in it.
  private func running(
    _ grid: GridModel
  ) throws(SolverError) -> (cost: Double?, value: Double?) {
    let model = Dispatch.formulated(grid, detail: DispatchModel.Detail.none)
    let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
    let hours = model.horizon.hours
    let solved = try explainer.attainable(grid)
      .solve(model.build(), gap: 1e-6, rowTolerance: AttainableValue.studyTolerance)
    guard solved.hasValues else { return (nil, nil) }
    let value = sums.flatMap { sums -> Double? in
      let below = sums.denominator.values(of: solved.values, over: hours).reduce(0, +)
      guard below > 0 else { return nil }
      return sums.numerator.values(of: solved.values, over: hours).reduce(0, +) / below
    }
    return (solved.cost, value)
  }
}

extension SizedGrid {
  /// Every figure that changes, as `--set` takes it.
  func figures(taking shares: [Double]) -> [Explanation.Figure] {
    grid.assets.flatMap { asset in
      figures(of: asset.name, taking: shares).map { column, value in
        Explanation.Figure(
          path: "assets/\(type(of: asset).type.name)/\(asset.name)/\(column)",
          unit: asset.unit(of: column),
          before: asset.text(of: column).flatMap(NumberText.parse) ?? 0,
          after: value
        )
      }
    }
  }
}
