import Arguments
import GridFormulation
import GridPlanning

/// What a plan is told: the goals that it holds, and the options that it may take.
enum PlanArguments {
  static let goals = Option.text(
    "goals",
    "all|none|ID,…",
    defaultText: "all",
    help: "The goals that the plan must hold."
  )
  static let chosen = Option.text(
    "options",
    "all|NAME,…",
    defaultText: "all",
    help: "The options that may be taken."
  )

  /// The goals to hold, in a model that is left only the options that may be taken.
  static func choose(
    _ line: Command.Line,
    in model: inout GridModel
  ) -> Result<PlanOptions.Goals, SolveArguments.Fault> {
    if let fault = chooseOptions(line, in: &model) { return .failure(fault) }
    switch line[goals] ?? "all" {
    case "all": return .success(.all)
    case "none": return .success(.none)
    case let list:
      let ids = names(list)
      let fault = unknown(ids, among: model.goals.map(\.id), called: "goal", in: "--goals")
      return fault.map { .failure($0) } ?? .success(.some(ids))
    }
  }

  private static func chooseOptions(
    _ line: Command.Line,
    in model: inout GridModel
  ) -> SolveArguments.Fault? {
    guard model.hasOptions else {
      return SolveArguments.Fault(
        text: "the model has no options to plan with; see `gridflex describe options`"
      )
    }
    guard let list = line[chosen], list != "all" else { return nil }
    let names = names(list)
    let known = model.options.map(\.name)
    if let fault = unknown(names, among: known, called: "option", in: "--options") { return fault }
    model.keepOptions(named: names)
    for option in model.options {
      guard let need = option.needs, !names.contains(need) else { continue }
      return SolveArguments.Fault(
        text: "--options \(option.name): it needs '\(need)'. Name that too."
      )
    }
    return nil
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0) }
  }

  private static func unknown(
    _ names: [String],
    among known: [String],
    called kind: String,
    in word: String
  ) -> SolveArguments.Fault? {
    guard let name = names.first(where: { !known.contains($0) }) else { return nil }
    let near = suggestion(for: name, among: known)
    return SolveArguments.Fault(text: "\(word) \(name): the model has no such \(kind)\(near)")
  }
}
