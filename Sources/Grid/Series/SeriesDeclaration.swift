/// Where the hourly values of a series come from, and how they are brought to the model's hours.
package struct SeriesDeclaration: Sendable, Hashable {
  /// Which end of its hour a row's label names.
  package enum Label: String, Sendable, CaseIterable {
    /// The label is the start of the hour.
    case start
    /// The label is the end of the hour.
    case end
  }

  /// The name used by assets and zones.
  package var name: String
  /// The path of the file; `${data}` stands for the folder given by `--data`.
  package var file: String
  /// The column in the file.
  package var column: String
  /// The unit of the numbers in the file, empty for the unit that is wanted.
  package var unit: String = ""
  /// The year the file's rows belong to, nil for the model's.
  package var year: Int?
  /// Whether 29 February of the file is left out.
  package var dropsLeapDay = false
  /// Which end of its hour a row's label names.
  package var label = Label.start
  /// The total over the model's year to scale to, in the converted unit times hours.
  package var scaleToTotal: Double?
  /// The mean to scale to, in the converted unit.
  package var scaleToMean: Double?
  /// A factor on every value.
  package var scale = 1.0
  /// Where it is declared.
  package var place: Place

  /// Declares a series that is read as it stands.
  package init(name: String, file: String, column: String, place: Place) {
    self.name = name
    self.file = file
    self.column = column
    self.place = place
  }

  /// Reads the mapping `series:` of a model, one declaration a key.
  package static func read(_ mapping: YAMLMapping, log: inout IssueLog) -> [SeriesDeclaration] {
    []
  }
}
