import GridFormulation
import Hourly
import Tables
import WeatherSeries

/// A model under construction from a network: zones, assets, series and what was not carried over.
struct ImportDraft {
  /// A zone with its load.
  struct ZoneDraft {
    let name: String
    var load = Profile.constant(0)
    var lostLoad: Double?
    /// The zones that hold reserve together.
    var area: String?
  }

  /// The series of one attribute, which one file of the model holds.
  struct SeriesFile {
    let path: String
    var columns: [(name: String, values: [Double])] = []
  }

  var zones: [ZoneDraft] = []
  var generators: [Generator] = []
  var stores: [Storage] = []
  var corridors: [Corridor] = []
  var lines: [Line] = []
  var converters: [Converter] = []
  var options: [ImportedOption] = []
  var optionLimits: [OptionLimit] = []
  /// What each zone and asset is in what is imported, by its name in the model.
  private(set) var components: [String: ForeignComponent] = [:]
  /// The largest cost of a MWh of any plant, store or link.
  private(set) var dearest = 0.0
  var goals: [String] = []
  private(set) var files: [SeriesFile] = []
  private var names: Set<String> = []
  /// Whose attribute each series holds.
  private(set) var seriesOwners: [String: (name: String, attribute: String)] = [:]
  private var notes: [NoteKey: Note] = [:]
  private var noteOrder: [NoteKey] = []

  private struct NoteKey: Hashable {
    let list: String
    let field: String
    let kind: PyPSADifference.Kind
    let note: String
  }

  private struct Note {
    var count = 0
    var first = ""
  }

  /// What the model does not say, or says otherwise: one entry for each list and attribute.
  var differences: [PyPSADifference] {
    noteOrder.map { key in
      let note = notes[key] ?? Note()
      let who = note.first.isEmpty ? "" : note.count == 1 ? " (\(note.first))" : ""
      let many = note.count > 1 ? " (\(note.count) of them, such as \(note.first))" : ""
      return PyPSADifference(
        owner: key.list,
        field: key.field,
        kind: key.kind,
        note: key.note + who + many
      )
    }
  }

  /// Notes what was not carried over; like notes of a list are told together.
  mutating func note(
    _ kind: PyPSADifference.Kind,
    _ list: String,
    _ field: String,
    _ text: String,
    of name: String = ""
  ) {
    let key = NoteKey(list: list, field: field, kind: kind, note: text)
    if notes[key] == nil { noteOrder.append(key) }
    var note = notes[key] ?? Note()
    note.count += 1
    if note.count == 1 { note.first = name }
    notes[key] = note
  }

  /// Remembers where an asset or zone stands that keeps its name.
  mutating func remember(_ name: String, of list: String, at place: Place) {
    components[name] = ForeignComponent(list: list, row: 0, name: name, place: place)
  }

  /// A name of the model's own for a component: its own where it can be, told where it cannot.
  mutating func settleName(of component: ForeignComponent, as kind: String) -> String {
    var name = component.name.isEmpty ? kind : NameRule.plain(component.name)
    if names.contains(name) { name = "\(kind) \(name)" }
    let stem = name
    var number = 2
    while names.contains(name) {
      name = "\(stem) \(number)"
      number += 1
    }
    names.insert(name)
    components[name] = component
    if name != component.name {
      note(
        .changed,
        component.list,
        "name",
        "Names are unique over the whole model, begin with no sign and hold no `/`, `=`, comma or quote.",
        of: "\(component.name) is \(name)"
      )
    }
    return name
  }

  /// Takes notice of what a MWh costs.
  mutating func notice(cost: HourlyValue) {
    dearest = max(dearest, cost.most, -cost.least)
  }

  /// A profile of values: a number, or a series of the model.
  mutating func profile(
    _ value: HourlyValue,
    _ attribute: String,
    of name: String,
    in list: String
  ) -> Profile {
    guard case .hourly(let values) = value else { return .constant(value[0]) }
    if let first = values.first, values.allSatisfy({ $0 == first }) { return .constant(first) }
    let stem = "\(attribute) \(name)"
    var series = stem
    var number = 2
    while seriesOwners[series] != nil {
      series = "\(stem) \(number)"
      number += 1
    }
    seriesOwners[series] = (name, attribute)
    let path = "series/\(list)-\(attribute).csv"
    if let index = files.firstIndex(where: { $0.path == path }) {
      files[index].columns.append((series, values))
    } else {
      files.append(SeriesFile(path: path, columns: [(series, values)]))
    }
    return .series(series)
  }
}
