/// The hourly series of a model; each file is read once, when it is first asked for.
package struct SeriesLibrary: Sendable {
  /// The declarations, in the order written.
  package let declarations: [SeriesDeclaration]
  /// The model's hours.
  package let horizon: Horizon

  /// A library over the declared series.
  ///
  /// - Parameter dataFolder: What `${data}` stands for, nil if it was not given.
  package init(declarations: [SeriesDeclaration], dataFolder: String?, model horizon: Horizon) {
    self.declarations = declarations
    self.horizon = horizon
  }

  /// Whether a series of this name is declared.
  package func contains(_ name: String) -> Bool { declarations.contains { $0.name == name } }

  /// The values of a series over a window of the model's hours; nil if something is wrong.
  ///
  /// - Parameter unit: The unit wanted, such as `MW` or `pu`.
  package mutating func values(
    _ name: String,
    over window: Horizon,
    unit: String = "",
    in range: ClosedRange<Double>? = nil,
    usedAt place: Place? = nil,
    field: String? = nil,
    log: inout IssueLog
  ) -> [Double]? {
    nil
  }

  /// The values of a profile over a window; a constant is repeated.
  package mutating func values(
    _ profile: Profile,
    over window: Horizon,
    unit: String = "",
    in range: ClosedRange<Double>? = nil,
    usedAt place: Place? = nil,
    field: String? = nil,
    log: inout IssueLog
  ) -> [Double]? {
    switch profile {
    case .constant(let number): Array(repeating: number, count: window.hours)
    case .series(let name):
      values(name, over: window, unit: unit, in: range, usedAt: place, field: field, log: &log)
    }
  }
}
