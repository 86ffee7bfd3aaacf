import Tables

extension ModelReading {
  /// Reads the limits on several options together, whose options are known by then.
  mutating func readOptionLimits(of options: [CapacityOption]) {
    let names = options.map(\.name)
    setting.optionLimits = root.mappings("option-limits", log: &log).map { mapping in
      let limit = mapping.read(fields: OptionLimit.fields, prototype: OptionLimit(), log: &log)
      checkSum(of: limit, mapping, among: names)
      if limit.most == nil, limit.least == nil {
        log.error(
          at: mapping.place,
          field: mapping.field("at-most"),
          rule: "limits nothing",
          fix: "Write at-most, at-least or both."
        )
      }
      if let most = limit.most, let least = limit.least, least > most {
        log.error(
          at: mapping.place(of: "at-least"),
          field: mapping.field("at-least"),
          value: NumberText.shortest(least),
          rule: "is more than at-most",
          fix: "Write \(NumberText.shortest(most)) or less."
        )
      }
      return limit
    }
    refuseRepeats(setting.optionLimits.map(\.name), in: "option-limits")
  }

  private mutating func checkSum(
    of limit: OptionLimit,
    _ mapping: YAMLMapping,
    among names: [String]
  ) {
    guard !limit.sum.isEmpty else { return }
    let place = mapping.place(of: "sum")
    guard let parts = limit.parts else {
      log.error(
        at: place,
        field: mapping.field("sum"),
        value: limit.sum,
        rule: "must be options with weights, parted by commas",
        fix: "Write for example `line a=120, line b=80.5`."
      )
      return
    }
    var seen: Set<String> = []
    for (option, _) in parts {
      let isKnown = names.contains(option)
      guard !isKnown || !seen.insert(option).inserted else { continue }
      log.error(
        at: place,
        field: mapping.field("sum"),
        value: option,
        rule: isKnown ? "stands twice in the sum" : "is not an option of the model",
        fix: isKnown ? "Write one weight for it." : NearestName.fix(option, among: names)
      )
    }
  }
}
