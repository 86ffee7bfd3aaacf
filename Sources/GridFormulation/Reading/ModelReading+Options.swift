import Hourly
import Tables

extension ModelReading {
  /// What the model says could be changed, with the assets as they would be.
  ///
  /// - Parameters:
  ///   - assets: The assets that were read.
  ///   - folder: The model's folder.
  ///   - changes: What the command line sets.
  /// - Returns: The options, in the order written.
  mutating func options(
    of assets: [any Asset],
    in folder: String,
    changes: [ModelChange]
  ) -> [CapacityOption] {
    let touched = TouchedAssets(changes)
    func isForOther(_ option: CapacityOption, _ mapping: YAMLMapping) -> Bool {
      !mapping.place.file.hasPrefix(folder + "/") || touched.contains(option.asset)
    }
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
        refuseUnknownAsset(
          option,
          mapping,
          among: assets.map(\.name),
          isForOther: isForOther(option, mapping)
        )
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
      var reading = OptionReading(
        option,
        of: asset,
        mapping,
        isForOther: isForOther(option, mapping)
      )
      reading.read(in: setting, &log)
      return reading.option
    }
    complain(of: options, among: named, at: places)
    refuseRepeats(options.map(\.name), in: "options")
    OptionCheck.run(options, at: places, log: &log)
    return options
  }

  /// Tells what is wrong with assets of which all is added that options could add.
  ///
  /// One alone may be no asset yet, such as the power of a store whose energy another one adds.
  private mutating func complain(
    of options: [CapacityOption],
    among named: [String: any Asset],
    at places: [String: YAMLMapping]
  ) {
    for option in options where option.changed != nil && option.adds != nil {
      guard let mapping = places[option.name], let asset = named[option.asset] else { continue }
      var together = asset
      for other in options
      where other.asset == option.asset && other.adds != nil && other.changed != nil {
        let grows = other.changes.allSatisfy { $0.after >= $0.before }
        guard other.name == option.name || grows else { continue }
        for change in other.changes {
          let text = NumberText.shortest(change.after)
          if case .success(let next) = together.changed(change.column, to: text) {
            together = next
          }
        }
      }
      guard together.seriesNames.allSatisfy({ setting.series[$0] != nil }) else { continue }
      for complaint in together.complaints(in: setting) where complaint.severity == .error {
        log.error(
          at: mapping.place(of: "adds"),
          field: mapping.field("adds/\(complaint.field)"),
          rule: complaint.rule,
          fix: complaint.fix
        )
      }
    }
  }

  /// An option of an asset that is not there: a fault where the model says it, a note where it was written for
  /// other assets.
  private mutating func refuseUnknownAsset(
    _ option: CapacityOption,
    _ mapping: YAMLMapping,
    among names: [String],
    isForOther: Bool
  ) {
    let rule =
      isForOther
      ? "is not an asset of the model, so the option is left out" : "is not an asset of the model"
    log.append(
      mapping.place(of: "asset").issue(
        isForOther ? .note : .error,
        field: mapping.field("asset"),
        value: option.asset,
        rule: rule,
        fix: isForOther ? "" : NearestName.fix(option.asset, among: names)
      )
    )
  }
}

extension Asset {
  /// The series that its columns name.
  var seriesNames: [String] {
    Self.fields.compactMap { $0.series(in: self)?.series }
  }
}

/// The assets that changes from the command line name.
private struct TouchedAssets {
  private let names: Set<String>

  init(_ changes: [ModelChange]) {
    let paths = changes.map { $0.path.split(separator: "/") }
    names = Set(paths.filter { $0.first == "assets" && $0.count > 2 }.map { String($0[2]) })
  }

  func contains(_ name: String) -> Bool { names.contains(name) || names.contains("*") }
}
