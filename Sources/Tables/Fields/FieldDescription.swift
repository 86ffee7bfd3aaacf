/// What there is to know about one parameter: the row of a data dictionary.
package struct FieldDescription: Sendable, Hashable {
  /// The column or key; it carries the unit, as in `capacity_mw`.
  package var name: String
  /// The unit of its numbers, nil for a text.
  package var unit: Unit?
  /// What may be written, such as `number`, `yes/no`, `a|b|c` or `number or series`.
  package var type: String
  /// The value where nothing is written, nil if there is none.
  package var defaultText: String?
  /// The range of numbers, nil if any will do.
  package var range: String?
  /// Whether it must be written.
  package var isRequired: Bool
  /// What it means, in one sentence.
  package var documentation: String
  /// Where the default comes from, empty if there is nothing to cite.
  package var source: String
  /// The range that the values of a series must keep as well, nil where no series may stand.
  package var seriesRange: ClosedRange<Double>?

  /// The unit's symbol, empty for a plain number or text.
  package var symbol: String { unit?.symbol ?? "" }

  /// Whether it holds a number, alone or beside the name of a series.
  package var isNumeric: Bool { ["number", "integer", "number or series"].contains(type) }

  /// Describes a parameter.
  package init(
    name: String,
    unit: Unit? = nil,
    type: String,
    defaultText: String? = nil,
    range: String? = nil,
    isRequired: Bool = false,
    documentation: String,
    source: String = "",
    seriesRange: ClosedRange<Double>? = nil
  ) {
    self.name = name
    self.unit = unit
    self.type = type
    self.defaultText = defaultText
    self.range = range
    self.isRequired = isRequired
    self.documentation = documentation
    self.source = source
    self.seriesRange = seriesRange
  }
}
