import GridFormulation
import LinearProgramming
import Tables

/// The fixes of a goal that the dispatch decides: of least outlay, and of least total cost.
///
/// A program in which the sizes of options are decisions finds where to look: with the model's own commitment for
/// hours that are solved whole, without it for more. Its sizes are held against the grid with the mean figures, and
/// enlarged where they miss; then each is made smaller until the goal would no longer hold.
struct CheapestFix {
  /// What a program of sizes makes small.
  private enum Aim { case outlay, totalCost }

  private let explainer: Explainer
  private let goal: Goal
  private let kept: [Goal]
  private let sized: SizedGrid
  private let costs: FixCosts
  private var grid: GridModel { explainer.grid }

  /// How far a row may be off while sizes of a year are sought, MW; what is found is held against the grid anew.
  private static let sizingTolerance = 1.0
  /// How often the target of the program of sizes is moved by what they miss.
  private static let rounds = 4

  init(_ explainer: Explainer, _ goal: Goal, beside kept: [Goal]) {
    (self.explainer, self.goal, self.kept) = (explainer, goal, kept)
    sized = SizedGrid(explainer.grid, addsOnly: true)
    costs = FixCosts(explainer: explainer, goal: goal, kept: kept)
  }

  @available(*, noasync)
  func find(_ explanation: inout Explanation) throws(SolverError) {
    guard !sized.options.isEmpty else {
      if explanation.isAttainable != true {
        explanation.remarks.append(
          "The model names no options, so no fix was sought; see `gridflex describe options`."
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
    var search = SizeSearch(
      costs: sized.options.map(\.cost.perYear),
      subjects: sized.subjects,
      limits: sized.limits,
      judge: miss
    )
    let nothing = [Int](repeating: 0, count: sized.options.count)
    guard let least = try leastOutlay(from: nothing, &search) else {
      explanation.bestWithAllOptions = try best(search.most)
      explanation.remarks.append(
        "Sizes that hold the goal in a program without commitment do not hold it with commitment."
      )
      return
    }
    let now = try costs.running(grid, holding: kept)
    if least != nothing { explanation.leastOutlay = try fix(least, beside: now) }
    let cheapest = try leastTotal(from: least, &search)
    if cheapest != nothing { explanation.leastTotalCost = try fix(cheapest, beside: now) }
  }

  // MARK: - Least outlay

  /// Sizes that hold the goal at the least outlay; nil where none do.
  private func leastOutlay(
    from nothing: [Int],
    _ search: inout SizeSearch
  ) throws(SolverError) -> [Int]? {
    if try search.miss(of: nothing) <= 0 { return nothing }
    var target = goal
    var sizes = nothing
    for _ in 0..<Self.rounds {
      guard let next = try self.sizes(for: target, least: .outlay) else { break }
      sizes = next
      let miss = try search.miss(of: sizes)
      guard miss > 0, miss.isFinite, let threshold = target.threshold else { break }
      target.threshold = threshold + (goal.isFloor ? 1.1 : -1.1) * miss
    }
    if try search.miss(of: sizes) > 0 {
      guard let larger = try search.enlarged(from: sizes, towards: search.most) else { return nil }
      sizes = larger
    }
    sizes = try search.shrunk(sizes)
    if costs.followsCommitment { sizes = try search.exchanged(sizes) }
    return try dispatched(sizes, search)
  }

  /// The sizes, or the first larger ones of which a dispatch with the goals enforced holds them.
  private func dispatched(
    _ sizes: [Int],
    _ search: SizeSearch
  ) throws(SolverError) -> [Int] {
    guard costs.followsCommitment else { return sizes }
    var enforced = SizeSearch(
      costs: sized.options.map(\.cost.perYear),
      subjects: sized.subjects,
      limits: sized.limits
    ) { sizes throws(SolverError) in try total(of: sizes) == nil ? nil : 0 }
    if try enforced.miss(of: sizes) <= 0 {
      return try enforced.trimmed(sizes, by: [16, 8, 4, 2, 1])
    }
    return try enforced.enlarged(from: sizes, towards: search.most) ?? sizes
  }

  /// By how much sizes miss the goal, served before cost, with the goals that are kept; nil where there is no schedule.
  private func miss(_ sizes: [Int]) throws(SolverError) -> Double? {
    guard let best = try best(sizes), let threshold = goal.enforcedThreshold else { return nil }
    let miss = goal.isFloor ? threshold - best : best - threshold
    return goal.isMet(by: best) ? min(miss, 0) : max(miss, .leastNormalMagnitude)
  }

  private func best(_ sizes: [Int]) throws(SolverError) -> Double? {
    try explainer.reach(
      goal,
      in: sized.grid(taking: shares(sizes)),
      grid.setting.commitment,
      beside: kept
    )
  }

  // MARK: - Least total cost

  /// Sizes that hold the goal at the least yearly cost of options and running together.
  private func leastTotal(
    from outlay: [Int],
    _ search: inout SizeSearch
  ) throws(SolverError) -> [Int] {
    var starts = [outlay]
    if let sizes = try sizes(for: goal, least: .totalCost) {
      let sound = try search.miss(of: sizes) <= 0 ? sizes : zip(sizes, outlay).map { max($0, $1) }
      if try search.miss(of: sound) <= 0 { starts.append(sound) }
    }
    var best: (sizes: [Int], total: Double)?
    for start in starts {
      guard let total = try total(of: start), total < best?.total ?? .infinity else { continue }
      best = (start, total)
    }
    guard let best else { return outlay }
    guard costs.followsCommitment else { return best.sizes }
    return try search.bettered(best.sizes, asking: FixCosts.mostTotals, total: total)?.sizes
      ?? best.sizes
  }

  /// What options and running cost together over the hours solved; nil where the goals do not hold.
  private func total(of sizes: [Int]) throws(SolverError) -> Double? {
    let fixed = sized.grid(taking: shares(sizes))
    guard let running = try costs.running(fixed, holding: kept + [goal]) else { return nil }
    return running + grid.setting.yearShare * outlay(of: sizes)
  }

  // MARK: - Sizes as decisions

  /// The sizes that a program finds cheapest, rounded up; nil where there is no answer.
  private func sizes(for target: Goal, least aim: Aim) throws(SolverError) -> [Int]? {
    let detail = costs.followsCommitment ? grid.setting.commitment : .none
    var (model, columns) = sized.formulated(enforcing: kept + [target], detail)
    if aim == .outlay { sized.aimAtOutlay(&model, columns) }
    let solved = try explainer.attainable(grid, detail).solve(
      model.build(),
      gap: 1e-6,
      rowTolerance: costs.followsCommitment ? nil : Self.sizingTolerance
    )
    return solved.hasValues ? sized.sizes(columns, in: solved) : nil
  }

  private func shares(_ sizes: [Int]) -> [Double] {
    sizes.map { Double($0) / Double(SizeSearch.parts) }
  }

  private func outlay(of sizes: [Int]) -> Double {
    zip(sized.options, shares(sizes)).reduce(0) { $0 + $1.1 * $1.0.cost.perYear }
  }

  private func fix(
    _ sizes: [Int],
    beside now: Double?
  ) throws(SolverError) -> Explanation.Fix {
    let fixed = sized.grid(taking: shares(sizes))
    let running = try costs.running(fixed, holding: kept + [goal])
    let yearly = now.flatMap { now in running.map { ($0 - now) / grid.setting.yearShare } }
    return sized.fix(
      taking: shares(sizes),
      runningCostPerYear: yearly,
      followsCommitment: costs.followsCommitment && grid.setting.commitment != .none,
      best: try best(sizes),
      cheapest: try costs.valueOfCheapest(fixed)
    )
  }
}
