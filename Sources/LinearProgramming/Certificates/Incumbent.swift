import Synchronization

/// The best point of a solve so far, kept from the moment it is there.
///
/// It is asked for only where a solve was stopped before it gave an answer of its own, so what stands in it when
/// bears on no other answer. A class because the threads of a solve share it; its state is guarded by a lock.
package final class Incumbent: Sendable {
  private let state = Mutex<SolveResult?>(nil)

  /// Nothing yet.
  package init() {}

  /// The cheapest answer so far; nil where there is none.
  package var answer: SolveResult? { state.withLock { $0 } }

  /// Takes an answer where it is cheaper than the last.
  func offer(_ answer: SolveResult) {
    state.withLock { last in
      if answer.cost < last?.cost ?? .infinity { last = answer }
    }
  }

  /// Takes a point of a program with duals that bound its cost.
  func offer(_ values: [Double], rowDuals: [Double], in program: LinearProgram) {
    var answer = SolveResult(termination: .feasible)
    answer.accept(values, rowDuals: rowDuals, in: program)
    offer(answer)
  }
}
