/// What differs between two runs of the same input, kept apart from the results.
package struct Timing: Sendable {
  /// The method that solved it.
  package var method = ""
  /// Seconds to read the model.
  package var read = 0.0
  /// Seconds to build the program.
  package var build = 0.0
  /// Seconds to solve it and to judge the goals, second solves included.
  package var solve = 0.0
  /// Seconds to write the results, as far as they were written.
  package var write = 0.0
  /// Solver iterations in all.
  package var iterations = 0
  /// The most memory the process held, MB.
  package var peakMemory: Double?
  /// Threads that could be used.
  package var threads = 1

  /// Nothing measured yet.
  package init() {}

  /// The value of `timing.json`.
  package var json: JSONValue {
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
    ])
  }
}
