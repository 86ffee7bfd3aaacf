import Arguments

/// `gridflex completion`: the script with which a shell completes its command lines.
enum CompletionCommand {
  /// The command for a program, which lists it and so is known only when it runs.
  static func command(for program: @escaping @Sendable () -> Program) -> Command {
    Command(
      "completion",
      summary: "Print the script with which bash or zsh completes command lines.",
      arguments: [("SHELL", "bash or zsh; `source <(gridflex completion bash)` tries it.")],
      words: Completion.allCases.map(\.rawValue),
      options: [.init(ModelArguments.quiet)],
      action: { run($0, program()) }
    )
  }

  private static func run(_ line: Command.Line, _ program: Program) -> Int32 {
    let word = line.arguments[0]
    guard let shell = Completion(rawValue: word) else {
      let near = suggestion(for: word, among: Completion.allCases.map(\.rawValue))
      Console.message(
        "gridflex: '\(word)' is no shell with completion: bash, zsh\(near)\n"
          + "try 'gridflex completion --help'\n"
      )
      return ExitCode.wrongUsage
    }
    return Console.finish(shell.script(for: program), with: ExitCode.success)
  }
}
