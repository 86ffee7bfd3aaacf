package import Reporting

/// A picture as data: what is drawn, of which numbers, in which unit.
package struct Picture: Sendable {
  /// How a picture is drawn; the page has a drawing for each.
  package enum Kind: String, Sendable, CaseIterable {
    /// Stacks and lines over hours.
    case hourly
    /// Hours sorted by value.
    case duration
    /// Cells of a map.
    case heat
    /// Columns by category.
    case columns
    /// Steps from one sum to another.
    case waterfall
    /// Values beside their thresholds.
    case bullets
    /// Sources and sinks of energy.
    case sankey
    /// Zones and what flows between them.
    case zones
  }

  /// A short name, unique in a report.
  package let id: String
  /// Its title.
  package let title: String
  /// How it is computed.
  package let note: String
  /// How it is drawn.
  package let kind: Kind
  /// The position of the result whose hours it shows.
  package let result: Int
  /// What the drawing takes.
  package let fields: [(key: String, value: JSONValue)]

  /// The picture as the page reads it.
  package var json: JSONValue {
    .object(
      [
        ("id", .text(id)), ("title", .text(title)), ("kind", .text(kind.rawValue)),
        ("result", .integer(result)),
      ] + fields
    )
  }
}

extension ShownUnit {
  /// The unit as the page reads it; hover and CSV tell numbers to a step in the unit of their measure.
  package func json(quantum: Double) -> JSONValue {
    var exact = decimals
    var step = quantum * factor
    var digits = 0
    while step < 0.999_999, digits < 8 {
      step *= 10
      digits += 1
    }
    exact = max(exact, digits)
    return .object([
      ("symbol", .text(symbol)), ("factor", .number(factor)), ("decimals", .integer(decimals)),
      ("exact", .integer(exact)), ("grouped", .bool(isGrouped)),
    ])
  }
}
