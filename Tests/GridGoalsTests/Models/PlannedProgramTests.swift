import GridFormulation
import GridGoals
import LinearProgramming
import TestSupport
import Testing

/// The programs of plans of the repository's models.
struct PlannedProgramTests {
  /// A limit that is 0 without an option, or with all of it, is 0 exactly.
  ///
  /// Limits move along `b(0) + Σ xₖ·bₖ`, and what
  /// rounding leaves of 0 there, a part in 1e16 of thousands of MW, would keep what hangs on a size that is not taken.
  @Test(arguments: ["jilin-2030", "liaoning-2030"])
  func `no limit of a planned program is what rounding left of 0`(name: String) throws {
    var options = ModelOptions()
    options.hours = 24
    let grid = try ModelReader.read(
      folder: "\(Repository.folder)/GridModels/\(name)",
      options: options
    )
    let program = SizedGrid(grid).formulated(enforcing: []).model.build()
    for bounds in [program.columnLower, program.columnUpper, program.rowLower, program.rowUpper] {
      let left = bounds.filter { $0 != 0 && abs($0) < 1e-7 }
      #expect(left.isEmpty, "\(left.prefix(5))")
    }
  }
}
