import Hourly

/// Kirchhoff's second law: the voltage angles around each loop of lines add up to nothing.
///
///     Σ ± x_l·f_l[t] = − Σ ± φ_l          for every loop of a basis, + where the line runs along it
///
/// A basis has as many loops as there are lines beyond a tree; a grid without loops has no rule. There are no
/// angle variables: the same flows are allowed as by `f = (θ_from − θ_to − φ) / x` (Hörsch, Ronellenfitsch,
/// Witthaut and Brown 2018, who found this form the faster one for linear programs).
package enum VoltageLaw {
  /// States the law for every loop; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    let branches = model.branches
    for (number, loop) in NetworkLoops.basis(of: branches).enumerated() {
      let scale = 1 / (loop.map { abs(branches[$0.branch].reactance) }.max() ?? 1)
      var sum = HourlySum()
      var shift = 0.0
      for step in loop {
        let branch = branches[step.branch]
        sum += (step.sign * scale * branch.reactance) * branch.flow
        shift += step.sign * branch.phaseShift
      }
      guard let first = loop.first else { continue }
      model.require(
        "voltage law of loop \(number + 1)",
        of: branches[first.branch].owner,
        HourlyRelation(sum, lower: .constant(-scale * shift), upper: .constant(-scale * shift))
      )
    }
  }
}

/// Loops of a network.
package enum NetworkLoops {
  /// A line of a loop, with the sign of its direction along it.
  package struct Step: Sendable, Hashable {
    package let branch: Int
    package let sign: Double
  }

  /// One loop for each line that is not part of a tree of fewest steps.
  package static func basis(of branches: [Branch]) -> [[Step]] {
    var lines: [String: [(branch: Int, sign: Double, other: String)]] = [:]
    var names: [String] = []
    for (index, branch) in branches.enumerated() {
      for name in [branch.from, branch.to] where lines[name] == nil {
        names.append(name)
        lines[name] = []
      }
      lines[branch.from]?.append((index, 1, branch.to))
      lines[branch.to]?.append((index, -1, branch.from))
    }
    var way: [String: [Step]] = [:]
    var isInTree = [Bool](repeating: false, count: branches.count)
    // Begun where most lines meet, the tree is low and its loops are short.
    let roots = names.enumerated().sorted {
      let counts = (lines[$0.element]?.count ?? 0, lines[$1.element]?.count ?? 0)
      return counts.0 == counts.1 ? $0.offset < $1.offset : counts.0 > counts.1
    }
    for (_, root) in roots where way[root] == nil {
      way[root] = []
      var queue = [root]
      var next = 0
      while next < queue.count {
        let name = queue[next]
        next += 1
        for line in lines[name] ?? [] where way[line.other] == nil {
          isInTree[line.branch] = true
          way[line.other] = (way[name] ?? []) + [Step(branch: line.branch, sign: line.sign)]
          queue.append(line.other)
        }
      }
    }
    return branches.indices.filter { !isInTree[$0] }.map { index in
      let branch = branches[index]
      return loop(closedBy: index, way[branch.from] ?? [], way[branch.to] ?? [])
    }
  }

  /// The line, then back from its end over the tree to its start, less what both ways share.
  private static func loop(closedBy index: Int, _ start: [Step], _ end: [Step]) -> [Step] {
    var shared = 0
    while shared < start.count, shared < end.count, start[shared] == end[shared] { shared += 1 }
    let back = end[shared...].reversed().map { Step(branch: $0.branch, sign: -$0.sign) }
    return [Step(branch: index, sign: 1)] + back + start[shared...]
  }
}
