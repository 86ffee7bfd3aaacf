import Foundation
import Synchronization

/// Pieces of work side by side, each one synchronous call that shares nothing with the others.
///
/// Which thread does which piece does not matter to any answer, so one thread gives the same bytes
/// as many.
enum Workers {
  /// The answers in the order of the tasks, each with the seconds it took.
  ///
  /// The caller's thread works too. Where tasks fail, the first failure in their order is thrown.
  static func map<Answer: Sendable>(
    threads: Int,
    _ tasks: [@Sendable () throws(SolverError) -> Answer]
  ) throws(SolverError) -> [(answer: Answer, seconds: Double)] {
    let queue = TaskQueue(tasks)
    let helpers = (1..<max(1, min(threads, tasks.count))).map { _ in
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
    typealias Task = @Sendable () throws(SolverError) -> Answer

    struct Outcome: Sendable {
      let result: Result<Answer, SolverError>
      let seconds: Double
    }

    private struct State {
      var next = 0
      var outcomes: [Outcome?]
    }

    private let tasks: [Task]
    private let state: Mutex<State>

    init(_ tasks: [Task]) {
      self.tasks = tasks
      state = Mutex(State(outcomes: [Outcome?](repeating: nil, count: tasks.count)))
    }

    var outcomes: [Outcome?] { state.withLock { $0.outcomes } }

    /// Does tasks until none is left.
    func work() {
      while true {
        let number = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard number < tasks.count else { return }
        let start = ContinuousClock.now
        let result: Result<Answer, SolverError>
        do throws(SolverError) {
          result = .success(try tasks[number]())
        } catch {
          result = .failure(error)
        }
        let seconds = start.duration(to: .now) / .seconds(1)
        state.withLock { $0.outcomes[number] = Outcome(result: result, seconds: seconds) }
      }
    }
  }
}
