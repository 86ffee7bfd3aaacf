import Tables

/// A value that the command line sets and that differs from the model's.
public struct ModelChange: Sendable, Hashable {
  /// The path, as `assets/battery/grid/power_mw`.
  public let path: String
  /// The value that was set.
  public let value: String
  /// The value of the model, its default where nothing is written; nil where there is none.
  public let before: String?

  /// A change that was made before the model was written as it was solved.
  public init(path: String, value: String, before: String?) {
    (self.path, self.value, self.before) = (path, value, before)
  }

  /// The path without the table where one row is meant: `grid.power_mw`, `wind.*.capacity_mw`, `reserve.up-mw`.
  public var shortPath: String {
    let steps = path.split(separator: "/").map(String.init)
    guard steps.first == "assets" else { return steps.joined(separator: ".") }
    return steps.dropFirst(steps.contains("*") ? 1 : 2).joined(separator: ".")
  }
}

extension [ModelChange] {
  /// Adds a change as the last word on its path: an earlier one on the same path goes, and what it was before stays.
  mutating func note(_ path: String, _ value: String, before: String?) {
    var before = before
    if let earlier = firstIndex(where: { $0.path == path }) { before = remove(at: earlier).before }
    append(ModelChange(path: path, value: value, before: before))
  }

  /// The changes that change something, by path.
  var effective: [ModelChange] {
    filter { change in change.before.map { ValueText.isSame(change.value, $0) } != true }
      .sorted { $0.path < $1.path }
  }
}
