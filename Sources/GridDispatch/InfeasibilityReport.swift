package import GridFormulation
public import Hourly
package import LinearProgramming
import Tables

/// Why no schedule exists, in the words of the grid, with the proof.
public struct InfeasibilityReport: Sendable {
  /// A run of hours in which a balance or rule cannot be kept.
  public struct Finding: Sendable {
    /// The first hour.
    public let start: TimeStamp
    /// The hour after the last.
    public let end: TimeStamp
    /// What cannot be kept, in one sentence.
    public let text: String
  }

  /// What stands in the way, in order of time; empty where it was stopped before that was found.
  public let findings: [Finding]
  /// Whether the program's infeasibility is proved by multipliers checked in our own arithmetic.
  public let isProved: Bool
  /// By how much the proof holds.
  public let margin: Double

  /// Solves once more with slack on the balances and rules and says where it is used.
  @available(*, noasync)
  package static func make(
    _ grid: GridModel,
    _ model: DispatchModel,
    _ program: LinearProgram,
    result: SolveResult,
    monitor: SolveMonitor
  ) throws(SolverError) -> InfeasibilityReport {
    let rules = Rules(of: program, balances: model.prices.filter(\.isBalance))
    let balances = rules.balances.flatMap(\.rows.range)
    var elastic = try ElasticRelaxation.solve(program, rows: balances, monitor: monitor)
    var rows = balances
    if elastic.termination == .infeasible || elastic.slack.isEmpty {
      rows = Array(0..<program.rowCount)
      elastic = try ElasticRelaxation.solve(program, rows: rows, monitor: monitor)
    }
    guard elastic.slack.count == rows.count else {
      return InfeasibilityReport(
        findings: [],
        isProved: result.infeasibility?.isProof ?? result.isRuledOut,
        margin: result.infeasibility?.margin ?? 0
      )
    }
    let used = rows.indices.filter { abs(elastic.slack[$0]) > 1e-6 }
      .map { (rows[$0], elastic.slack[$0]) }
    let schedule = elastic.values.isEmpty ? nil : model.schedule(of: elastic.values)
    return InfeasibilityReport(
      findings: findings(used, rules, program, grid, schedule),
      isProved: result.infeasibility?.isProof ?? result.isRuledOut,
      margin: result.infeasibility?.margin ?? 0
    )
  }

  /// Joins hours that follow each other and share a rule and a direction.
  private static func findings(
    _ used: [(Int, Double)],
    _ rules: Rules,
    _ program: LinearProgram,
    _ grid: GridModel,
    _ schedule: Schedule?
  ) -> [Finding] {
    struct Run {
      var rule: Rules.Rule
      var first: Int
      var last: Int
      var worst: Int
      var slack: Double
    }
    var runs: [Run] = []
    for (row, slack) in used {
      let rule = rules.rule(of: row)
      let step = Int(program.rowStage[row])
      if let previous = runs.last, previous.rule == rule, previous.last + 1 == step,
        (previous.slack > 0) == (slack > 0)
      {
        runs[runs.count - 1].last = step
        if abs(slack) > abs(previous.slack) {
          runs[runs.count - 1].slack = slack
          runs[runs.count - 1].worst = step
        }
      } else {
        runs.append(Run(rule: rule, first: step, last: step, worst: step, slack: slack))
      }
    }
    return runs.map { run in
      let isGlobal = run.first < 0
      let start = isGlobal ? grid.horizon.start : grid.horizon.time(of: run.first)
      let end = isGlobal ? grid.horizon.end : grid.horizon.time(of: run.last + 1)
      return Finding(
        start: start,
        end: end,
        text: sentence(run.rule, run.slack, at: max(run.worst, 0), schedule)
      )
    }
  }

  private static func sentence(
    _ rule: Rules.Rule,
    _ slack: Double,
    at step: Int,
    _ schedule: Schedule?
  ) -> String {
    let amount = NumberText.fixed(abs(slack).rounded(.up), decimals: 0)
    let isSurplus = slack < 0
    switch rule {
    case .other(let name): return "the rule \(name) cannot be kept by \(amount)"
    case .balance(.heatPrice, let heatZone):
      return isSurplus
        ? "heat that must be given exceeds the demand of \(heatZone.name) by \(amount) MW"
        : "heat that must be taken in \(heatZone.name) exceeds what is given by \(amount) MW"
    case .balance:
      guard let schedule else { return "the balance is missed by \(amount) MW" }
      let parts = contributions(schedule, at: step, isInjection: isSurplus)
      return isSurplus
        ? "must-run output exceeds demand and export by \(amount) MW (\(parts))"
        : "demand and scheduled export exceed all output by \(amount) MW (\(parts))"
    }
  }

  /// The largest injections, or withdrawals, of an hour.
  private static func contributions(
    _ schedule: Schedule,
    at step: Int,
    isInjection: Bool
  ) -> String {
    let powers = schedule.series(of: .power)
      .map { (label: $0.label, power: $0.values[step]) }
      .filter { isInjection ? $0.power > 0.5 : $0.power < -0.5 }
      .sorted { (-abs($0.power), $0.label) < (-abs($1.power), $1.label) }
    let demand = schedule.hourly(.demand)[step]
    let shown = powers.prefix(4).map {
      "\($0.label) \(NumberText.fixed(abs($0.power), decimals: 0))"
    }
    return (shown + ["demand \(NumberText.fixed(demand, decimals: 0))"]).joined(separator: ", ")
  }
}

/// What the rows of a program say: the balance of a zone, or a rule of that name.
private struct Rules {
  enum Rule: Equatable {
    case balance(ResultQuantity, Owner)
    case other(String)
  }

  let balances: [PricedRule]
  private let families: [LinearProgram.Family]

  init(of program: LinearProgram, balances: [PricedRule]) {
    self.balances = balances
    families = program.rowFamilies
  }

  func rule(of row: Int) -> Rule {
    if let balance = balances.first(where: { $0.rows.range.contains(row) }) {
      return .balance(balance.quantity, balance.owner)
    }
    return .other(families.first { $0.range.contains(row) }?.name ?? "row \(row)")
  }
}
