import Foundation
import LinearProgramming
import Testing

struct WriterTests {
  private func small() -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.beginColumns("coal 1/output")
    let coal = builder.addColumn(cost: 10.5, lower: 2, upper: 8, stage: 0)
    builder.beginRows("balance")
    let row = builder.addRow(lower: 1, upper: 5, stage: 0)
    builder.add(0.1, column: coal, row: row)
    builder.addConstant(4)
    return builder.build()
  }

  @Test func `MPS keeps the constant with the opposite sign`() {
    var text = ""
    MPSWriter.write(small(), to: &text)
    #expect(
      text == """
        NAME gridflex
        ROWS
         N cost
         L r_balance.0
        COLUMNS
         c_coal_1_output.0 cost 10.5
         c_coal_1_output.0 r_balance.0 0.1
        RHS
         rhs cost -4.0
         rhs r_balance.0 5.0
        RANGES
         rng r_balance.0 4.0
        BOUNDS
         LO bnd c_coal_1_output.0 2.0
         UP bnd c_coal_1_output.0 8.0
        ENDATA

        """
    )
  }

  @Test func `rows of one family and one stage have names of their own, wherever they stand`() {
    // Bounds that move are rows over all stages for one column, then for the next.
    var builder = LinearProgramBuilder()
    builder.beginColumns("size")
    let size = builder.addColumn(upper: 1, stage: 0)
    builder.beginRows("size of bounds")
    for stage in [0, 1, 0, 1, 1] {
      builder.add(1, column: size, row: builder.addRow(lower: 0, upper: 1, stage: stage))
    }
    var text = ""
    MPSWriter.write(builder.build(), to: &text)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix(" L r") || $0.hasPrefix(" G r") }
    #expect(rows.count == 5 && Set(rows).count == 5, "\(rows)")
  }

  @Test(.enabled(if: Oracle.usual != nil, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"))
  func `HiGHS finds the same optimum in either text`() throws {
    let oracle = try #require(Oracle.usual)
    let folder = FileManager.default.temporaryDirectory
    for number in 0..<20 {
      var generator = RandomProgram(seed: 400 + UInt64(number))
      let program = generator.make()
      let expected = try Solver.solve(program).cost
      for kind in ["mps", "lp"] {
        var text = ""
        if kind == "mps" {
          MPSWriter.write(program, to: &text)
        } else {
          LPWriter.write(program, to: &text)
        }
        let file = folder.appending(path: "writer-\(number)-\(UUID()).\(kind)")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let found = try oracle.optimum(of: file)
        #expect(abs(found - expected) <= 1e-6 * (abs(expected) + 1), "400 + \(number) \(kind)")
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  @Test(.enabled(if: Oracle.usual != nil, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"))
  func `a solver that prints a banner is understood all the same`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "banner-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let loud = """
      print("Running HiGHS 99.0: welcome")
      class Info: objective_function_value = 42.5
      class Highs:
        def setOptionValue(self, name, value): print("option", name)
        def readModel(self, path): print("reading", path)
        def run(self): print("17 iterations\\n18.5")
        def getInfo(self): return Info
      """
    try loud.write(to: folder.appending(path: "highspy.py"), atomically: true, encoding: .utf8)
    let oracle = Oracle(python: try #require(Oracle.usual).python, modules: folder.path)
    #expect(try oracle.optimum(of: folder.appending(path: "program.mps")) == 42.5)
  }
}
