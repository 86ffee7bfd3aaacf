public import GridFormulation

/// Why a goal fails or is tight, and what fixes it cheapest.
public struct Explanation: Sendable {
  /// What a class of limits costs the goal.
  public struct CauseEffect: Sendable {
    /// The class.
    public let cause: PhysicalCause
    /// The best value without it.
    public let best: Double
    /// By how much that betters the best value with it; 0 or more.
    public let gain: Double
  }

  /// What the threshold costs where it can be held.
  public struct ThresholdPrice: Sendable {
    /// The yearly cost of holding it in the model's hours: cheapest schedule with it less without.
    public let cost: Double
    /// What the last MWh of the numerator costs, or the last unit of it.
    public let perPart: Double
  }

  /// A figure that a fix changes.
  public struct Figure: Sendable {
    /// The kind of asset, its name and the column, as `--set` takes them.
    public let path: String
    /// The unit.
    public let unit: String
    /// The figure now.
    public let before: Double
    /// The figure with the fix.
    public let after: Double
  }

  /// A change that makes the goal hold; every cost in it is of a year.
  public struct Fix: Sendable {
    /// The options taken, each with its share, from 0 to 1, and yearly cost.
    public let options: [(name: String, share: Double, costPerYear: Double)]
    /// What changes in the tables.
    public let figures: [Figure]
    /// Yearly cost of the options taken.
    public let costPerYear: Double
    /// Yearly cost of running the grid with the fix and the goal held, less that of the grid as it stands.
    ///
    /// What the hours solved cost, times as many of them as a year has; nil where it is not known.
    public let runningCostPerYear: Double?
    /// Whether the cost of running follows units as the model says; without commitment where not.
    public let followsCommitment: Bool
    /// The best value with the fix, units followed as closely as the model says.
    public let best: Double?
    /// The value that the cheapest schedule has with the fix, goals not enforced.
    public let cheapest: Double?

    /// Yearly cost of the options and change of that of running together.
    public var totalCostPerYear: Double? { runningCostPerYear.map { costPerYear + $0 } }
  }

  /// The goal.
  public let goal: Goal
  /// The variant that was judged.
  public let variant: String
  /// The unit of the value.
  public let unit: String
  /// The unit of numerator and denominator.
  public let partsUnit: String
  /// Whether the dispatch decides the value, not the plan's figures alone.
  public var isDispatched = true
  /// The value in the result.
  public var reached: Double?
  /// The best value found with the goal served before cost, units free to run at any output.
  ///
  /// It is that of a schedule that was found, in which nothing works both ways at once.
  public var best: Double?
  /// The same with commitment; nil where the model follows none.
  public var bestWithCommitment: Double?
  /// The value that no schedule betters, proved; nil where it is no worse than the threshold, or was not sought.
  public var bound: Double?
  /// What stands in the way, the largest first.
  public var causes: [CauseEffect] = []
  /// What holding it costs; nil where it cannot be held.
  public var price: ThresholdPrice?
  /// The fix of least outlay: of least yearly cost of its options; nil where none is needed or none is enough.
  public var leastOutlay: Fix?
  /// The fix of least total cost: options and running together; nil where no option is worth it or none is enough.
  public var leastTotalCost: Fix?
  /// How many of the hours solved make a year, by which costs of running become yearly ones.
  public let spansAYear: Double
  /// The best value with every option taken in full, where even that is not enough.
  public var bestWithAllOptions: Double?
  /// A smallest set of goals that cannot hold together, this one among them; empty where they can.
  public var conflict: [String] = []
  /// Whether it was stopped, so that something was not sought.
  public var wasStopped = false
  /// What else the reader should know.
  public var remarks: [String] = []

  /// The best value that is known for the model as it stands.
  public var attainable: Double? { bestWithCommitment ?? best }

  /// Whether the goal can be held by some schedule of the model as it stands; nil where that is not known.
  ///
  /// A schedule that was found shows that it can, a bound that it cannot.
  public var isAttainable: Bool? {
    guard let attainable else { return nil }
    if goal.isMet(by: attainable) { return true }
    guard isDispatched else { return false }
    return bound.map { goal.isMet(by: $0) } == false ? false : nil
  }
}
