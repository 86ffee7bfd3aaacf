import Foundation

/// HiGHS in a Python of its own: a second opinion, where there is one.
struct Oracle {
  /// The Python that `GRIDFLEX_ORACLE_PYTHON` names; nil without one.
  static let usual: Oracle? = {
    let python = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""
    return python.isEmpty ? nil : Oracle(python: python)
  }()

  let python: String
  /// A folder whose modules come before the installed ones.
  var modules: String?

  /// The optimum of a program in a file; not a number where there is none.
  ///
  /// Where it has choices, its columns named `choice` are whole numbers.
  /// The answer comes in a file of its own: what a solver prints differs from version to version.
  func optimum(of program: URL, hasChoices: Bool = false) throws -> Double {
    let answer = program.appendingPathExtension("optimum")
    defer { try? FileManager.default.removeItem(at: answer) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    let choices =
      hasChoices
      ? """
      for column, name in enumerate(h.getLp().col_names_):
        if name.startswith('c_choice'):
          h.changeColIntegrality(column, highspy.HighsVarType.kInteger)
      """ : ""
    let script = """
      import highspy, sys
      h = highspy.Highs(); h.setOptionValue('output_flag', False)
      h.readModel(sys.argv[1])
      \(choices)
      h.run()
      with open(sys.argv[2], 'w') as file: file.write(repr(h.getInfo().objective_function_value))
      """
    process.arguments = ["-c", script, program.path, answer.path]
    if let modules {
      process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": modules]) {
        $1
      }
    }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: answer, encoding: .utf8)
    return Double(text) ?? .nan
  }
}
