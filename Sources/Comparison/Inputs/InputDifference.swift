/// One place in which the models of two results differ, as they were solved.
public struct InputDifference: Sendable, Equatable {
  /// The way to it, as `--set` takes it where it can: `assets/battery/grid/power_mw`.
  public let path: String
  /// What stands in the base, told in words where nothing does.
  public let base: String
  /// What stands in the other.
  public let other: String

  /// A difference from its parts.
  public init(path: String, base: String, other: String) {
    (self.path, self.base, self.other) = (path, base, other)
  }
}
