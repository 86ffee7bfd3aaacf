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

  @Test func `HiGHS finds the same optimum in either text`() throws {
    guard let python = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] else {
      print("skipped: GRIDFLEX_ORACLE_PYTHON names no Python with highspy")
      return
    }
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
        let file = folder.appending(path: "writer-\(number).\(kind)")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let found = try optimum(of: file, python)
        #expect(abs(found - expected) <= 1e-6 * (abs(expected) + 1), "400 + \(number) \(kind)")
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  private func optimum(of file: URL, _ python: String) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: python)
    let script = """
      import highspy, sys
      h = highspy.Highs(); h.setOptionValue('output_flag', False)
      h.readModel(sys.argv[1]); h.run()
      print(repr(h.getInfo().objective_function_value))
      """
    process.arguments = ["-c", script, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan
  }
}
