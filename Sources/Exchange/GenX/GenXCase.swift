import GridFormulation
import Hourly
import Tables

/// Reads a case of GenX (Jenkins and Sepulveda 2017, MIT Energy Initiative) into a model under construction.
///
/// What stands of a resource is an asset at its existing capacity, with an option that retires it; what may be built
/// is an asset without capacity, with an option that adds it at its yearly cost. Policies become goals where a metric
/// counts what they limit.
struct GenXCase {
  var source: GenXSource
  var draft = ImportDraft()
  let settings: GenXSettings
  let hours: GenXHours
  /// The names of zones by their numbers.
  var zones: [Int: String] = [:]
  /// What became of each resource that a policy may name, by its name in lower case.
  var resources: [String: Resource] = [:]

  /// The first hour of a case, which has no calendar.
  static let start = TimeStamp(year: 2030, month: 1, day: 1)

  /// What became of a resource.
  struct Resource {
    let name: String
    let zone: String
    /// The assets with MW as GenX counts them; empty where those of a retrofit count otherwise.
    var assets: [String] = []
    /// The capacity that stands, MW.
    var existing = 0.0
    /// The options that add to it, by their position, if a MW of their size is one of the resource.
    var building: [Int] = []
    /// Whether some of it can be retired.
    var canRetire = false
  }

  /// Reads the folder; what is wrong is in the log of `source`.
  init(folder: String) {
    source = GenXSource(folder: folder)
    var draft = ImportDraft()
    Self.refuseStages(of: folder, &source)
    guard !source.log.hasErrors else {
      (settings, hours) = (GenXSettings(), GenXHours())
      return
    }
    settings = GenXSettings(&source, &draft)
    if settings[.multiStage] > 0 {
      Self.refuseStages(at: Place(file: folder + "/" + GenXSettings.file), folder, &source)
    }
    hours = GenXHours(&source, &draft)
    self.draft = draft
    refuseOldTables()
    guard hours.count > 0 else { return }
    readNetwork()
    readThermal()
    readRetrofits()
    readRenewables()
    readMustRun()
    readHydro()
    readStorage()
    readPolicies()
    noteWhatIsLeft()
  }

  private static func refuseStages(of folder: String, _ source: inout GenXSource) {
    guard FileSource.isFolder(folder + "/inputs_p1") || FileSource.isFolder(folder + "/inputs")
    else { return }
    refuseStages(at: Place(file: folder), folder, &source)
  }

  private static func refuseStages(at place: Place, _ folder: String, _ source: inout GenXSource) {
    source.log.error(
      at: place,
      rule: "is a case of several stages, and the stages of a pathway are not read",
      fix: "Import one stage: name its folder, such as \(folder)/inputs_p1."
    )
  }

  /// Logs that no table of resources is there, as before GenX 0.4, where one table held them all.
  private mutating func refuseOldTables() {
    let files = ["Thermal", "Vre", "Must_run", "Hydro", "Storage"]
    guard !files.contains(where: { source.has("resources/\($0).csv") }), !source.log.hasErrors
    else { return }
    source.log.error(
      at: Place(file: source.folder),
      rule: "has no table of resources, such as resources/Thermal.csv",
      fix: source.has("Generators_data.csv")
        ? "Bring the case to the tables of GenX 0.4: Generators_data.csv is older."
        : "Name the folder of a case, which holds resources, system and settings."
    )
  }

  // MARK: - Names and places

  /// The zone of a row; empty and an issue where there is none of its number.
  mutating func zone(of row: GenXRow) -> String {
    let number = source.number("zone", of: row)
    if let name = WholeNumber.exactly(number, in: 0...1_000_000).flatMap({ zones[$0] }) {
      return name
    }
    if row.text("zone")?.isEmpty == false {
      source.refuse("zone", of: row, "is no zone with a column of demand")
    }
    return ""
  }

  /// A name of the model's own for a part of a resource.
  mutating func settle(_ name: String, in table: String, at row: GenXRow) -> String {
    draft.settleName(
      of: ForeignComponent(list: table, row: 0, name: name, place: row.place),
      as: "resource"
    )
  }

  /// The name of a table without its folder and ending, as lists and series are called.
  static func list(_ table: String) -> String {
    let file = table.split(separator: "/").last.map(String.init) ?? table
    return file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
  }

  // MARK: - Options

  /// Adds an option under a name that no other has, and returns its position.
  @discardableResult
  mutating func add(_ option: ImportedOption) -> Int {
    draft.options.append(option)
    return draft.options.count - 1
  }

  /// The most MW that may be built: the stated limit less what stands, or a limit that cannot bind.
  ///
  /// Twice the peak of all demand, over the mean of what is available, is more than any plan takes.
  mutating func most(
    _ column: String,
    of row: GenXRow,
    besides existing: Double,
    perMegawattOf mean: Double,
    in table: String,
    _ name: String
  ) -> Double {
    let stated = source.number(column, of: row, absent: -1)
    if stated > 0 { return max(0, stated - existing) }
    draft.note(
      .changed,
      table,
      row.cell(column) == nil ? column : "Max_Cap_MW",
      "An option has a limit where GenX has none: twice the peak of all demand over the mean of what is available.",
      of: name
    )
    return (2 * hours.peak / max(mean, 0.05)).rounded(.up)
  }

  /// The least MW that must be built: the stated limit less what stands.
  mutating func least(_ column: String, of row: GenXRow, besides existing: Double) -> Double {
    max(0, source.number(column, of: row, absent: 0) - existing)
  }
}
