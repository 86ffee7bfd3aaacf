import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// The second solve of peak response: what flexible load can really take off the grid.
///
///     maximise z   subject to   Σ taken off the grid in hour t ≥ z   for every peak hour t
///
/// with every rule of the flexible loads kept over the whole horizon: durations, calls a day and a year,
/// make-up within the window, energy and products of the day. What counts are ``PeakResources``; a store that
/// counts gives what it injects. A run of peak hours shorter than a call is lengthened to one. Only what
/// counts is in the program, so it is small, and days away from any peak are left at rest.
enum PeakVerification {
  /// What the resources of a goal can take off the grid; nil where the solve did not end.
  @available(*, noasync)
  static func solve(
    _ goal: Goal,
    _ resources: PeakResources,
    beside load: [Double],
    _ evidence: Evidence
  ) throws(SolverError) -> VerifiedResponse? {
    let grid = evidence.grid
    let peaks = peakHours(of: load, goal)
    let loads = resources.assets + resources.members
    guard !loads.isEmpty, !peaks.isEmpty else {
      return VerifiedResponse(power: 0, peakHours: peaks.count)
    }
    var model = DispatchModel(setting: grid.setting, detail: .linear, allowsShortfall: false)
    for load in AssetLinks.ordered(loads) { model.formulate(load) }
    let stores = loads.filter { $0.facts.technology.isStorage }
    let most =
      loads.reduce(0) { $0 + $1.facts.registeredResponse }
      + stores.reduce(0) { $0 + $1.facts.capacity }
    let owner = Owner.zone(grid.setting.zones[0].name)
    let power = model.scalar("verified response", of: owner, to: most, cost: -1e6)
    let given = stores.reduce(HourlySum()) { $0 + model.recorded(.power, of: $1.owner) }
    let taken = model.sums.reduce(given) { $0 + $1.takenOffGrid }
    for peak in peaks {
      model.requireTotal(
        "peak response at \(peak)",
        of: owner,
        taken - power,
        over: peak..<(peak + 1),
        atLeast: 0,
        isGlobal: false
      )
    }
    let full = model.takeProgram()
    // What a store holds before a peak is of all the hours before: no day of it can be left out.
    let reach = stores.isEmpty ? 24 : grid.horizon.hours
    let kept = columnsNear(peaks, of: full, hours: reach)
    let program = full.restricted(to: kept, others: model.columnsAtRest(full.columnCount))
    let solved = try Solver.solve(
      program,
      options: SolveOptions(method: .exact, gap: 1e-6, threads: 1),
      monitor: evidence.monitor
    )
    guard solved.hasValues else { return nil }
    let position = kept[..<power.terms[0].firstColumn].reduce(0) { $0 + ($1 ? 1 : 0) }
    return VerifiedResponse(
      power: solved.values[position],
      peakHours: peaks.count
    )
  }

  /// The hours with at least the goal's share of the maximum load, runs lengthened to a call.
  private static func peakHours(of demand: [Double], _ goal: Goal) -> [Int] {
    guard let maximum = demand.max(), maximum > 0 else { return [] }
    var isPeak = demand.map { $0 >= goal.peakShare * maximum }
    var step = 0
    while step < isPeak.count {
      guard isPeak[step] else {
        step += 1
        continue
      }
      var end = step
      while end < isPeak.count, isPeak[end] { end += 1 }
      while end < isPeak.count, end - step < goal.callHours {
        isPeak[end] = true
        end += 1
      }
      step = end
    }
    return isPeak.indices.filter { isPeak[$0] }
  }

  /// Which columns lie within some hours of a peak, or belong to no hour.
  private static func columnsNear(
    _ peaks: [Int],
    of program: LinearProgram,
    hours: Int
  ) -> [Bool] {
    let last = Int(program.columnStage.max() ?? 0)
    var isNear = [Bool](repeating: false, count: last + 1)
    for peak in peaks {
      for step in max(0, peak - hours)...min(last, peak + hours) { isNear[step] = true }
    }
    return program.columnStage.map { $0 == LinearProgram.global || isNear[Int($0)] }
  }
}
