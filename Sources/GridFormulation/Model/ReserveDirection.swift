/// Which way a reserve can act.
public enum ReserveDirection: String, Sendable, CaseIterable {
  /// More output or less load.
  case up
  /// Less output or more load.
  case down
}
