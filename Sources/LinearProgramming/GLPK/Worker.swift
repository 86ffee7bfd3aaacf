import Foundation
import Synchronization

/// One piece of work on a thread of its own, with a stack that an engine can live on.
///
/// Where the system gives no thread the piece is done at once by the caller's. A class because two threads share it;
/// the result is guarded by a lock and a semaphore.
final class Worker<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, SolverError>?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws(SolverError) -> Value) {
    let body = ThreadBody { [self] in
      let outcome: Result<Value, SolverError>
      do throws(SolverError) { outcome = .success(try work()) } catch { outcome = .failure(error) }
      result.withLock { $0 = outcome }
      finished.signal()
    }
    if !body.start() { body.run() }
  }

  /// Waits for the work and returns what it gave.
  func wait() -> Result<Value, SolverError> {
    finished.wait()
    return result.withLock { $0 } ?? .failure(.staleProblem)
  }

  /// Waits for the work, and after a stop so many seconds of the process's work longer.
  ///
  /// Nil where it is then still not done, or where ten times as long has passed.
  func wait(_ stop: StopSignal, patience: Double) -> Result<Value, SolverError>? {
    let limit = stop.secondsLeft.map { ContinuousClock.now + .seconds(min($0, 1e9)) }
    var ends: (work: Double, time: ContinuousClock.Instant)?
    while finished.wait(timeout: .now() + .milliseconds(10)) == .timedOut {
      let now = ContinuousClock.now
      if ends == nil, stop.isCancelled || limit.map({ now >= $0 }) == true {
        ends = (ProcessorClock.now + patience, now + .seconds(10 * patience))
      }
      if let ends, ProcessorClock.now >= ends.work || now >= ends.time { return nil }
    }
    return result.withLock { $0 }
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

/// What a thread does.
///
/// A class because the new thread takes it by address.
private final class ThreadBody: Sendable {
  private static let stackSize = 16 << 20
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  func run() { work() }

  /// Runs it on a new thread; false where there is none to be had.
  func start() -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    let address = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      &attributes,
      { address in
        if let address {
          Unmanaged<ThreadBody>.fromOpaque(address).takeRetainedValue().run()
          GLPKProblem.leaveThread()
        }
        return nil
      },
      address.toOpaque()
    )
    if code != 0 { address.release() }
    return code == 0
  }
}
