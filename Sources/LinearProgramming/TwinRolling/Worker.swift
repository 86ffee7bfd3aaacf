import Foundation
import Synchronization

/// One piece of work on a thread of its own, with a stack that an engine can live on.
///
/// A class because two threads share it; the result is guarded by a lock and a semaphore.
final class Worker<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, SolverError>?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws(SolverError) -> Value) {
    let thread = Thread { [self] in
      let outcome: Result<Value, SolverError>
      do throws(SolverError) { outcome = .success(try work()) } catch { outcome = .failure(error) }
      GLPKProblem.leaveThread()
      result.withLock { $0 = outcome }
      finished.signal()
    }
    thread.stackSize = 16 << 20
    thread.start()
  }

  /// Waits for the work and returns what it gave.
  func wait() -> Result<Value, SolverError> {
    finished.wait()
    return result.withLock { $0 } ?? .failure(.staleProblem)
  }

  /// Does two pieces of work, at the same time where there are threads for it.
  ///
  /// Each is one synchronous call that shares nothing with the other, so the answers are the same
  /// either way.
  static func both<Other: Sendable>(
    threads: Int,
    _ first: @escaping @Sendable () throws(SolverError) -> Other,
    _ second: @escaping @Sendable () throws(SolverError) -> Value
  ) throws(SolverError) -> (Other, Value) {
    guard threads > 1 else { return (try first(), try second()) }
    let worker = Worker(second)
    let outcome: Result<Other, SolverError>
    do throws(SolverError) { outcome = .success(try first()) } catch { outcome = .failure(error) }
    let other = worker.wait()
    return (try outcome.get(), try other.get())
  }
}
