package import LinearProgramming

/// Decisions that are by definition what an expression exceeds 0 by.
///
///     x[t] = max(0, sum[t])
///
/// The program states `x ≥ sum` and a cost pushes x down to it. An interior point ends a little above, and where
/// nothing is paid for x, anywhere above. So their values are taken from the other decisions and never from the
/// solver: fuel, emissions, cost and payments then follow from the schedule in one way.
extension DispatchModel {
  /// A decision with the expression that it follows from.
  package struct Excess: Sendable {
    let firstColumn: Int
    let sum: HourlySum
  }

  /// Says that a decision is what an expression exceeds 0 by; its rule and its cost are stated apart.
  package mutating func define(_ decision: HourlySum, asExcessOf sum: HourlySum) {
    precondition(decision.terms.count == 1, "a single decision can be defined")
    excesses.append(Excess(firstColumn: decision.terms[0].firstColumn, sum: sum))
  }

  /// The answer with every such decision at its value, and the cost and gap that follow.
  ///
  /// Left as it is where a row would then be broken by more than the solver may break one.
  package func settled(_ result: SolveResult, in program: LinearProgram) -> SolveResult {
    guard result.hasValues, !excesses.isEmpty else { return result }
    var values = result.values
    for excess in excesses {
      let defined = excess.sum.values(of: values, over: steps.count)
      for step in steps { values[excess.firstColumn + step] = max(0, defined[step]) }
    }
    guard values != result.values else { return result }
    var settled = result
    let allowed = max(
      SolveOptions().rowTolerance,
      Feasibility(of: result.values, in: program).rowViolation
    )
    guard Feasibility(of: values, in: program).rowViolation <= allowed else {
      settled.messages.append("what follows from other decisions is left as the solver gave it")
      return settled
    }
    settled.take(values, in: program)
    return settled
  }
}
