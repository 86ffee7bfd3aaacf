import CYAML

/// Says in the user's words what libyaml could not read.
enum YAMLFault {
  /// The issue for a parser that stopped.
  static func issue(
    of parser: yaml_parser_t,
    file: String,
    content: UnsafeBufferPointer<UInt8>
  ) -> Issue {
    let problem = parser.problem.map { String(cString: $0) } ?? "it is no YAML"
    if parser.error == YAML_READER_ERROR {
      let (line, column) = UTF8Check.position(of: parser.problem_offset, in: content)
      return Issue(
        file: file,
        line: line,
        column: column,
        rule: "must be text without control characters",
        fix: "Remove the character here."
      )
    }
    let mark = parser.problem_mark
    let line = Int(mark.line)
    if isIndentedByTab(line, content) {
      return Issue(
        file: file,
        line: line + 1,
        column: Int(mark.column) + 1,
        rule: "lines must not be indented by tabs",
        fix: "Indent with blanks."
      )
    }
    let context = parser.context.map { " " + String(cString: $0) } ?? ""
    return Issue(
      file: file,
      line: line + 1,
      column: Int(mark.column) + 1,
      rule: "is no valid YAML:\(context) \(problem)",
      fix: "Check the indentation, the blank after `:`, and that quotes and brackets close."
    )
  }

  /// Whether a line, counted from 0, has a tab before its text.
  private static func isIndentedByTab(
    _ line: Int,
    _ content: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = 0
    var current = 0
    while index < content.count, current < line {
      if content[index] == 10 { current += 1 }
      index += 1
    }
    while index < content.count, content[index] == 32 { index += 1 }
    return index < content.count && content[index] == 9
  }
}
