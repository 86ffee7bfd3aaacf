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

  /// The duals and levels of another program, carried over by family name, stage and number.
  package init(
    from lean: LinearProgram,
    rowDuals duals: [Double],
    values: [Double],
    to program: LinearProgram
  ) {
    self.init(none: program)
    rowDuals = Self.transfer(
      duals,
      from: (lean.rowFamilies, lean.rowStage),
      to: (program.rowFamilies, program.rowStage),
      otherwise: 0
    )
    levels = Self.transfer(
      values,
      from: (lean.columnFamilies, lean.columnStage),
      to: (program.columnFamilies, program.columnStage),
      otherwise: .nan
    )
  }

  private static func transfer(
    _ values: [Double],
    from source: (families: [LinearProgram.Family], stage: [Int32]),
    to target: (families: [LinearProgram.Family], stage: [Int32]),
    otherwise missing: Double
  ) -> [Double] {
    var result = [Double](repeating: missing, count: target.stage.count)
    var byName: [String: LinearProgram.Family] = [:]
    for family in source.families { byName[family.name] = family }
    for family in target.families {
      guard let other = byName[family.name] else { continue }
      var theirs = other.range.lowerBound
      for ours in family.range {
        while theirs < other.range.upperBound, source.stage[theirs] < target.stage[ours] {
          theirs += 1
        }
        guard theirs < other.range.upperBound else { break }
        guard source.stage[theirs] == target.stage[ours] else { continue }
        result[ours] = values[theirs]
        theirs += 1
      }
    }
    return result
  }
}
