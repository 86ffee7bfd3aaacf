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

  /// What a fix takes of an option.
  public struct TakenOption: Sendable {
    /// The option.
    public let name: String
    /// How much is taken, in ``unit``.
    public let size: Double
    /// The most that could be, in ``unit``.
    public let most: Double
    /// `MW`, `MWh`, `units` or another unit.
    public let unit: String
    /// What it costs a year, currency.
    public let costPerYear: Double

    /// An option with what is taken of it.
    public init(name: String, size: Double, most: Double, unit: String, costPerYear: Double) {
      (self.name, self.size, self.most) = (name, size, most)
      (self.unit, self.costPerYear) = (unit, costPerYear)
    }
  }

  /// Options that make the goal hold; every cost in it is of a year.
  public struct Fix: Sendable {
    /// The options taken.
    public let options: [TakenOption]
    /// Yearly cost of running the grid with the fix and the goal held, less that of the result that is explained.
    ///
    /// What the hours solved cost, times as many of them as a year has.
    public let runningCostPerYear: Double
    /// The value of the goal in a dispatch with the fix that holds it.
    public let value: Double?
    /// How far it can be from the cheapest of its kind, as a share of what that is measured by; certified.
    public let gap: Double

    /// A fix.
    public init(options: [TakenOption], runningCostPerYear: Double, value: Double?, gap: Double) {
      (self.options, self.runningCostPerYear) = (options, runningCostPerYear)
      (self.value, self.gap) = (value, gap)
    }

    /// Yearly cost of the options taken.
    public var costPerYear: Double { options.reduce(0) { $0 + $1.costPerYear } }
    /// Yearly cost of the options and change of that of running together.
    public var totalCostPerYear: Double { costPerYear + runningCostPerYear }
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

  /// Whether the result that is explained misses the goal.
  public var isMissed: Bool { reached.map(goal.isMet) != true }

  /// Notes that it was stopped.
  public mutating func markStopped() {
    wasStopped = true
    remarks.append("It was stopped here: what is not told was not sought.")
  }

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
