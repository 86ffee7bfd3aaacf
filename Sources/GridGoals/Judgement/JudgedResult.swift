public import GridDispatch
public import GridFormulation

/// A dispatch with what came of each goal.
///
/// All that a `DispatchResult` tells can be asked of it.
@dynamicMemberLookup
public struct JudgedResult: Sendable {
  /// The dispatch.
  public let dispatch: DispatchResult
  /// What came of each goal, in the order written.
  public internal(set) var verdicts: [GoalVerdict]
  /// Whether a limit or the user ended the dispatch or the judging.
  public let wasStopped: Bool

  package init(of dispatch: DispatchResult, verdicts: [GoalVerdict], wasStopped: Bool = false) {
    self.dispatch = dispatch
    self.verdicts = verdicts
    self.wasStopped = wasStopped || dispatch.wasStopped
  }

  /// How the solve ended; a schedule of which a goal was not decided is no optimum.
  public var status: DispatchResult.Status {
    verdicts.contains(where: \.isUndecided) ? .feasible : dispatch.status
  }

  /// Why that method, what happened on the way, and the goals that were not decided, in lines.
  public var messages: [String] {
    dispatch.messages
      + verdicts.filter(\.isUndecided).map { "goal \($0.goal.id): \(GoalVerdict.undecided)" }
  }

  /// Whatever the dispatch tells.
  public subscript<Value>(dynamicMember path: KeyPath<DispatchResult, Value>) -> Value {
    dispatch[keyPath: path]
  }

  /// The cost of the schedule, in the model's currency.
  public var cost: Double { dispatch.cost }

  /// The cost of a kind.
  public func cost(of kind: CostKind) -> Double { dispatch.cost(of: kind) }

  /// Whether a goal was judged and missed.
  func misses(_ goal: Goal) -> Bool {
    verdicts.contains { $0.goal.id == goal.id && $0.verdict == .fail }
  }
}
