import Testing

@testable import LinearProgramming

/// Windows cut out of a program: what they hold of the past and the future.
struct RollingWindowTests {
  private let store = StoreProgram(demand: [1, 2, 3, 4, 5, 6], limit: 20)
  private var program: LinearProgram { store.program() }

  private func context(_ change: (inout Guidance) -> Void = { _ in }) -> RollingContext {
    var guidance = Guidance(none: program)
    change(&guidance)
    return RollingContext(program, StagedIndex(program), guidance: guidance)
  }

  /// The entries of a row by column.
  private func row(_ row: Int, of window: RollingWindow) -> [Int: Double] {
    var entries: [Int: Double] = [:]
    for entry in window.program.entryRow.indices where window.program.entryRow[entry] == Int32(row)
    {
      entries[Int(window.program.entryColumn[entry])] = window.program.entryValue[entry]
    }
    return entries
  }

  /// Hours 2 and 3 after a level of 1.5: columns 0–4 and 5–9 are plant, unserved, level, in, out of each.
  @Test func `an open window takes what the past gives its rows`() {
    let window = RollingWindow(openAt: 2..<4, context(), guessedBefore: nil) { column in
      column == store.level(1) ? 1.5 : .nan
    }
    #expect(window.program.columnCount == 10)
    #expect(window.program.rowLower == [3, 1.5, 4, 0])
    #expect(window.program.rowUpper == [3, 1.5, 4, 0])
    #expect(row(0, of: window) == [0: 1, 1: 1, 3: -1, 4: 1])
    #expect(row(1, of: window) == [2: 1, 3: -1, 4: 1])
    #expect(row(3, of: window) == [7: 1, 8: -1, 9: 1, 2: -1])
    #expect(window.program.columnUpper == [4, 100, 5, 5, 5, 4, 100, 5, 5, 5])
  }

  /// The level after hour 3 stands with −1 in the store's row of hour 4, whose dual −7 is what stored energy saves.
  ///
  /// A unit of the plant costs 10 and 2 of the limit, whose dual is −2.
  @Test func `what outlives a window is priced by the duals beyond it`() {
    let priced = context {
      $0.rowDuals[store.store(4)] = -7
      $0.rowDuals[store.limitRow] = -2
    }
    let window = RollingWindow(openAt: 2..<4, priced, guessedBefore: nil) { _ in 0 }
    #expect(window.program.cost == [12, 100, 0, 0, 0, 12, 100, -7, 0, 0])
    // At the end there is nothing to price, and the limit's own row is added to the window.
    let last = RollingWindow(openAt: 4..<6, priced, guessedBefore: nil) { _ in 0 }
    #expect(last.program.cost == [10, 100, 0, 0, 0, 10, 100, 0, 0, 0])
    #expect(priced.worthBeyond(4, of: store.level(3)) == 7)
    #expect(priced.worthBeyond(5, of: store.level(3)) == 0)
  }

  /// Where the level before hour 2 is only guessed, the store's equation keeps it; a ramp would be left out.
  @Test func `a guessed past does not limit a window but equations hold`() {
    var builder = LinearProgramBuilder()
    for stage in 0..<3 { builder.addColumn(upper: 9, stage: stage) }
    for stage in 1..<3 {
      let ramp = builder.addRow(lower: -2, upper: 2, stage: stage)
      builder.add(1, column: stage, row: ramp)
      builder.add(-1, column: stage - 1, row: ramp)
      let equation = builder.addRow(lower: 5, upper: 5, stage: stage)
      builder.add(1, column: stage, row: equation)
      builder.add(-1, column: stage - 1, row: equation)
    }
    let program = builder.build()
    let context = RollingContext(program, StagedIndex(program), guidance: Guidance(none: program))
    let decided = RollingWindow(openAt: 1..<3, context, guessedBefore: nil) { _ in 4 }
    #expect(decided.program.rowLower == [2, 9, -2, 5])
    #expect(decided.program.rowUpper == [6, 9, 2, 5])
    let guessed = RollingWindow(openAt: 1..<3, context, guessedBefore: 1) { _ in 4 }
    #expect(guessed.program.rowLower == [-.infinity, 9, -2, 5])
    #expect(guessed.program.rowUpper == [.infinity, 9, 2, 5])
  }

  /// Hours 2 and 3 between levels of 1.5 and, before hour 4, 2: its store's row keeps out − in = 2 − level.
  ///
  /// The plant gave 4, 3, 2, 1, 5, 3 = 18 of 20: of the 2 that are left half may be used: 3 + 1.
  @Test func `a closed window keeps every row it touches and takes its part of a limit`() {
    var values = [Double](repeating: 0, count: program.columnCount)
    for (hour, output) in [4.0, 3, 2, 1, 5, 3].enumerated() { values[store.plant(hour)] = output }
    values[store.level(1)] = 1.5
    (values[store.into(4)], values[store.level(4)]) = (1, 3)
    let window = RollingWindow(closedAt: 2..<4, context(), shareOfSlack: 0.5, values: values)
    #expect(window.program.rowCount == 6)
    #expect(Array(window.program.rowLower[..<4]) == [3, 1.5, 4, 0])
    #expect(row(4, of: window) == [7: -1])
    #expect(window.program.rowLower[4] == -2)
    #expect(window.program.rowUpper[4] == -2)
    #expect(row(5, of: window) == [0: 1, 5: 1])
    #expect(window.program.rowLower[5] == -.infinity)
    #expect(window.program.rowUpper[5] == 4)
    #expect(window.program.cost == [10, 100, 0, 0, 0, 10, 100, 0, 0, 0])
  }

  /// The level after hour 1 comes in as column 10, with its own bounds and the price of its other row.
  @Test func `a dual window has every column of its rows within its own bounds`() {
    let window = RollingWindow(dualAt: 2..<4, context(), globalLevels: []) { row in
      row == store.store(1) ? 3 : row == store.store(4) ? -7 : row == store.limitRow ? -2 : .nan
    }
    #expect(window.program.columnCount == 11)
    #expect(window.program.columnUpper[10] == 5)
    #expect(window.program.cost == [12, 100, 0, 0, 0, 12, 100, -7, 0, 0, -3])
    #expect(row(1, of: window) == [2: 1, 3: -1, 4: 1, 10: -1])
    #expect(window.program.rowLower == [3, 0, 4, 0])
    #expect(window.extraKeys.count == 1)
  }

  /// A size of 3 that is held adds 0.5·3 to its row: x ≥ 2 − 1.5.
  @Test func `a column without a stage is held at its level`() {
    var builder = LinearProgramBuilder()
    let size = builder.addColumn(lower: 1, upper: 6, stage: -1)
    let output = builder.addColumn(upper: 9, stage: 0)
    let row = builder.addRow(lower: 2, upper: .infinity, stage: 0)
    builder.add(0.5, column: size, row: row)
    builder.add(1, column: output, row: row)
    let program = builder.build()
    for (level, held) in [(3.0, 3.0), (.nan, 1), (99, 6)] {
      var guidance = Guidance(none: program)
      guidance.levels[size] = level
      let context = RollingContext(program, StagedIndex(program), guidance: guidance)
      #expect(context.globalLevels[size] == held)
      let window = RollingWindow(
        dualAt: 0..<1,
        context,
        globalLevels: context.globalLevels
      ) { _ in 0 }
      #expect(window.program.columnCount == 1)
      #expect(window.program.rowLower == [2 - 0.5 * held])
    }
  }
}
