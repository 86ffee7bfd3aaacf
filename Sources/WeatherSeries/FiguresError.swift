/// What is wrong with a table of figures.
public enum FiguresError: Error, Equatable, Sendable {
  /// The file cannot be read.
  case unreadable(file: String)
  /// A row, column or cell is missing or is no number.
  case malformed(file: String, detail: String)
}
