import Foundation

/// The seconds that the processors worked for this process, on however busy a machine.
enum ProcessorClock {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// A signal that stops when so many seconds of work are over.
  static func signal(_ seconds: Double) -> StopSignal {
    StopSignal(monitor: SolveMonitor(clock: { now }), secondsLeft: seconds)
  }
}
