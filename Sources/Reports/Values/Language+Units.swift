public import Tables

extension Language {
  /// The units that planners write in this language.
  public var usualUnits: UnitSystem { self == .chinese ? .chinese : .international }
}
