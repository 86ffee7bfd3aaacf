import Hourly
import Tables

extension ModelReading {
  /// What the model says could be changed, with the assets as they would be.
  mutating func options(of assets: [any Asset], in folder: String) -> [CapacityOption] {
    let named = Dictionary(assets.map { ($0.name, $0) }) { first, _ in first }
    var places: [String: YAMLMapping] = [:]
    let options = root.mappings("options", log: &log).map { mapping in
      let option = mapping.read(
        fields: CapacityOption.fields,
        prototype: CapacityOption(),
        besides: ["set"],
        log: &log
      )
      places[option.name] = mapping
      guard let asset = named[option.asset] else {
        refuseUnknownAsset(option, mapping, among: assets.map(\.name), folder)
        return option
      }
      if let year = option.earliestYear, year > setting.horizon.start.year {
        log.note(
          at: mapping.place(of: "earliest-year"),
          field: mapping.field("earliest-year"),
          value: String(year),
          rule: "lies after the year of the model, so the option is left out"
        )
        return option
      }
      var reading = OptionReading(option, of: asset, mapping)
      reading.read(in: setting, &log)
      return reading.option
    }
    refuseRepeats(options.map(\.name), in: "options")
    OptionCheck.run(options, at: places, log: &log)
    return options
  }

  /// An option of an asset that is not there: a fault where the model says it, a note where it is inherited.
  private mutating func refuseUnknownAsset(
    _ option: CapacityOption,
    _ mapping: YAMLMapping,
    among names: [String],
    _ folder: String
  ) {
    let isInherited = !(mapping.place.file.hasPrefix(folder + "/"))
    let rule =
      isInherited
      ? "is not an asset of the model, so the option is left out" : "is not an asset of the model"
    log.append(
      mapping.place(of: "asset").issue(
        isInherited ? .note : .error,
        field: mapping.field("asset"),
        value: option.asset,
        rule: rule,
        fix: NearestName.fix(option.asset, among: names)
      )
    )
  }
}

/// One option in the reading: what it changes, how far, and what that costs.
struct OptionReading {
  private(set) var option: CapacityOption
  private let asset: any Asset
  private let mapping: YAMLMapping

  init(_ option: CapacityOption, of asset: any Asset, _ mapping: YAMLMapping) {
    (self.option, self.asset, self.mapping) = (option, asset, mapping)
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
    complain(of: changed, in: setting, &log)
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
      log.error(
        at: mapping.place(of: "most"),
        field: mapping.field("most"),
        value: NumberText.shortest(most),
        rule: "is more than the \(NumberText.shortest(full)) \(option.extent.unit) that are there",
        fix: "Write \(NumberText.shortest(full)) or less."
      )
    }
    guard full > 0 else {
      log.error(
        at: mapping.place,
        field: mapping.field("asset"),
        value: asset.name,
        rule: "has nothing that the option could change",
        fix: "Write figures that differ from those of the asset, or take the option out."
      )
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

  // MARK: - Checks

  private func complain(of changed: any Asset, in setting: Setting, _ log: inout IssueLog) {
    // What is said of a series that could not be read would only hide that.
    guard changed.seriesNames.allSatisfy({ setting.series[$0] != nil }) else { return }
    let key = option.adds == nil ? "set" : "adds"
    for complaint in changed.complaints(in: setting) where complaint.severity == .error {
      log.error(
        at: mapping.place(of: key),
        field: mapping.field("\(key)/\(complaint.field)"),
        rule: complaint.rule,
        fix: complaint.fix
      )
    }
  }

  private func checkPrices(_ log: inout IssueLog) {
    func refuse(_ key: String, _ rule: String, _ fix: String, isError: Bool = true) {
      let place = mapping.place(of: key)
      log.append(
        place.issue(isError ? .error : .warning, field: mapping.field(key), rule: rule, fix: fix)
      )
    }
    let prices = option.prices
    if prices.costPerYear != nil, prices.hasUpkeep || prices.hasCapital {
      refuse(
        "cost-per-year",
        "stands beside prices of capital or upkeep",
        "Write the one or the others."
      )
    }
    if prices.hasCapital, prices.life == nil, prices.technicalLife == nil {
      refuse("life-years", "must be given with capital", "Add `life-years: …`.")
    }
    if prices.costPerYear == nil, !prices.hasCapital, !prices.hasUpkeep {
      refuse("cost-per-year", "must be given, or capital or upkeep", "Add `cost-per-year: …`.")
    }
    let isLess = option.changes.contains { $0.after < $0.before }
    let upkeep = [
      ("upkeep-per-unit", prices.upkeepPerUnit), ("upkeep-per-mw", prices.upkeepPerMegawatt),
      ("upkeep-per-mwh", prices.upkeepPerMegawattHour),
    ]
    for (key, value) in upkeep where (value ?? 0) < 0 && !isLess && !option.isConversion {
      refuse(
        key,
        "is below 0, but the option takes nothing away that could save upkeep",
        "Write what it costs, 0 or more."
      )
    }
    let needsEnergy = prices.capitalPerMegawattHour != nil || prices.upkeepPerMegawattHour != nil
    if needsEnergy, option.extent.megawattHours == 0 {
      refuse("capital-per-mwh", "counts MWh, but the option adds none", "Price it per MW or unit.")
    }
    let needsPower = prices.capitalPerMegawatt != nil || prices.upkeepPerMegawatt != nil
    if needsPower, option.extent.megawatts == 0 {
      refuse("capital-per-mw", "counts MW, but the option adds none", "Price it per MWh or unit.")
    }
  }

  private func report(
    _ fault: FieldFault,
    _ column: String,
    _ text: String,
    _ set: YAMLMapping,
    _ log: inout IssueLog
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

extension Asset {
  /// The series that its columns name.
  fileprivate var seriesNames: [String] {
    Self.fields.compactMap { $0.series(in: self)?.series }
  }
}
