import Foundation
import Testing

struct CompletionCommandTests {
  /// The script, which is the same for all lines.
  private static let script = Result { try CommandRun("completion", "bash").output }

  /// What bash offers at the end of a line, by the script that the command prints.
  private func offers(_ words: String...) throws -> [String] {
    let scratch = try ScratchFolder()
    try scratch.write(try Self.script.get(), to: "completion")
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    try scratch.write(
      "set -eu\nsource ./completion\nCOMP_WORDS=(gridflex \(line))\nCOMP_CWORD=\(words.count)\n"
        + "_gridflex\nfor word in ${COMPREPLY[@]+\"${COMPREPLY[@]}\"}; do echo \"$word\"; done >out\n",
      to: "ask"
    )
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["ask"]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try scratch.read("out").split(separator: "\n").map(String.init)
  }

  @Test func `bash completes commands, options, and the words that they take`() throws {
    #expect(try offers("comp") == ["compare", "completion"])
    #expect(try offers("dispatch", "model", "--t") == ["--take", "--threads", "--time-limit"])
    #expect(try offers("dispatch", "model", "--method", "") == ["auto", "exact", "rolling"])
    #expect(try offers("dispatch", "--format", "=", "j") == ["json"])
    #expect(try offers("export", "--format", "=") == ["mps", "lp", "pypsa"])
    #expect(try offers("describe", "deep_p") == ["deep_peak_baseline_mw"])
    #expect(try offers("import", "") == ["pypsa", "rts-gmlc", "genx"])
    #expect(try offers("completion", "z") == ["zsh"])
  }

  @Test func `where a path is due, the shell offers files`() throws {
    #expect(try offers("dispatch", "") == [])
    #expect(try offers("dispatch", "model", "--output", "r") == [])
  }

  @Test func `every command and option of the help is offered`() throws {
    let page = try CommandRun("--help").output.split(separator: "\n")
    let start = try #require(page.firstIndex(of: "commands:"))
    let commands = page[(start + 1)...].prefix { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count > 10)
    #expect(try offers("") == commands.filter { !$0.hasPrefix("--") } + ["--help", "--version"])
    let script = try CommandRun("completion", "zsh").output
    for command in commands where !command.hasPrefix("--") {
      let help = try CommandRun(command, "--help").output
      let options = help.matches(of: /(?m)^  (--[a-z-]+)/).map { String($0.output.1) }
      #expect(try offers(command, "-") == options, "\(command)")
      #expect(script.contains("    \(command))\n"))
    }
  }

  @Test func `an unknown shell is told`() throws {
    let run = try CommandRun("completion", "fish")
    #expect(run.code == 64 && run.messages.contains("bash, zsh"))
  }
}
