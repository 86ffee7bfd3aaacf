import Dispatch
import Glibc

/// Turns the first Ctrl-C into a call, and leaves the second to end the process.
struct Interruption {
  private let source: any DispatchSourceSignal

  /// Listens until it is cancelled.
  init(action: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { @Sendable in
      signal(SIGINT, SIG_DFL)
      Console.message("\ngridflex: stopping with the best result so far; Ctrl-C again to quit\n")
      action()
    }
    source.resume()
  }

  /// Gives Ctrl-C back its usual meaning.
  func cancel() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
