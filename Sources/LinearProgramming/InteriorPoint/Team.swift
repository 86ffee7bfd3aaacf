/// Threads that share out pieces of work numbered from 0, with nothing passed between the pieces.
struct Team: Sendable {
  /// How many threads may work at once.
  let threads: Int

  /// Does every piece, in any order; returns when all are done.
  func forEach(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard threads > 1, count > 1 else {
      for piece in 0..<count { body(piece) }
      return
    }
    let tasks = (0..<count).map { piece in Self.task(piece, body) }
    _ = try? Workers.map(threads: threads, tasks)
  }

  private static func task(
    _ piece: Int,
    _ body: @escaping @Sendable (Int) -> Void
  ) -> @Sendable () throws(SolverError) -> Int {
    { () throws(SolverError) in
      body(piece)
      return piece
    }
  }
}
