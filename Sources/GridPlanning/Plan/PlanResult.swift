import GridDispatch
public import GridFormulation
public import GridGoals

/// What a plan takes of an option.
public struct PlannedOption: Sendable {
  /// The option.
  public let name: String
  /// The asset that it changes.
  public let asset: String
  /// Where its figures come from.
  public let source: String
  /// What is taken, in ``unit``.
  public let size: Double
  /// The most that could be taken, in ``unit``.
  public let most: Double
  /// `MW`, `MWh`, `units` or another unit.
  public let unit: String
  /// The size of a whole part, in ``unit``; nil where any size can be taken.
  public let unitSize: Double?
  /// Capacity that is added, taken away or changed, MW.
  public let megawatts: Double
  /// Energy that is added or taken away, MWh.
  public let megawattHours: Double
  /// The investment, currency.
  public let outlay: Double
  /// What it costs a year, currency; below 0 where it saves.
  public let costPerYear: Double
  /// What one more whole part would save a year, at first order and before whole units, currency.
  ///
  /// Below 0 where it would cost. Of an option without whole parts it is that of one more MW, MWh or unit.
  public let worthOfOneMore: Double
  /// The share of the option that is taken.
  public let share: Double
}

/// A bound on the cost of any sizes: `constant + Σ slope · size`.
public struct PlanCut: Sendable {
  /// What it bounds: the cost of the hours and options together, or where below 0 what must hold.
  public enum Kind: String, Sendable {
    /// No plan of these sizes costs less.
    case cost
    /// Sizes where it is above 0 hold no schedule.
    case feasibility
  }

  /// What it bounds.
  public let kind: Kind
  /// The bound where nothing is taken, currency.
  public let constant: Double
  /// What each unit of an option's size adds to it, in the order of the options.
  public let slopes: [Double]
}

/// A plan with the dispatch that proves it.
public struct PlanResult: Sendable {
  /// What is taken of each option, in the order of the model.
  public let options: [PlannedOption]
  /// The dispatch of the planned grid, its goals judged.
  public let dispatch: JudgedResult
  /// The planned grid.
  public let grid: GridModel
  /// The dispatch of the grid as it stands; nil where there is none.
  public let present: JudgedResult?
  /// The goals that the plan was to hold.
  public let goals: [String]
  /// Goals that were left to the dispatch, with the reason.
  public let notHeld: [(goal: String, reason: String)]
  /// What the options taken cost in the hours solved, currency.
  public let optionCost: Double
  /// What no plan costs less than in the hours solved that leaves no more demand unserved, currency.
  public let lowerBound: Double
  /// What no dispatch of the planned grid costs less than, with its options, currency.
  public let boundOfSizes: Double
  /// What the plan makes least, which the bounds are of.
  public let aim: PlanOptions.Aim
  /// The gap that was asked for.
  public let gapAsked: Double
  /// Bounds on the cost of any sizes.
  public let cuts: [PlanCut]
  /// What each goal costs that rows of the program state, where that was asked for.
  public let goalCosts: [GoalCost]
  /// What a reader should know of how the plan was made.
  public let messages: [String]
  /// How long each stage of the work took; varies by run.
  public let stages: [(name: String, seconds: Double)]

  /// What hours and options cost together in the hours solved, currency.
  public var cost: Double { dispatch.cost + optionCost }

  private var scale: Double { Self.scale(of: dispatch, optionCost: optionCost, aim: aim) }

  /// What gaps are a share of: the cost, or what is paid where income hides it.
  static func scale(
    of dispatch: JudgedResult,
    optionCost: Double,
    aim: PlanOptions.Aim
  ) -> Double {
    let paid = dispatch.costs.reduce(max(optionCost, 0)) { $0 + max($1.amount, 0) }
    return aim == .outlay
      ? max(abs(optionCost), 1) : max(abs(dispatch.cost + optionCost), paid, 1)
  }

  /// What the plan makes least.
  private var judged: Double { aim == .outlay ? optionCost : cost }

  /// How far the plan can be from the cheapest, as a share of its cost.
  public var gap: Double { max(0, judged - lowerBound) / scale }
  /// The part of the gap that whole units leave.
  public var gapOfWholeUnits: Double { max(0, boundOfSizes - lowerBound) / scale }
  /// The part of the gap that the schedule leaves.
  public var gapOfSchedule: Double { max(0, gap - gapOfWholeUnits) }
  /// Whether every goal that the plan was to hold holds.
  public var holdsGoals: Bool {
    dispatch.verdicts.allSatisfy { !goals.contains($0.goal.id) || $0.verdict == .pass }
  }
}

/// How planning ended.
public enum PlanOutcome: Sendable {
  /// There is a plan.
  case planned(PlanResult)
  /// Proved: no sizes of the options hold these goals.
  case outOfReach([MissingGoal])
  /// Proved: no sizes of the options make the grid run.
  case infeasible(reason: String)
  /// A limit or the user ended the work before there was a plan.
  case nothing(reason: String)
}

/// A goal that no sizes of the options hold.
public struct MissingGoal: Sendable {
  /// The goal.
  public let goal: Goal
  /// By how much its numerator is short of the threshold at the least, in its unit.
  public let missing: Double
  /// The unit of what is missing.
  public let unit: String
}
