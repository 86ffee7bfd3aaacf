/// A subcommand as a value: its arguments, its options, and what it does.
package struct Command: Sendable {
  /// An option of any value type, as a command lists it.
  package struct Listed: Sendable {
    let name: String
    let placeholder: String?
    let help: String
    let isRepeatable: Bool
    let words: [String]
    let parse: @Sendable ([String]) throws(UsageError) -> any Sendable

    /// Lists an option of one value type.
    package init<Value>(_ option: Option<Value>) {
      name = option.name
      placeholder = option.placeholder
      help =
        option.help + (option.isRepeatable ? " May be repeated." : "")
        + (option.defaultText.map { " Default: \($0)." } ?? "")
      isRepeatable = option.isRepeatable
      words = option.words
      parse = { texts throws(UsageError) in try option.parse(texts) }
    }
  }

  /// The arguments and option values of one command line, read and checked.
  package struct Line: Sendable {
    /// The arguments told by their place; optional ones may be missing at the end.
    package let arguments: [String]
    let values: [String: any Sendable]

    /// The value of an option that the command lists.
    package subscript<Value>(option: Option<Value>) -> Value {
      guard let value = values[option.name] as? Value else {
        preconditionFailure("the command does not list the option --\(option.name)")
      }
      return value
    }
  }

  let name: String
  let summary: String
  /// Names in capitals with their help; a name in brackets may be left out, the last one may be given more than
  /// once where it ends in three dots.
  let arguments: [(name: String, help: String)]
  let options: [Listed]
  /// The words that the first argument may be, none where it is a path or a name of the user's.
  let words: [String]
  /// Runs it and answers the exit code.
  package let action: @Sendable (Line) -> Int32

  /// A command with the arguments and options of its help page, and its action.
  package init(
    _ name: String,
    summary: String,
    arguments: [(name: String, help: String)],
    words: [String] = [],
    options: [Listed],
    action: @escaping @Sendable (Line) -> Int32
  ) {
    self.name = name
    self.summary = summary
    self.arguments = arguments
    self.options = options
    self.words = words
    self.action = action
  }

  /// Reads the words after the command's name: `--name=value`, `--name value`, `--` and the rest.
  func parse(_ words: [String]) throws(UsageError) -> Line {
    var texts: [[String]] = options.map { _ in [] }
    var given: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        given += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        given.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let index = try index(of: String(parts[0]))
      let name = options[index].name
      guard texts[index].isEmpty || options[index].isRepeatable else {
        throw UsageError("--\(name) is given twice")
      }
      let attached = parts.count > 1 ? String(parts[1]) : nil
      if let placeholder = options[index].placeholder {
        let following = rest.first?.hasPrefix("--") == true ? nil : rest.first
        guard let text = attached ?? following, !text.isEmpty else {
          throw UsageError("--\(name) needs a value: --\(name) \(placeholder)")
        }
        if attached == nil { rest.removeFirst() }
        texts[index].append(text)
      } else {
        guard attached == nil else { throw UsageError("--\(name) takes no value") }
        texts[index].append("")
      }
    }
    try checkCount(of: given)
    var values: [String: any Sendable] = [:]
    for (option, texts) in zip(options, texts) { values[option.name] = try option.parse(texts) }
    return Line(arguments: given, values: values)
  }

  private func index(of word: String) throws(UsageError) -> Int {
    if let index = options.firstIndex(where: { "--" + $0.name == word }) { return index }
    let near = suggestion(for: word, among: options.map { "--" + $0.name } + ["--help"])
    throw UsageError("unknown option '\(word)'\(near)")
  }

  private func checkCount(of given: [String]) throws(UsageError) {
    let isOpen = arguments.last?.name.hasSuffix("...") == true
    if given.count > arguments.count, !isOpen {
      throw UsageError("unexpected argument '\(given[arguments.count])'")
    }
    for (index, argument) in arguments.enumerated() where !argument.name.hasPrefix("[") {
      guard index < given.count, !given[index].isEmpty else {
        throw UsageError("\(argument.name) is missing")
      }
    }
  }
}
