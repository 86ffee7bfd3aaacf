package import Hourly

/// A table of a report as values: what HTML and workbook show alike.
package struct ReportTable: Sendable {
  /// A cell: a number keeps the unit of its measure until it is shown.
  package enum Cell: Sendable, Equatable {
    /// Nothing to say.
    case empty
    /// A text.
    case text(String)
    /// A number.
    case number(Double, Measure)
    /// An hour, by its start.
    case hour(TimeStamp)
    /// A day.
    case day(TimeStamp)
    /// An hour of a day that is told elsewhere.
    case clock(TimeStamp)

    /// A number where there is one.
    package static func number(_ value: Double?, _ measure: Measure) -> Cell {
      value.map { Cell.number($0, measure) } ?? .empty
    }
  }

  /// A column with its heading, below a heading that it may share with those beside it.
  package struct Column: Sendable {
    package let title: String
    package let group: String?
    /// Whether it holds texts, which stand at the left.
    package let isText: Bool

    package init(_ title: String, group: String? = nil, isText: Bool = false) {
      (self.title, self.group, self.isText) = (title, group, isText)
    }
  }

  /// How a row stands out.
  package enum Role: Sendable, Hashable {
    /// One of those that are summed, or that stand alone.
    case plain
    /// A part of the row above it.
    case part
    /// A sum or a balance.
    case sum
    /// A heading over the rows below it.
    case heading
  }

  /// A row that a sum counts, and its sign.
  package struct Term: Sendable, Hashable {
    package let row: Int
    package let isTaken: Bool
  }

  /// A row: its label and a cell for each column.
  package struct Row: Sendable {
    package var label: String
    package var cells: [Cell]
    package var role: Role
    /// The rows of the table that its numbers are the sum of; empty where they are no sum.
    package var terms: [Term]
  }

  /// A chart of a workbook: numbers of some rows in some columns.
  package struct Chart: Sendable {
    /// How it is drawn.
    package enum Kind: Sendable {
      /// Columns beside each other.
      case columns
      /// Columns on top of each other.
      case stack
      /// Lines.
      case lines
    }

    package let kind: Kind
    /// The rows that are drawn.
    package let rows: [Int]
    /// The columns that are drawn.
    package let columns: Range<Int>
    /// Whether each row is a series over the columns; else each column is one over the rows.
    package let isByRow: Bool
  }

  /// A short name, unique in a report: its place in the page and the name of its sheet.
  package let id: String
  /// Its title.
  package let title: String
  /// What heads the column of labels.
  package let rowTitle: String
  /// The columns behind the labels.
  package let columns: [Column]
  /// The rows, in their order.
  package private(set) var rows: [Row] = []
  /// The column that is the sum of others, and these; nil where none is.
  package var total: (column: Int, of: Range<Int>)?
  /// What a workbook draws of it; nil where nothing.
  package var chart: Chart?
  /// How it is computed, a sentence each.
  package var notes: [String] = []

  /// A table without rows.
  package init(_ id: String, _ title: String, _ rowTitle: String, _ columns: [Column]) {
    (self.id, self.title, self.rowTitle, self.columns) = (id, title, rowTitle, columns)
  }

  /// Adds a row and answers its place.
  @discardableResult
  package mutating func add(
    _ label: String,
    _ cells: [Cell],
    role: Role = .plain,
    sumOf terms: [Int] = [],
    less taken: [Int] = []
  ) -> Int {
    precondition(cells.count == columns.count || role == .heading, "a cell for each column")
    let all =
      terms.map { Term(row: $0, isTaken: false) } + taken.map { Term(row: $0, isTaken: true) }
    rows.append(Row(label: label, cells: cells, role: role, terms: all))
    return rows.count - 1
  }

  /// Adds numbers of one measure as a row.
  @discardableResult
  package mutating func add(
    _ label: String,
    _ values: [Double?],
    _ measure: Measure,
    role: Role = .plain,
    sumOf terms: [Int] = [],
    less taken: [Int] = []
  ) -> Int {
    let cells = values.map { Cell.number($0, measure) }
    return add(label, cells, role: role, sumOf: terms, less: taken)
  }

  /// Adds a heading over the rows that follow.
  package mutating func addHeading(_ label: String) { add(label, [], role: .heading) }

  /// Whether there is anything to show.
  package var isEmpty: Bool { rows.isEmpty }
}
