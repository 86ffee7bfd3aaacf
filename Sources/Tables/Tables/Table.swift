/// A table of texts, each cell with the place it was written at.
package struct Table: Sendable, Hashable {
  /// One cell: its text without surrounding blanks, and its place.
  package struct Cell: Sendable, Hashable {
    /// The text, empty if nothing was written.
    package var text: String
    /// Where it was written.
    package var place: Place
    /// Whether the text is not to be trusted: what is wrong with it has been told.
    package var isBroken = false

    /// Makes a cell.
    package init(text: String, place: Place, isBroken: Bool = false) {
      self.text = text
      self.place = place
      self.isBroken = isBroken
    }
  }

  /// One row: a cell for each column of the header.
  package struct Row: Sendable, Hashable {
    /// The cells, in the order of the columns.
    package var cells: [Cell]
    /// Where the row starts.
    package var place: Place

    /// Makes a row.
    package init(cells: [Cell], place: Place) {
      self.cells = cells
      self.place = place
    }
  }

  /// The path of the file.
  package var file: String
  /// The column names, with their places.
  package var header: [Cell]
  /// The rows below the header.
  package var rows: [Row]
  /// How its numbers are written.
  package var notation: NumberNotation

  /// Makes a table.
  package init(file: String, header: [Cell], rows: [Row], notation: NumberNotation = .plain) {
    self.file = file
    self.header = header
    self.rows = rows
    self.notation = notation
  }

  /// The number of the column of this name, nil if there is none.
  package func column(_ name: String) -> Int? { header.firstIndex { $0.text == name } }
}
