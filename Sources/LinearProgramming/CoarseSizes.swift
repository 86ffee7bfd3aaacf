/// The sizes that a program by blocks of hours takes: where the search among many sizes begins.
package enum CoarseSizes {
  /// Solves a staged program by blocks of hours for the values of its sizes.
  ///
  /// What happens within a block is not seen, so that the sizes are a first guess and prove nothing.
  ///
  /// - Parameters:
  ///   - sizes: Columns without a stage.
  ///   - program: The program by hours.
  ///   - block: The hours of a block.
  ///   - threads: How many threads may work at once.
  ///   - monitor: What ends it early.
  /// - Returns: The value of each size; nil where there is no answer.
  /// - Throws: `SolverError` where the solver fails.
  @available(*, noasync)
  package static func found(
    _ sizes: [Int],
    of program: LinearProgram,
    block: Int,
    threads: Int,
    monitor: SolveMonitor
  ) throws(SolverError) -> [Double]? {
    var coarse = CoarseProgram(program, block: block)
    let solution = try InteriorPoint.solve(
      coarse.takeProgram(),
      tolerance: tolerance,
      threads: threads,
      stop: StopSignal(monitor: monitor)
    )
    guard !solution.values.isEmpty else { return nil }
    let levels = coarse.guidance(solution, for: program).levels
    return sizes.map { levels[$0] }
  }

  /// The relative gap that a first guess needs: at a wider one sizes that end at 0 still stand clearly above it.
  private static let tolerance = 1e-6
}
