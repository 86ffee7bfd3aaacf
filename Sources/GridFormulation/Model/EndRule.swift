import Tables

/// What a store must hold at the end of the hours that are solved.
package enum EndRule: String, FieldWord {
  /// At least what it held at the start.
  case atLeastStart = "at-least-start"
  /// What it held at the start.
  case equalStart = "equal-start"
  /// Anything.
  case free
  /// What it held at the start, at the end of every day.
  case daily
  /// What it held at the start, at the end of every seventh day.
  case weekly
  /// What it held at the start, which may be any level.
  case cyclic
}
