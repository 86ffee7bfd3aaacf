/// A program of subcommands: finds the one that is meant, and writes the help pages.
package struct Program: Sendable {
  /// What a command line asks for.
  package enum Request: Sendable {
    /// Print this text, a help page or the version, and end well.
    case print(String)
    /// Run this command.
    case run(Command, Command.Line)
  }

  let name: String
  let version: String
  let summary: String
  let commands: [Command]

  /// A program with its commands in the order of its help page.
  package init(_ name: String, version: String, summary: String, commands: [Command]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
  }

  /// Reads the words of a command line after the program's own name.
  package func parse(_ words: [String]) throws(UsageError) -> Request {
    guard let first = words.first else { throw UsageError("no command is given") }
    if first == "-h" || first == "--help" { return .print(help) }
    if first == "--version" { return .print("\(name) \(version)\n") }
    guard let command = commands.first(where: { $0.name == first }) else {
      let names = commands.map(\.name) + ["--help", "--version"]
      let kind = first.hasPrefix("-") ? "option" : "command"
      throw UsageError("unknown \(kind) '\(first)'\(suggestion(for: first, among: names))")
    }
    let rest = Array(words.dropFirst())
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "-h" || $0 == "--help" }) {
      return .print(help(of: command))
    }
    do {
      return .run(command, try command.parse(rest))
    } catch {
      throw UsageError(error.message, command: command.name)
    }
  }

  /// The two lines for stderr when a command line cannot be read.
  package func text(of error: UsageError) -> String {
    let page = ([name] + [error.command].compactMap(\.self) + ["--help"]).joined(separator: " ")
    return "\(name): \(error.message)\ntry '\(page)'\n"
  }

  private var help: String {
    let rows = commands.map { command in
      (([command.name] + command.arguments.map(\.name)).joined(separator: " "), command.summary)
    }
    let options = [
      ("--help", "Print this page, or the one of the command before it."),
      ("--version", "Print the version."),
    ]
    return summary + "\n\nusage: \(name) COMMAND [ARGUMENT]... [OPTION]...\n"
      + Self.table("commands", rows) + Self.table("options", options)
  }

  private func help(of command: Command) -> String {
    let options = command.options.map { option in
      ("--" + option.name + (option.placeholder.map { " " + $0 } ?? ""), option.help)
    }
    let words = [name, command.name] + command.arguments.map(\.name) + ["[OPTION]..."]
    return command.summary + "\n\nusage: " + words.joined(separator: " ") + "\n"
      + Self.table("arguments", command.arguments.map { ($0.name, $0.help) })
      + Self.table("options", options + [("--help", "Print this page.")])
  }

  private static func table(_ title: String, _ rows: [(left: String, right: String)]) -> String {
    guard let width = rows.map(\.left.count).max() else { return "" }
    let lines = rows.map { row in
      "  " + row.left + String(repeating: " ", count: width - row.left.count + 2) + row.right + "\n"
    }
    return "\n\(title):\n" + lines.joined()
  }
}
