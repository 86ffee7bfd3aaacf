/// What is thought to be known of the solution before the windows are solved.
package struct Guidance: Sendable {
  /// An estimate of the dual of each row; 0 where nothing is known.
  package var rowDuals: [Double]
  /// An estimate of the level of each column; NaN where nothing is known.
  package var levels: [Double]

  /// No guidance at all.
  package init(none program: LinearProgram) {
    rowDuals = [Double](repeating: 0, count: program.rowCount)
    levels = [Double](repeating: .nan, count: program.columnCount)
  }
}
