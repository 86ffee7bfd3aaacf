/// How to solve a program.
public struct SolveOptions: Sendable, Equatable {
  /// A way to solve.
  public enum Method: String, Sendable, CaseIterable {
    /// Chosen by the size of the program and what it couples.
    case auto
    /// Simplex for days, interior point for years.
    case exact
    /// Twin rolling, with a certified gap.
    case rolling
  }

  /// The way to solve.
  public var method: Method
  /// The certified gap that is good enough.
  public var gap: Double
  /// How many threads may work at once.
  public var threads: Int
  /// Seconds after which the best answer so far is returned; nil for no limit.
  public var timeLimit: Double?
  /// Whether simplex reduces the program before it solves it.
  public var presolve: Bool
  /// The first kept and look-ahead stages of the windows; nil for the usual ladder.
  public var window: Window?

  /// The most that a row may be off in an answer of the interior point: half of the thousandth of a MW that
  /// balances must keep, more where only sizes are asked for.
  package var rowTolerance = 5e-4

  /// The relative gap at which the interior point ends; wider where only sizes and a bound are asked for.
  package var interiorTolerance = 1e-7

  /// What is proved to cost so much is not wanted: the interior point then ends with duals that prove it and no values.
  package var enough: Double?

  /// Rows from which all stages at once go to the interior point; nil for the usual number.
  package var interiorRows: Int?

  /// Whether simplex solves what the interior point could not; no where an answer may be missing.
  package var fallsBack = true

  /// Whether it is asked why the interior point found no answer; no where another program is solved then.
  package var provesInfeasibility = true

  /// Whether the duals that the interior point ended on are tried as a proof where no other is sought.
  package var triesRay = false

  /// About how many stages the passes of twin rolling decide in a row; stretches run side by side.
  package var stretch = 1_100

  /// Whether a schedule is wanted, or only a bound; long programs then stay with their relaxation.
  package var seeksSchedule = true

  /// Whether a schedule is to be there early, for a large program that is stopped; a study keeps none.
  package var seeksFirst = true

  /// A point that keeps the exclusions, whose choices are tried where no better ones are found.
  package var directions: [Double]?

  /// How far a short program is searched for a schedule that keeps its exclusions, as a share of the usual work.
  package var effort = 1.0

  /// A window of twin rolling.
  public struct Window: Sendable, Equatable {
    /// Stages kept of each window.
    public var keep: Int
    /// Stages solved beyond those, and thrown away.
    public var lookAhead: Int

    /// A window of this many stages.
    public init(keep: Int, lookAhead: Int) {
      self.keep = keep
      self.lookAhead = lookAhead
    }
  }

  /// The usual options.
  public init(
    method: Method = .auto,
    gap: Double = 1e-3,
    threads: Int = 2,
    timeLimit: Double? = nil,
    presolve: Bool = false,
    window: Window? = nil
  ) {
    self.method = method
    self.gap = gap
    self.threads = threads
    self.timeLimit = timeLimit
    self.presolve = presolve
    self.window = window
  }
}
