import Foundation
import Synchronization

/// Pieces of work side by side, each one synchronous call that shares nothing with the others.
///
/// Which thread does which piece does not matter to any answer, so one thread gives the same bytes
/// as many.
enum Workers {
  /// The answers of tasks numbered from 0, in that order, each with the seconds it took.
  ///
  /// The caller's thread works too. Where tasks fail, the first failure in their order is thrown.
  static func map<Answer: Sendable>(
    threads: Int,
    count: Int,
    _ task: @escaping @Sendable (_ number: Int) throws(SolverError) -> Answer
  ) throws(SolverError) -> [(answer: Answer, seconds: Double)] {
    let queue = TaskQueue(count, task)
    let helpers = (1..<max(1, min(threads, count))).map { _ in
      Worker { () throws(SolverError) in queue.work() }
    }
    queue.work()
    for helper in helpers { _ = helper.wait() }
    var answers: [(answer: Answer, seconds: Double)] = []
    for outcome in queue.outcomes {
      guard let outcome else { throw .staleProblem }
      answers.append((try outcome.result.get(), outcome.seconds))
    }
    return answers
  }

  /// Tasks that threads take one after the other.
  ///
  /// A class because threads share it; its state is guarded by a lock.
  private final class TaskQueue<Answer: Sendable>: Sendable {
    typealias Task = @Sendable (Int) throws(SolverError) -> Answer

    struct Outcome: Sendable {
      let result: Result<Answer, SolverError>
      let seconds: Double
    }

    private struct State {
      var next = 0
      var outcomes: [Outcome?]
    }

    private let count: Int
    private let task: Task
    private let state: Mutex<State>

    init(_ count: Int, _ task: @escaping Task) {
      (self.count, self.task) = (count, task)
      state = Mutex(State(outcomes: [Outcome?](repeating: nil, count: count)))
    }

    var outcomes: [Outcome?] { state.withLock { $0.outcomes } }

    /// Does tasks until none is left.
    func work() {
      while true {
        let number = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard number < count else { return }
        let start = ContinuousClock.now
        let result: Result<Answer, SolverError>
        do throws(SolverError) {
          result = .success(try task(number))
        } catch {
          result = .failure(error)
        }
        let seconds = start.duration(to: .now) / .seconds(1)
        state.withLock { $0.outcomes[number] = Outcome(result: result, seconds: seconds) }
      }
    }
  }
}
