import Tables

/// One option in the reading: what it changes, how far, and what that costs.
struct OptionReading {
  private(set) var option: CapacityOption
  let asset: any Asset
  let mapping: YAMLMapping
  /// Whether it was written for other figures than the asset now has: in a model that this one extends, or before the
  /// command line changed the asset.
  private let isForOther: Bool

  init(
    _ option: CapacityOption,
    of asset: any Asset,
    _ mapping: YAMLMapping,
    isForOther: Bool
  ) {
    (self.option, self.asset, self.mapping) = (option, asset, mapping)
    self.isForOther = isForOther
  }

  /// Settles what the option is; where that fails it changes nothing and the log says why.
  mutating func read(in setting: Setting, _ log: inout IssueLog) {
    guard (option.adds == nil) != (mapping["set"] == nil) else {
      log.error(
        at: mapping.place,
        field: mapping.field("adds"),
        rule: "an option has either `adds` or `set`",
        fix: "Write `adds: capacity_mw` with `most`, or `set: {capacity_mw: 200}`."
      )
      return
    }
    let errors = log.errorCount
    let changed = option.adds == nil ? readSet(&log) : readAdds(&log)
    guard let changed, log.errorCount == errors else { return }
    // What changes nothing is left out, and is asked nothing more.
    guard option.extent.full > 0 else { return }
    if option.adds == nil { complain(of: changed, in: setting, &log) }
    settleParts(&log)
    option.cost = option.prices.cost(of: option.extent)
    checkPrices(&log)
    if log.errorCount == errors { option.changed = changed }
  }

  // MARK: - Figures

  /// `set`: the figures of the asset, or of each of its units, once it is changed.
  private mutating func readSet(_ log: inout IssueLog) -> (any Asset)? {
    guard let set = mapping.mapping("set", required: true, log: &log) else { return nil }
    var changed = asset
    for column in set.keys {
      guard let text = set.text(column, log: &log) else { return nil }
      switch changed.changed(column, to: text) {
      case .failure(let fault):
        report(fault, column, text, set, &log)
        return nil
      case .success(let next): changed = next
      }
      let numbers = (asset.number(of: column), NumberText.parse(text))
      guard let before = numbers.0, let after = numbers.1 else {
        if asset.countsUnits { continue }
        report(.mustBeNumber, column, text, set, &log)
        return nil
      }
      option.changes.append(change(column, before, after))
    }
    let sizes = option.changes.filter { asset.sizing(of: $0.column) == .amount }
    let isAllAmounts = sizes.count == set.keys.count
    if let first = sizes.first, isAllAmounts {
      let full = abs(first.after - first.before)
      option.extent.unit = first.column == "units" ? "units" : first.unit
      option.extent.full = full
    } else {
      guard convert(set, &log) else { return nil }
    }
    limit(to: option.extent.full, &log)
    return changed
  }

  /// Some of the units become others.
  private mutating func convert(_ set: YAMLMapping, _ log: inout IssueLog) -> Bool {
    let column = set.keys.first { asset.sizing(of: $0) != .share } ?? set.keys.first ?? ""
    if asset.countsUnits {
      guard !set.keys.contains("units") else {
        report(.mixed, "units", set.text("units", log: &log) ?? "", set, &log)
        return false
      }
      option.extent.unit = "units"
      option.extent.full = asset.number(of: "units") ?? 0
    } else if set.keys.contains(where: { asset.sizing(of: $0) != .share }) {
      report(.noSize, column, set.text(column, log: &log) ?? "", set, &log)
      return false
    } else {
      option.extent.unit = "share"
    }
    // Units of a part that is changed already are not there to be changed.
    if set.keys.count == 1, asset.sizing(of: column) == .share, let change = option.changes.first,
      change.after == 0 || change.after == 1
    {
      option.extent.full *= abs(change.after - change.before)
    }
    option.isConversion = true
    return true
  }

  /// `adds`: what each MW, MWh or unit of the size adds to columns.
  private mutating func readAdds(_ log: inout IssueLog) -> (any Asset)? {
    guard let steps = steps(&log) else { return nil }
    let isRetirement = steps.first.map { $0.column == "units" && $0.factor < 0 } ?? false
    guard let most = option.largest ?? (isRetirement ? asset.number(of: "units") : nil) else {
      // One that is written and cannot be read has been told.
      guard mapping["most"] == nil else { return nil }
      log.error(
        at: mapping.place,
        field: mapping.field("most"),
        rule: "must be given with `adds`",
        fix: "Add `most: …`, the largest size that could stand."
      )
      return nil
    }
    option.extent.unit = steps[0].column == "units" ? "units" : asset.unit(of: steps[0].column)
    // Of units all could go; of a plant that is built no more than `most` comes.
    let full = isRetirement ? asset.number(of: "units") ?? 0 : most
    option.extent.full = full
    var changed = asset
    for (column, factor) in steps {
      let before = asset.number(of: column) ?? 0
      let after = CapacityOption.Change.settled(before + factor * full, beside: before)
      option.changes.append(change(column, before, after))
      switch changed.changed(column, to: NumberText.shortest(after)) {
      case .success(let next): changed = next
      case .failure(let fault):
        log.error(
          at: mapping.place(of: "most"),
          field: mapping.field("most"),
          value: NumberText.shortest(most),
          rule: "takes \(column) to \(NumberText.shortest(after)), which \(fault.rule)",
          fix: fault.fix
        )
        return nil
      }
    }
    limit(to: full, &log)
    return changed
  }

  /// The columns that `adds` names, each with what a unit of size adds to it.
  private func steps(_ log: inout IssueLog) -> [(column: String, factor: Double)]? {
    var steps: [(column: String, factor: Double)] = []
    for part in (option.adds ?? "").split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(\.withoutBlanks)
      let column = sides.first ?? ""
      let factor = sides.count == 2 ? NumberText.parse(sides[1]) : 1
      var fault: FieldFault?
      if case .failure(let unknown) = asset.changed(column, to: asset.text(of: column) ?? "") {
        if asset.text(of: column) == nil { fault = unknown }
      }
      if fault == nil, asset.number(of: column) == nil || asset.sizing(of: column) != .amount {
        fault = asset.sizing(of: column) == .amount ? .mustBeNumber : .noSize
      }
      if factor == nil || factor == 0 {
        fault = FieldFault(
          rule: "must be a column, or column=number",
          fix: "Write for example `turbine_mw; reservoir_mwh=8`."
        )
      }
      guard fault == nil, let factor else {
        log.error(
          at: mapping.place(of: "adds"),
          field: mapping.field("adds"),
          value: part.withoutBlanks,
          rule: fault?.rule ?? "",
          fix: fault?.fix ?? ""
        )
        return nil
      }
      steps.append((column, factor))
    }
    return steps.isEmpty ? nil : steps
  }

  private func change(
    _ column: String,
    _ before: Double,
    _ after: Double
  ) -> CapacityOption.Change {
    .init(column: column, unit: asset.unit(of: column), before: before, after: after)
  }

  // MARK: - Extent

  /// How much may and must be taken, and what MW and MWh that is.
  private mutating func limit(to full: Double, _ log: inout IssueLog) {
    if let most = option.largest, most > full * (1 + 1e-9) {
      let there = "\(NumberText.shortest(full)) \(option.extent.unit) that are there"
      log.append(
        mapping.place(of: "most").issue(
          isForOther ? .note : .error,
          field: mapping.field("most"),
          value: NumberText.shortest(most),
          rule: "is more than the \(there)" + (isForOther ? ", so these are the most" : ""),
          fix: isForOther ? "" : "Write \(NumberText.shortest(full)) or less."
        )
      )
    }
    guard full > 0 else {
      log.append(
        mapping.place.issue(
          isForOther ? .note : .error,
          field: mapping.field("asset"),
          value: asset.name,
          rule: "has nothing that the option could change"
            + (isForOther ? ": it is left out" : ""),
          fix: isForOther
            ? "" : "Write figures that differ from those of the asset, or take the option out."
        )
      )
      option.extent.full = 0
      return
    }
    let most = min(option.largest ?? full, full)
    option.extent.most = most / full
    option.extent.least = option.smallest / full
    if option.smallest > most {
      log.error(
        at: mapping.place(of: "least"),
        field: mapping.field("least"),
        value: NumberText.shortest(option.smallest),
        rule: "is more than `most`",
        fix: "Write \(NumberText.shortest(most)) or less."
      )
    }
    let power = option.changes.first { $0.unit == "MW" }
    let energy = option.changes.first { $0.unit == "MWh" }
    option.extent.megawatts =
      power.map { abs($0.after - $0.before) }
      ?? (option.extent.unit == "units"
        ? full * (asset.facts.unitSize ?? 0)
        : option.extent.unit == "MWh" ? 0 : asset.facts.capacity)
    option.extent.megawattHours = energy.map { abs($0.after - $0.before) } ?? 0
  }

  /// The whole parts that the option falls into.
  private mutating func settleParts(_ log: inout IssueLog) {
    let isUnits = option.extent.unit == "units"
    guard let size = option.unitSize ?? (isUnits ? 1 : nil) else { return }
    let parts = option.extent.full / size
    let most = option.extent.most * parts
    if size > option.extent.full * option.extent.most * (1 + 1e-9) {
      log.error(
        at: mapping.place(of: "unit-size"),
        field: mapping.field("unit-size"),
        value: NumberText.shortest(size),
        rule: "is larger than the most that may be taken, "
          + NumberText.shortest(option.extent.full * option.extent.most),
        fix: "Write a smaller unit-size, or a larger most."
      )
    } else if abs(most - most.rounded()) > 1e-6 * max(1, most) {
      log.warning(
        at: mapping.place(of: "most"),
        field: mapping.field("most"),
        value: NumberText.shortest(option.extent.full * option.extent.most),
        rule: "is no multiple of unit-size; what is left over is never taken",
        fix: "Write \(NumberText.shortest(most.rounded(.down) * size))."
      )
    }
    option.extent.parts = parts
  }
}

extension FieldFault {
  fileprivate static let mustBeNumber = FieldFault(
    rule: "must be a number now and after, so that a share of it can be taken",
    fix: "Write a number in the asset's table too, 0 where there is nothing yet."
  )
  fileprivate static let noSize = FieldFault(
    rule: "is no size, so no share of it can be taken of an asset without units",
    fix:
      "Make the changed asset a row of its own with a capacity of 0, and let the option add to it."
  )
  fileprivate static let mixed = FieldFault(
    rule: "cannot change beside what each unit is",
    fix: "Make one option for more or fewer units and one for what units become."
  )
}
