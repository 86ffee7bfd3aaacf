import Testing

@testable import LinearProgramming

struct WorkersTests {
  @Test(arguments: [0, 1, 2, 7], [0, 1, 5, 40])
  func `answers come in the order of the tasks`(threads: Int, count: Int) throws {
    let answers = try Workers.map(threads: threads, count: count) {
      number throws(SolverError) in number * number
    }
    #expect(answers.map(\.answer) == (0..<count).map { $0 * $0 })
  }

  /// Tasks 3 and 7 fail; which thread comes to which first does not matter.
  @Test(arguments: [1, 4])
  func `of failures the first in the order is thrown`(threads: Int) {
    #expect(throws: SolverError.wrongShape(what: "task", expected: 0, found: 3)) {
      try Workers.map(threads: threads, count: 9) { number throws(SolverError) -> Int in
        guard number % 4 != 3 else {
          throw SolverError.wrongShape(what: "task", expected: 0, found: number)
        }
        return number
      }
    }
  }
}
