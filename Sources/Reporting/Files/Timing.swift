/// What differs between two runs of the same input, kept apart from the results.
public struct Timing: Sendable {
  /// The method that solved it.
  public var method = ""
  /// Seconds to read the model.
  public var read = 0.0
  /// Seconds to build the program.
  public var build = 0.0
  /// Seconds to solve it and to judge the goals, second solves included.
  public var solve = 0.0
  /// Seconds to write the results, as far as they were written.
  public var write = 0.0
  /// Solver iterations in all.
  public var iterations = 0
  /// The most memory the process held, MB.
  public var peakMemory: Double?
  /// Threads that could be used.
  public var threads = 1
  /// Seconds that the solve's pieces of work would take on other numbers of threads.
  ///
  /// Computed from the pieces' own times and what they must wait for, not measured.
  public var computed: [(threads: Int, seconds: Double)] = []

  /// Seconds of each stage of a plan; empty for a dispatch.
  public var stages: [(name: String, seconds: Double)] = []

  /// Nothing measured yet.
  public init() {}

  /// The value of `timing.json`.
  public var json: JSONValue {
    .object([
      ("method", .text(method)),
      (
        "seconds",
        .object([
          ("read", .number(read)), ("build", .number(build)), ("solve", .number(solve)),
          ("write", .number(write)),
        ])
      ),
      ("iterations", .integer(iterations)), ("peakMemoryMB", .number(peakMemory)),
      ("threads", .integer(threads)),
      ("stages", .object(stages.map { ($0.name, .number($0.seconds)) })),
      (
        "computedSolveSeconds",
        .object(computed.map { ("threads\($0.threads)", .number($0.seconds)) })
      ),
    ])
  }
}
