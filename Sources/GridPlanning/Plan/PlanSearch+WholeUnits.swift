import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming
import Tables

/// Whole units near the sizes of a branch, dispatched and judged.
extension PlanSearch {
  /// Whole units tried in a branch where goals are missed that figures decide.
  private static let mostTries = 8

  /// Dispatches whole sizes near those of a branch, others where goals are missed that figures decide.
  mutating func attempt(_ branch: Branch) throws(SolverError) {
    for _ in 0..<Self.mostTries {
      guard let found = try wholeSizes(near: branch) else { return }
      // Shares beside whole units follow at once where that is quick.
      guard let shares = try sizes.isLong ? found : beside(found),
        let candidate = try attempt(shares)
      else { return }
      if candidate.holdsGoals {
        if !isDone, let better = try better(than: candidate, from: shares, near: branch) {
          _ = try attempt(better)
        }
        return
      }
      let names = candidate.missed.map(\.id).joined(separator: ", ")
      tell("sizes that the bounds allowed miss \(names); others were sought")
      figures = figures.beside(candidate.result.dispatch)
      whole.figures += try figures.rows(at: candidate.shares)
      // Parts of units follow from the program alone, with these rules.
      if context.takesOwnSizes { return }
    }
  }

  /// Dispatches sizes; nil where they were dispatched before or have no schedule.
  private mutating func attempt(_ shares: [Double]) throws(SolverError) -> PlanCandidate? {
    let shares = opposites.settled(shares)
    guard !context.monitor.isStopped, !tried.contains(shares) else { return nil }
    tried.append(shares)
    stages.end("whole units")
    let model: GridModel
    do throws(InputError) { model = try context.model(taking: shares) } catch {
      let fault = error.issues.first { $0.severity == .error } ?? error.issues.first
      tell("sizes that make no model were left: \(fault.map(\.description) ?? "")")
      return nil
    }
    let told = context.telling("schedule of plan \(tried.count)", gap: best?.gap(to: bound))
    let candidate = try told.candidate(of: shares, model, holding: choice, isLong: sizes.isLong)
    stages.end("dispatch of the planned grid")
    if let candidate, best.map(candidate.isBetter) ?? true { best = candidate }
    return candidate
  }

  /// The next sizes of a branch to try, on which goals that figures decide hold.
  private mutating func wholeSizes(near branch: Branch) throws(SolverError) -> [Double]? {
    guard !context.takesOwnSizes else { return ended(at: branch.target) }
    var last: [Double]?
    for _ in 0..<Self.mostTries {
      let found = try whole.shares(near: branch.target, in: branch.box, monitor: context.monitor)
      // Planes that do not move sizes any more say no more.
      guard let shares = found, shares != last else { return found }
      // A goal that bends with the sizes may be missed between the planes that are known.
      let isMissed = try figures.holds(at: shares).contains { $0.map { $0 < -1e-6 } ?? false }
      guard isMissed else { return shares }
      whole.figures += try figures.rows(at: shares)
      last = shares
    }
    return last
  }

  /// Sizes that may cost less than some that were rounded: those beside the same whole units as they cost least.
  private mutating func better(
    than candidate: PlanCandidate,
    from shares: [Double],
    near branch: Branch
  ) throws(SolverError) -> [Double]? {
    guard !context.takesOwnSizes else { return nil }
    let isRounded = candidate.gap(to: whole.bound(at: shares)) > context.options.dispatch.gap / 2
    return sizes.isLong && isRounded ? try beside(shares) : nil
  }

  /// Sizes with those of which any share can be taken as they cost least beside the whole units; nil where these hold
  /// no schedule.
  ///
  /// Rounded as well they would leave a little short what whole units have just enough of.
  private mutating func beside(_ shares: [Double]) throws(SolverError) -> [Double]? {
    guard whole.isMixed, !context.takesOwnSizes else { return shares }
    let options = context.sized.options
    let held = zip(shares, options).map { $1.extent.parts == nil ? nil : $0 }
    let answered = try answer(
      in: SizeBox(options).holding(held),
      likely: shares.map { $0 > Self.nothing },
      as: "sizes beside whole units"
    )
    stages.end("sizes beside whole units")
    guard let solved = answered?.solved else { return shares }
    guard solved.hasValues else { return solved.infeasibility == nil ? shares : nil }
    let free = ended(at: sizes.program.shares(in: solved.values))
    return options.indices.map { options[$0].extent.parts == nil ? free[$0] : shares[$0] }
  }

  /// Shares as the program ended at them: none or all where it is as near as it solves.
  ///
  /// Rounded to whole parts they would leave a little short what the program has just enough of.
  private func ended(at shares: [Double]) -> [Double] {
    zip(shares, context.sized.options).map { share, option in
      let (least, most) = (option.extent.least, option.extent.most)
      if share <= least + 1e-6 * most { return least }
      return share >= most * (1 - 1e-6) ? most : share
    }
  }
}
