import Testing

@testable import LinearProgramming

struct GuidedLevelsTests {
  private let store = StoreProgram(demand: [1, 2, 3, 4, 5, 6])

  private func window(_ stages: Range<Int>, level: Double, steering: Double) -> RollingWindow {
    let program = store.program()
    var guidance = Guidance(none: program)
    guidance.levels[store.level(3)] = level
    guidance.levels[store.plant(3)] = 4
    guidance.rowDuals[store.store(4)] = -7
    let context = RollingContext(program, StagedIndex(program), guidance: guidance)
    var window = RollingWindow(openAt: stages, context, guessedBefore: nil) { _ in 0 }
    GuidedLevels(steering: steering).add(to: &window, context: context)
    return window
  }

  /// The level after hour 3 is column 7 of the window; a unit of it saves 7, of which leaving 2.5 costs 2 %.
  @Test(arguments: zip([1.0, 8], [0.14, 1.12]))
  func `leaving a guided level costs a part of its worth`(steering: Double, fee: Double) {
    let window = window(2..<4, level: 2.5, steering: steering)
    #expect(window.program.rowCount == 5)
    #expect(window.program.rowLower[4] == 2.5)
    #expect(window.program.rowUpper[4] == 2.5)
    #expect(window.program.columnCount == 12)
    #expect(window.program.cost[10...].allSatisfy { abs($0 - fee) < 1e-12 })
    #expect(Array(window.program.entryColumn.suffix(3)) == [7, 10, 11])
    #expect(Array(window.program.entryValue.suffix(3)) == [1, -1, 1])
    #expect(window.extraKeys.count == 1)
  }

  /// The plant's level is guided too, but no later row has it: it is worth nothing beyond.
  @Test func `a level that is not known or not used later is left alone`() {
    #expect(window(2..<4, level: .nan, steering: 1).program.columnCount == 10)
    // Of hours 1 and 2 and of the last ones no level at the end is guided.
    #expect(window(1..<3, level: 2.5, steering: 1).program.columnCount == 10)
    #expect(window(4..<6, level: 2.5, steering: 1).program.columnCount == 10)
  }
}
