/// Re-solves windows between a past and a future that stay as they are, side by side.
///
/// A primal window can only lower the cost, a dual one only raise the bound. Windows of one round
/// lie further apart than any row reaches, so they do not touch each other.
struct ClosedWindows: Sendable {
  let context: RollingContext
  let threads: Int
  let stop: StopSignal

  /// What a round of windows found.
  struct Round: Sendable {
    var values: [Double]
    var duals: [Double]
    /// The primal windows that gave no point, by their number.
    var unsolved: [Int] = []
    var iterations = 0
    var seconds: [Double] = []
  }

  /// Solves primal and dual windows from a point and row duals; what is not solved stays as it is.
  func solve(
    primal: [Range<Int>],
    dual: [Range<Int>],
    values: [Double],
    duals: [Double]
  ) throws(SolverError) -> Round {
    let share = 1 / Double(max(1, primal.count))
    let order = Self.interleaved(primal.count, dual.count)
    let answers = try Workers.map(threads: threads, count: order.count) {
      number throws(SolverError) in
      let (isPrimal, place) = order[number]
      return isPrimal
        ? try self.primal(primal[place], shareOfSlack: share, values: values)
        : try self.dual(dual[place], duals: duals)
    }
    var round = Round(values: values, duals: duals)
    round.seconds = answers.map(\.seconds)
    for (number, (solution, _)) in answers.enumerated() {
      round.iterations += solution.iterations
      let (isPrimal, place) = order[number]
      if !isPrimal {
        guard solution.termination == .optimal else { continue }
        take(duals: solution.rowDuals, at: dual[place], to: &round.duals)
      } else if solution.termination == .optimal {
        take(solution.values, at: primal[place], to: &round.values)
      } else {
        round.unsolved.append(place)
      }
    }
    return round
  }

  private func primal(
    _ stages: Range<Int>,
    shareOfSlack: Double,
    values: [Double]
  ) throws(SolverError) -> Solution {
    let window = RollingWindow(
      closedAt: stages,
      context,
      shareOfSlack: shareOfSlack,
      values: values
    )
    return try Simplex.solve(window.program, stop: stop)
  }

  private func dual(_ stages: Range<Int>, duals: [Double]) throws(SolverError) -> Solution {
    let window = RollingWindow(dualAt: stages, context, globalLevels: context.globalLevels) {
      duals[$0]
    }
    return try Simplex.solve(window.program, stop: stop)
  }

  private func take(_ solved: [Double], at stages: Range<Int>, to values: inout [Double]) {
    let (program, index) = (context.program, context.index)
    let base = index.columnStart[stages.lowerBound]
    for rank in base..<index.columnStart[stages.upperBound] {
      let column = Int(index.columnOrder[rank])
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      values[column] = min(max(solved[rank - base], lower), upper)
    }
  }

  private func take(duals solved: [Double], at stages: Range<Int>, to duals: inout [Double]) {
    let index = context.index
    let base = index.rowStart[stages.lowerBound]
    for rank in base..<index.rowStart[stages.upperBound] {
      duals[Int(index.rowOrder[rank])] = solved[rank - base]
    }
  }

  /// One primal, one dual and so on, so that neither kind waits for all of the other.
  private static func interleaved(_ primal: Int, _ dual: Int) -> [(isPrimal: Bool, place: Int)] {
    var result: [(isPrimal: Bool, place: Int)] = []
    for place in 0..<max(primal, dual) {
      if place < primal { result.append((true, place)) }
      if place < dual { result.append((false, place)) }
    }
    return result
  }
}
