import Tables

extension ModelReading {
  /// What the model says could be changed, with the assets as they would be.
  mutating func options(of assets: [any Asset]) -> [CapacityOption] {
    let named = Dictionary(assets.map { ($0.name, $0) }) { first, _ in first }
    let options = root.mappings("options", log: &log).map { mapping in
      var option = mapping.read(
        fields: CapacityOption.fields,
        prototype: CapacityOption(),
        besides: ["set"],
        log: &log
      )
      guard let asset = named[option.asset] else {
        // A model that extends another may do without the asset; it need not restate the options.
        log.note(
          at: mapping.place(of: "asset"),
          field: mapping.field("asset"),
          value: option.asset,
          rule: "is not an asset of the model, so the option is left out",
          fix: NearestName.fix(option.asset, among: assets.map(\.name))
        )
        return option
      }
      var changed = asset
      guard let set = mapping.mapping("set", required: true, log: &log) else { return option }
      for column in set.keys {
        if let change = read(column, of: set, &changed) { option.changes.append(change) }
      }
      // What is said of a series that could not be read would only hide that.
      let canTell = changed.seriesNames.allSatisfy { setting.series[$0] != nil }
      let complaints = canTell ? changed.complaints(in: setting) : []
      for complaint in complaints where complaint.severity == .error {
        log.error(
          at: set.place,
          field: set.field(complaint.field),
          rule: complaint.rule,
          fix: complaint.fix
        )
      }
      option.changed = changed
      return option
    }
    refuseRepeats(options.map(\.name), in: "options")
    return options
  }

  /// A column that an option changes; nil with an issue where it cannot be so changed.
  private mutating func read(
    _ column: String,
    of set: YAMLMapping,
    _ asset: inout any Asset
  ) -> CapacityOption.Change? {
    guard let text = set.text(column, log: &log) else { return nil }
    let before = asset.text(of: column)
    switch asset.changed(column, to: text) {
    case .failure(let fault):
      report(fault, column, text, set)
      return nil
    case .success(let changed):
      let unit = asset.unit(of: column)
      guard let before = before.flatMap(NumberText.parse), let after = NumberText.parse(text) else {
        let fault = FieldFault(
          rule: "must be a number now and after, so that a share of it can be taken",
          fix: "Write a number in the asset's table too, 0 where there is nothing yet."
        )
        report(fault, column, text, set)
        return nil
      }
      asset = changed
      return CapacityOption.Change(column: column, unit: unit, before: before, after: after)
    }
  }

  private mutating func report(
    _ fault: FieldFault,
    _ column: String,
    _ text: String,
    _ set: YAMLMapping
  ) {
    log.error(
      at: set.place(of: column),
      field: set.field(column),
      value: text,
      rule: fault.rule,
      fix: fault.fix
    )
  }
}

extension Asset {
  /// The series that its columns name.
  fileprivate var seriesNames: [String] {
    Self.fields.compactMap { $0.series(in: self)?.series }
  }
}
