/// A part of a report: a title, and the pictures and tables under it in their order.
package struct ReportSection: Sendable {
  /// What stands in a section.
  package enum Item: Sendable {
    /// A table.
    case table(ReportTable)
    /// A picture.
    case picture(Picture)
  }

  /// A short name, unique in a report.
  package let id: String
  /// Its title.
  package let title: String
  /// What stands in it.
  package var items: [Item]

  /// The tables in it.
  package var tables: [ReportTable] {
    items.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The pictures in it.
  package var pictures: [Picture] {
    items.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }
}
