package import Tables

/// Where the hourly values of a series come from, and how they are brought to the model's hours.
package struct SeriesDeclaration: Sendable, Hashable {
  /// Which end of its hour a row's label names.
  package enum Label: String, FieldWord {
    /// The label is the start of the hour.
    case start
    /// The label is the end of the hour.
    case end
  }

  /// The name used by assets and zones.
  package var name: String
  /// The path of the file as written; `${data}` stands for the folder given by `--data`.
  package var file = ""
  /// The folder from which the path is seen.
  package var folder = "."
  /// The column in the file.
  package var column: String
  /// The unit of the numbers in the file, empty for the unit that is wanted.
  package var unit = ""
  /// The year the file's rows belong to, nil for the model's.
  package var year: Int?
  /// Whether 29 February of the file is left out.
  package var dropsLeapDay = false
  /// Which end of its hour a row's label names.
  package var label = Label.start
  /// The yearly total to scale to, in the converted unit times hours.
  package var scaleToTotal: Double?
  /// The yearly mean to scale to, in the converted unit.
  package var scaleToMean: Double?
  /// A factor on every value.
  package var scale = 1.0
  /// Where it is declared.
  package var place: Place
  /// Where each key was written.
  package var places: [String: Place] = [:]

  /// Declares a series that is read as it stands.
  package init(name: String, file: String = "", folder: String = ".", place: Place) {
    self.name = name
    self.file = file
    self.folder = folder
    self.column = name
    self.place = place
  }

  /// What stands for the folder of --data at the beginning of a path.
  package static let dataMark = "${data}"

  /// Whether its file lies in the folder of --data.
  package var isMeasured: Bool { file.hasPrefix(Self.dataMark) }

  /// The place of a key, or of the declaration.
  package func place(of key: String) -> Place { places[key] ?? place }

  /// A key with the path that leads to it.
  package func field(_ key: String) -> String { "series/\(name)/\(key)" }
}

extension SeriesDeclaration {
  /// The keys of a declaration that hold one value.
  package static let fields: [Field<SeriesDeclaration>] = [
    Field(
      "file",
      \.file,
      required: true,
      "CSV file, seen from the folder of the model; `${data}` stands for the folder of --data."
    ),
    Field("column", \.column, "Column in the file; the series' own name where it is left out."),
    Field(
      "unit",
      \.unit,
      "Unit of the numbers, e.g. MW, GW, pu, percent, CNY/kWh; left out: the unit that is wanted."
    ),
    Field(
      "year",
      \.year,
      in: 1900...2200,
      unit: .plain,
      "Calendar year of the rows; left out: the model's. Load and weather should be of one year."
    ),
    Field("drop-leap-day", \.dropsLeapDay, "Leaves out 29 February of the rows."),
    Field("label", \.label, "Which end of its hour the label of a row names."),
    Field("scale", \.scale, unit: .plain, "Factor on every value."),
  ]

  /// The keys below `scale-to`.
  package static let scaleFields: [Field<SeriesDeclaration>] = [
    Field(
      "total",
      \.scaleToTotal,
      unit: .plain,
      "Yearly total to scale to, in the unit that is wanted times hours: MWh for MW."
    ),
    Field(
      "mean",
      \.scaleToMean,
      unit: .plain,
      "Yearly mean to scale to, in the unit that is wanted."
    ),
  ]

  /// Reads the mapping `series:` of a model, one declaration a key.
  ///
  /// A path is seen from the folder of the YAML file it stands in; from `folder`, the model's,
  /// where it was given on the command line.
  package static func read(
    _ mapping: YAMLMapping,
    folder: String = ".",
    log: inout IssueLog
  ) -> [SeriesDeclaration] {
    var result: [SeriesDeclaration] = []
    for entry in mapping.entries {
      let path = mapping.field(entry.key)
      if let fault = NameRule.checkSeries(entry.key) {
        log.error(at: entry.place, field: path, rule: fault.rule, fix: fault.fix)
        continue
      }
      guard let keys = YAMLMapping(entry.value, path: path, log: &log) else { continue }
      var prototype = SeriesDeclaration(name: entry.key, place: entry.place)
      prototype.places = Dictionary(
        keys.entries.map { ($0.key, $0.value.place) },
        uniquingKeysWith: { first, _ in first }
      )
      var series = keys.read(
        fields: fields,
        prototype: prototype,
        besides: ["scale-to"],
        log: &log
      )
      let origin = keys.place(of: "file").file
      series.folder = origin.hasPrefix("--") ? folder : FileSource.folder(of: origin)
      if let scale = keys.mapping("scale-to", log: &log) {
        series = scale.read(fields: scaleFields, prototype: series, log: &log)
        if (series.scaleToTotal == nil) == (series.scaleToMean == nil) {
          log.error(
            at: scale.place,
            field: scale.path,
            rule: "must have either `total` or `mean`",
            fix: "Write `scale-to: {total: 75.0e6}` or `scale-to: {mean: 0.27}`."
          )
        }
      }
      result.append(series)
    }
    return result
  }
}
