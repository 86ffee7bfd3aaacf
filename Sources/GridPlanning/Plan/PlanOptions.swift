public import GridDispatch

/// How to plan.
public struct PlanOptions: Sendable {
  /// Which goals the plan must hold.
  public enum Goals: Sendable, Equatable {
    /// All that can be judged.
    case all
    /// None.
    case none
    /// Those of these ids.
    case some([String])
  }

  /// What a plan makes least.
  public enum Aim: String, Sendable, CaseIterable {
    /// What options and hours cost together.
    case cost
    /// What options cost a year, whatever the hours cost.
    case outlay
  }

  /// How to dispatch, with the certified gap that is good enough for the whole plan.
  public var dispatch = DispatchOptions()
  /// Which goals the plan must hold.
  public var goals = Goals.all
  /// What it makes least.
  public var aim = Aim.cost
  /// Whether parts of units may be taken.
  public var takesFractions = false
  /// Whether the present grid is dispatched too, to be told beside the plan.
  public var comparesPresent = true
  /// Whether the sizes are sought again without each goal that binds, to tell what it costs.
  public var pricesGoals = false

  /// The usual options.
  public init() {}
}
