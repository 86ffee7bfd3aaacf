/// What came of holding something against its like.
public enum Outcome: String, Sendable, CaseIterable {
  /// It is the same within the tolerance.
  case same
  /// It differs by less than the certified gaps leave open: no difference is proved, and none is judged.
  case withinGap = "within the gaps"
  /// It differs, and ties may leave it free: told, not judged.
  case free
  /// It differs.
  case different

  /// Whether it makes two results differ.
  public var differs: Bool { self == .different }
}
