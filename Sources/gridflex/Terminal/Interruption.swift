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
    block(signals)
    let thread = Thread {
      let first = wait(for: signals)
      Console.message("\ngridflex: \(notice)\n")
      action()
      _ = wait(for: signals)
      end(by: first)
    }
    thread.start()
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

  /// Has no thread that is made from now on be disturbed by signals.
  private static func block(_ signals: [Int32]) {
    var set = set(of: signals)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  private static func wait(for signals: [Int32]) -> Int32 {
    var (set, signal) = (set(of: signals), Int32(0))
    while sigwait(&set, &signal) != 0 {}
    return signal
  }

  private static func end(by signal: Int32) {
    _ = Foundation.signal(signal, SIG_DFL)
    var set = set(of: [signal])
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    kill(getpid(), signal)
  }
}
