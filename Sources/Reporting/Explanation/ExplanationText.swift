import GridDispatch
import GridFormulation
public import GridGoals
import Tables

/// An explanation as a planner would write it.
public struct ExplanationText: Sendable {
  private let explanation: Explanation
  private let currency: String

  /// An explanation, with the currency of its model.
  public init(_ explanation: Explanation, currency: String) {
    (self.explanation, self.currency) = (explanation, currency)
  }

  /// The text, which ends in a line feed.
  public var text: String {
    let goal = explanation.goal
    var lines = ["\(goal.id): \(threshold)\(explanation.reached.map { ", \(verdict($0))" } ?? "")"]
    lines += paragraphs([attainable] + [causes, price, conflict].filter { !$0.isEmpty })
    lines += fixes
    lines += paragraphs(explanation.remarks)
    // What is copied into a command line stays whole.
    return lines.flatMap { $0.hasPrefix("    --take ") ? [$0] : TextWidth.wrapped($0) }
      .joined(separator: "\n") + "\n"
  }

  private func paragraphs(_ texts: [String]) -> [String] {
    texts.filter { !$0.isEmpty }.map { "  " + $0 }
  }

  private var threshold: String {
    let goal = explanation.goal
    let value = goal.threshold.map(shown) ?? ""
    switch goal.comparison {
    case .atLeast: return "must be at least \(value)"
    case .atMost: return "must be at most \(value)"
    case .above: return "must be above \(value)"
    case .below: return "must be below \(value)"
    case .about: return "must be about \(value)"
    }
  }

  private func verdict(_ value: Double) -> String {
    let isMet = explanation.goal.isMet(by: value)
    return "and is \(shown(value)): \(isMet ? "held" : "missed")"
  }

  private var attainable: String {
    guard let best = explanation.best else { return "" }
    guard explanation.isDispatched else {
      return "That is what the plan's figures give, however the grid is run: \(shown(best))."
    }
    var text = "Served before cost, the goal reaches "
    if let committed = explanation.bestWithCommitment {
      let isSame = abs(committed - best) < 5e-4 * max(abs(best), 1e-3)
      text +=
        isSame
        ? "\(shown(committed)), with or without commitment."
        : "\(shown(committed)); \(shown(best)) if units could start, stop and ramp at will."
    } else {
      text += "\(shown(best))."
    }
    switch explanation.isAttainable {
    case true where explanation.reached.map(explanation.goal.isMet) == false:
      return text + " The goal can be held: the cheapest schedule has no reason to."
    case false:
      let proof =
        explanation.bound.map { ", which is proved: no schedule betters \(shown($0))" } ?? ""
      return text + " Dispatch alone does not hold it\(proof)."
    case nil:
      return text
        + " No schedule that holds it was found, nor a proof that there is none."
    default: return text
    }
  }

  private var causes: String {
    let felt = explanation.causes.filter {
      $0.gain > 1e-3 * max(abs(explanation.goal.threshold ?? 0), 1e-9)
    }
    guard !felt.isEmpty else {
      guard !explanation.causes.isEmpty else { return "" }
      let names = explanation.causes.map(\.cause.rawValue).sorted().joined(separator: ", ")
      return "None of these alone stands in the way: \(names)."
    }
    let list = felt.map { "\($0.cause.rawValue) (without: \(shown($0.best)))" }
    let idle = explanation.causes.filter { cause in !felt.contains { $0.cause == cause.cause } }
    let rest =
      idle.isEmpty
      ? "" : " No part: \(idle.map(\.cause.rawValue).sorted().joined(separator: ", "))."
    return "What holds it, each taken away alone: \(list.joined(separator: ", ")).\(rest)"
  }

  private var price: String {
    guard let price = explanation.price else { return "" }
    guard price.perPart >= 0.005 || price.cost >= 1 else {
      return "Holding it costs nothing more."
    }
    return
      "Holding it by dispatch costs \(money(price.cost)) over the hours solved; the last "
      + "\(explanation.partsUnit) costs \(Amount.plain(price.perPart)) \(currency)."
  }

  private var conflict: String {
    guard explanation.conflict.count > 1 else { return "" }
    let others = explanation.conflict.dropFirst().joined(separator: ", ")
    return "Each can be held alone, but not together with \(others)."
  }

  private var fixes: [String] {
    let (outlay, total) = (explanation.leastOutlay, explanation.leastTotalCost)
    if outlay == nil, total == nil {
      guard let most = explanation.bestWithAllOptions else { return [] }
      return ["  With every option of the model in full it would be \(shown(most)): not enough."]
    }
    var lines: [String] = []
    if let outlay, let total, outlay.hasSizes(of: total) {
      lines += told(outlay, as: "Fix of least outlay, and of least total cost")
    } else {
      if let outlay { lines += told(outlay, as: "Fix of least outlay") }
      if let total { lines += told(total, as: "Fix of least total cost") }
    }
    return lines + [span]
  }

  /// By what the hours solved stand for a year.
  private var span: String {
    let times = NumberText.fixed(explanation.spansAYear, decimals: 1)
    return abs(explanation.spansAYear - 1) < 1e-9
      ? "  Outlay and running are those of a year. `gridflex dispatch MODEL --enforce-goals --take …` runs a fix."
      : "  Outlay and running are those of a year: the hours solved, \(times) times over. "
        + "`gridflex dispatch MODEL --enforce-goals --take …` runs a fix."
  }

  private func told(_ fix: Explanation.Fix, as name: String) -> [String] {
    let gap = NumberText.fixed(100 * fix.gap, decimals: 1)
    let value = fix.value.map { "; the goal is then at \(shown($0))" } ?? ""
    var lines = ["  \(name), within \(gap) %: \(money(fix.costPerYear)) a year\(value)."]
    for option in fix.options {
      let most = NumberText.shortest(option.most)
      lines.append(
        "    --take \(option.name)=\(NumberText.shortest(option.size))  "
          + "(\(option.unit), at most \(most); \(money(option.costPerYear)) a year)"
      )
    }
    let word = fix.runningCostPerYear < 0 ? "saves" : "adds"
    lines.append(
      "    Running the grid with the goal held \(word) \(money(abs(fix.runningCostPerYear))) a year: "
        + "\(money(fix.totalCostPerYear)) in all."
    )
    return lines
  }

  private func money(_ amount: Double) -> String { Amount.money(amount, currency: currency) }

  private func shown(_ value: Double) -> String {
    explanation.unit == "pu"
      ? NumberText.fixed(100 * value, decimals: 2) + " %"
      : Amount.plain(value) + " " + explanation.unit
  }
}

extension Explanation.Fix {
  /// Whether another fix takes the same of each option.
  fileprivate func hasSizes(of other: Explanation.Fix) -> Bool {
    options.map(\.name) == other.options.map(\.name)
      && zip(options, other.options).allSatisfy { $0.size == $1.size }
  }
}
