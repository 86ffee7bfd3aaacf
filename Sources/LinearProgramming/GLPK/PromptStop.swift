/// Work that is waited for only a moment longer once it is told to stop.
///
/// The engines look at their signal often, but an ordering, a factorisation or a long pivot inside a C library
/// does not. Such work is left behind: it shares nothing that changes with what goes on, and ends by itself or with
/// the process.
enum PromptStop {
  /// Seconds of the process's work in which the work has to end by itself after a stop, as nearly all of it does.
  static let patience = 0.4

  /// What the work gives; nil where it was told to stop and did not.
  @available(*, noasync)
  static func run<Value: Sendable>(
    _ stop: StopSignal,
    patience: Double = patience,
    _ work: @escaping @Sendable () throws(SolverError) -> Value
  ) throws(SolverError) -> Value? {
    try Worker(work).wait(stop, patience: patience)?.get()
  }
}
