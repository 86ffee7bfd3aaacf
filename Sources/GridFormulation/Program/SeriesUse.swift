package import Tables

/// A parameter that is given by a series.
package struct SeriesUse: Sendable {
  /// The column or key.
  package let field: String
  /// The series' name.
  package let series: String
  /// The unit in which its values are wanted.
  package let unit: Unit?
  /// The range that they must keep.
  package let range: ClosedRange<Double>
}

extension Field {
  /// The series that the field names in a value; nil where it holds a number, or can hold no series.
  package func series(in root: Root) -> SeriesUse? {
    let description = description(prototype: root)
    guard let range = description.seriesRange, let text = text(in: root),
      NameRule.looksLikeName(text)
    else { return nil }
    return SeriesUse(field: name, series: text, unit: description.unit, range: range)
  }
}
