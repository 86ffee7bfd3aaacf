import Glibc

/// Seconds between calls, and the memory the process took.
struct Stopwatch {
  private var last = ContinuousClock.now

  /// The seconds since the last lap, or since it was made.
  mutating func lap() -> Double {
    let now = ContinuousClock.now
    defer { last = now }
    return Self.seconds(now - last)
  }

  /// A duration in seconds.
  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The most memory that the process held so far, MB; nil where the system does not tell.
  static var peakMemory: Double? {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
      ? Double(usage.ru_maxrss) / 1024 : nil
  }
}
