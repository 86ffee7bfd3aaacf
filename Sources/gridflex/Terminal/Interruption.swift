import Foundation

/// Turns the first Ctrl-C, SIGTERM or SIGHUP into a call, and leaves the second to end the process.
///
/// A thread waits for the signals, so that nothing runs inside a handler and no file is needed to wait.
enum Interruption {
  /// Listens until the process ends; for the start of a command, before it has threads.
  ///
  /// - Parameters:
  ///   - notice: What is said when the signal comes.
  ///   - action: What is done then.
  static func listen(_ notice: String, action: @escaping @Sendable () -> Void) {
    let signals = caught()
    mask(signals, SIG_BLOCK)
    let waiter = Waiter {
      let first = wait(for: signals)
      Console.message("\ngridflex: \(notice)\n")
      action()
      _ = wait(for: signals)
      end(by: first)
    }
    // Without a thread they end the process as ever.
    if !waiter.start() { mask(signals, SIG_UNBLOCK) }
  }

  /// What the waiting thread does.
  ///
  /// A class because the thread takes it by address.
  private final class Waiter: Sendable {
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// Begins to wait; false where the system gives no thread.
    func start() -> Bool {
      let address = Unmanaged.passRetained(self)
      var thread = pthread_t()
      let code = pthread_create(
        &thread,
        nil,
        { address in
          if let address { Unmanaged<Waiter>.fromOpaque(address).takeRetainedValue().work() }
          return nil
        },
        address.toOpaque()
      )
      if code != 0 { address.release() }
      return code == 0
    }
  }

  /// What a shell's `nohup` has the process ignore is left so.
  private static func caught() -> [Int32] {
    var old = sigaction()
    sigaction(SIGHUP, nil, &old)
    let isIgnored = unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1
    return isIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
  }

  private static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// Blocks signals, or lets them through again, for this thread and those that it makes.
  private static func mask(_ signals: [Int32], _ change: Int32) {
    var set = set(of: signals)
    pthread_sigmask(change, &set, nil)
  }

  private static func wait(for signals: [Int32]) -> Int32 {
    var (set, signal) = (set(of: signals), Int32(0))
    while sigwait(&set, &signal) != 0 {}
    return signal
  }

  private static func end(by signal: Int32) {
    _ = Foundation.signal(signal, SIG_DFL)
    mask([signal], SIG_UNBLOCK)
    kill(getpid(), signal)
  }
}
