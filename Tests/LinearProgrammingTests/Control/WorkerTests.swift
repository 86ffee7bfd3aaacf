import Testing

@testable import LinearProgramming

struct WorkerTests {
  @Test(arguments: [1, 2])
  func `both pieces of work give their answers`(threads: Int) throws {
    let (first, second) = try Worker.both(
      threads: threads,
      { () throws(SolverError) in "one" },
      { () throws(SolverError) in 2 }
    )
    #expect(first == "one")
    #expect(second == 2)
  }

  /// Where both fail it is the first's failure, whichever ends sooner.
  @Test(arguments: [1, 2])
  func `a failure of either piece is thrown`(threads: Int) {
    for (first, second, thrown) in [
      (true, false, "first"), (false, true, "second"), (true, true, "first"),
    ] {
      #expect(throws: SolverError.wrongShape(what: thrown, expected: 0, found: 1)) {
        try Worker.both(
          threads: threads,
          { () throws(SolverError) in try work("first", fails: first) },
          { () throws(SolverError) in try work("second", fails: second) }
        )
      }
    }
  }

  private func work(_ name: String, fails: Bool) throws(SolverError) -> Int {
    guard !fails else { throw .wrongShape(what: name, expected: 0, found: 1) }
    return 1
  }

  @Test func `a worker's answer waits for whoever asks`() throws {
    let worker = Worker { () throws(SolverError) in 7 }
    #expect(try worker.wait().get() == 7)
  }
}
