import TestSupport
import Testing

@testable import LinearProgramming

struct WholeProgramTests {
  @Test func `a whole column takes the best whole number`() throws {
    // minimise −x with 2·x ≤ 7 and x whole: 3.
    var program = FlatProgram()
    let x = program.addColumn(cost: -1, lower: 0, upper: 10)
    let row = program.addRow(lower: -.infinity, upper: 7)
    program.add(2, column: x, row: row)
    guard case .found(let values, _) = try WholeProgram.solve(program, whole: [x]) else {
      Issue.record("no point")
      return
    }
    #expect(values == [3])
  }

  @Test func `the nearest whole number to a target is found`() throws {
    // minimise |n/4 − 0.6|: 2 of 4 is 0.1 off, 3 of 4 is 0.15 off.
    var program = FlatProgram()
    let n = program.addColumn(cost: 0, lower: 0, upper: 4)
    let distance = program.addColumn(cost: 1, lower: 0, upper: 1)
    for sign in [1.0, -1] {
      let row = program.addRow(lower: sign * -0.6, upper: .infinity)
      program.add(1, column: distance, row: row)
      program.add(-sign / 4, column: n, row: row)
    }
    guard case .found(let values, _) = try WholeProgram.solve(program, whole: [n]) else {
      Issue.record("no point")
      return
    }
    #expect(values[n] == 2)
    #expect(abs(values[distance] - 0.1) < 1e-9)
  }

  @Test func `what is beside whole numbers is what they leave, to the last digit`() throws {
    // minimise n + 2·x with 1000·n + x ≥ 1000.008 n whole: n = 1, x = 0.008; 1.000008 would be whole for GLPK.
    var program = FlatProgram()
    let n = program.addColumn(cost: 1, lower: 0, upper: 3)
    let x = program.addColumn(cost: 2, lower: 0, upper: 10)
    let row = program.addRow(lower: 1000.008, upper: .infinity)
    program.add(1000, column: n, row: row)
    program.add(1, column: x, row: row)
    guard case .found(let values, _) = try WholeProgram.solve(program, whole: [n]) else {
      Issue.record("no point")
      return
    }
    #expect(values[n] == 1)
    #expect(abs(values[x] - 0.008) < 1e-9)
  }

  @Test func `the best of cuts with large and small slopes is that of all combinations`() throws {
    // A column z over cuts of three whole columns and one that is not, whose slopes are a billionth of the others'.
    for seed in 0..<40 {
      var random = SeededBytes(seed: UInt64(seed))
      func next() -> Double { Double.random(in: -1...1, using: &random) }
      let cuts = (0..<6).map { _ in (next(), (0..<3).map { _ in next() }, 1e-9 * next()) }
      var program = FlatProgram()
      let least = program.addColumn(cost: 1, lower: -1e4, upper: 1e4)
      let whole = (0..<3).map { _ in program.addColumn(cost: 0, lower: 0, upper: 4) }
      let share = program.addColumn(cost: 0, lower: 0, upper: 10_000)
      for (constant, slopes, small) in cuts {
        let row = program.addRow(lower: constant, upper: .infinity)
        program.add(1, column: least, row: row)
        for (column, slope) in zip(whole, slopes) { program.add(-slope, column: column, row: row) }
        program.add(-small, column: share, row: row)
      }
      guard case .found(let values, let bound) = try WholeProgram.solve(program, whole: whole)
      else {
        Issue.record("no point at \(seed)")
        continue
      }
      // All the small slopes move the best by 2e-5 at most.
      var best = Double.infinity
      for index in 0..<125 {
        let sizes = [index % 5, index / 5 % 5, index / 25].map(Double.init)
        let cost = cuts.map { $0.0 + zip($0.1, sizes).reduce(0) { $0 + $1.0 * $1.1 } }.max() ?? 0
        best = min(best, cost)
      }
      #expect(abs(values[least] - best) < 3e-5)
      #expect(bound <= best + 3e-5)
      #expect(values[share] >= -1e-6 && values[share] <= 10_000 + 1e-2)
    }
  }

  @Test func `whole numbers that cannot be are proved so`() throws {
    // 2·x = 3.
    var program = FlatProgram()
    let x = program.addColumn(cost: 1, lower: 0, upper: 10)
    let row = program.addRow(lower: 3, upper: 3)
    program.add(2, column: x, row: row)
    guard case .infeasible = try WholeProgram.solve(program, whole: [x]) else {
      Issue.record("a point that cannot be")
      return
    }
  }
}
