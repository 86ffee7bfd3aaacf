import GridFormulation
import Hourly
import Tables

extension Examination {
  /// States a rule for every hour from the given one on; `excess` is how far it is broken.
  ///
  /// - Parameters:
  ///   - rule: The rule in a few words.
  ///   - owner: Whose rule it is.
  ///   - size: What a breach is measured against.
  ///   - first: The first hour it holds for.
  ///   - excess: By how much it is broken in an hour, in its own unit; 0 or less where it holds.
  mutating func require(
    _ rule: String,
    of owner: Owner,
    size: Double,
    from first: Int = 0,
    excess: (Int) -> Double
  ) {
    weigh(rule, owner, size, tolerance.allowed(bySize: size), from: first, excess)
  }

  /// States that two numbers are one by definition in every hour; `difference` may have any sign.
  mutating func identify(
    _ rule: String,
    of owner: Owner,
    size: Double,
    difference: (Int) -> Double
  ) {
    weigh(rule, owner, size, tolerance.identity * size, from: 0) { abs(difference($0)) }
  }

  /// States that of two things at most one is done in an hour: the lesser of both is 0.
  mutating func requireOneWay(
    _ rule: String,
    of owner: Owner,
    size: Double,
    _ one: [Double],
    _ other: [Double]
  ) {
    require(rule, of: owner, size: size) { min(one[$0], other[$0]) }
  }

  /// States a rule on a sum over several hours, the last of them given.
  mutating func requireTotal(
    _ rule: String,
    of owner: Owner,
    size: Double,
    at step: Int?,
    excess: Double
  ) {
    measure(excess / size)
    if !(excess <= tolerance.allowed(bySize: size)) {
      note(owner.label, at: step, rule: rule, amount: excess, "is broken by \(Self.shown(excess))")
    }
  }

  /// Measures the balance of a zone.
  mutating func balance(of owner: Owner, residual: (Int) -> Double) {
    let found = Self.worst(over: 0..<hours, beyond: tolerance.balance) { abs(residual($0)) }
    report.maxBalanceResidualMW = max(report.maxBalanceResidualMW, found.amount)
    guard found.count > 0 else { return }
    note(owner, at: found, rule: "balance")
  }

  /// Settles the cost as recomputed against the one that was stated.
  mutating func settle(cost: Double) {
    report.recomputedCost = ledger.entries.reduce(0) { $0 + $1.amount }
    report.grossCost = ledger.entries.reduce(0) { $0 + $1.gross }
    let difference = abs(report.recomputedCost - cost)
    report.costDifference = difference.isFinite ? difference : .infinity
    if !(difference <= tolerance.cost * max(report.grossCost, 1)) {
      note(
        "cost",
        rule: "cost",
        amount: difference,
        "is stated as \(cost) and comes to \(report.recomputedCost)"
      )
    }
  }

  /// Checks what follows from the schedule and costs it nothing where it is wrong: payments and prices.
  mutating func tellApart(_ check: (inout Examination) -> Void) {
    let known = report.violations.count
    check(&self)
    report.differences += report.violations[known...]
    report.violations.removeSubrange(known...)
  }

  /// Notes a fault.
  mutating func note(
    _ subject: String,
    at step: Int? = nil,
    rule: String,
    amount: Double,
    hours: Int = 1,
    _ what: String
  ) {
    let time = step.map { setting.horizon.time(of: $0) }
    let place = time.map { " at \($0)" } ?? ""
    report.violations.append(
      Violation(
        subject: subject,
        step: step,
        time: time,
        rule: rule,
        amount: amount,
        hours: hours,
        text: "\(subject)\(place): \(rule) \(what)"
      )
    )
  }
}

extension Examination {
  /// The worst breach over some hours, and in how many hours a tolerance is broken.
  private struct Breach {
    var step = 0
    var amount = 0.0
    var count = 0
  }

  @inline(__always)
  private mutating func weigh(
    _ rule: String,
    _ owner: Owner,
    _ size: Double,
    _ allowed: Double,
    from first: Int,
    _ excess: (Int) -> Double
  ) {
    guard first < hours else { return }
    let found = Self.worst(over: first..<hours, beyond: allowed, excess)
    measure(found.amount / size)
    if found.count > 0 { note(owner, at: found, rule: rule) }
  }

  @inline(__always)
  private static func worst(
    over steps: Range<Int>,
    beyond allowed: Double,
    _ excess: (Int) -> Double
  ) -> Breach {
    var breach = Breach()
    for step in steps {
      let amount = excess(step)
      if amount <= breach.amount { continue }
      if !(amount <= allowed) { breach.count += 1 }
      breach.amount = amount.isNaN ? .infinity : amount
      breach.step = step
    }
    guard breach.count > 0 else { return breach }
    breach.count = steps.reduce(0) { $0 + (excess($1) <= allowed ? 0 : 1) }
    return breach
  }

  private mutating func measure(_ share: Double) {
    let share = share.isNaN ? .infinity : share
    report.maxBoundViolation = max(report.maxBoundViolation, share)
  }

  private mutating func note(_ owner: Owner, at breach: Breach, rule: String) {
    let others = breach.count > 1 ? " (in \(breach.count) hours)" : ""
    note(
      owner.label,
      at: breach.step,
      rule: rule,
      amount: breach.amount,
      hours: breach.count,
      "is broken by \(Self.shown(breach.amount))\(others)"
    )
  }

  private static func shown(_ amount: Double) -> String { NumberText.shortest(amount) }
}
