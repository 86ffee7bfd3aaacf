import Tables

/// What options must not do to each other, told at reading.
enum OptionCheck {
  static func run(
    _ options: [CapacityOption],
    at places: [String: YAMLMapping],
    log: inout IssueLog
  ) {
    let sound = options.filter { $0.changed != nil }
    for option in sound {
      guard let mapping = places[option.name] else { continue }
      checkNeed(of: option, among: options, mapping, &log)
      guard let rival = rival(of: option, among: sound) else { continue }
      log.error(
        at: mapping.place,
        field: mapping.field("group"),
        value: option.group,
        rule: "\(option.name) and \(rival.name) change the same of \(option.asset)",
        fix: "Give both the same `group`, so that what one takes is not there for the other."
      )
    }
  }

  /// An earlier option that changes the same without a group in common.
  private static func rival(
    of option: CapacityOption,
    among options: [CapacityOption]
  ) -> CapacityOption? {
    options.prefix { $0.name != option.name }.first { other in
      guard other.asset == option.asset, other.group == nil || other.group != option.group else {
        return false
      }
      let columns = Set(other.changes.map(\.column))
      return other.isConversion || option.isConversion
        || option.changes.contains { columns.contains($0.column) }
    }
  }

  private static func checkNeed(
    of option: CapacityOption,
    among options: [CapacityOption],
    _ mapping: YAMLMapping,
    _ log: inout IssueLog
  ) {
    guard let need = option.needs else { return }
    let needed = options.first { $0.name == need }
    let retires = needed?.changes.contains { $0.after < $0.before } ?? false
    guard needed == nil || !retires else { return }
    log.error(
      at: mapping.place(of: "needs"),
      field: mapping.field("needs"),
      value: need,
      rule: needed == nil ? "is not an option of the model" : "retires nothing",
      fix: needed == nil
        ? NearestName.fix(need, among: options.map(\.name))
        : "Name the option that takes units away, such as `adds: units=-1`."
    )
  }
}
