import Testing

/// Whatever is written behind an option, the command answers with a code that it documents, and names the option.
struct ExtremeOptionTests {
  private static let texts = ["0", "-0", "1e-320", "1e19", "1e21", "1e300", "inf", "nan", "nosuch"]

  /// The options of a command that take a value, as its help page lists them.
  private func options(of command: String) throws -> [String] {
    let page = try CommandRun(command, "--help").output
    return page.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard line.hasPrefix("  --"), words.count > 1 else { return nil }
      let isPlaceholder =
        line.dropFirst(2 + words[0].count).hasPrefix(" \(words[1])")
        && !line.dropFirst(2 + words[0].count).hasPrefix("  ")
      return isPlaceholder ? String(words[0]) : nil
    }
  }

  @Test(arguments: ["check", "dispatch", "export", "explain"])
  func
    `any text behind an option ends in a documented code, with the option named where it is wrong`(
      command: String
    ) throws
  {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "small", in: scratch.path).code == 0)
    let dispatch = ["dispatch", "small", "--hours=2", "--output=small-result"]
    #expect(try CommandRun(dispatch, in: scratch.path).code < 2)
    let options = try options(of: command)
    #expect(!options.isEmpty)
    let usual = [
      ("--hours", "2"), ("--format", command == "export" ? "lp" : ""), ("--output", "out"),
    ]
    for option in options {
      for text in Self.texts {
        var words = [command, command == "explain" ? "small-result" : "small", "\(option)=\(text)"]
        for (other, value) in usual
        where other != option && !value.isEmpty && options.contains(other) {
          words.append("\(other)=\(value)")
        }
        let run = try CommandRun(words, in: scratch.path)
        #expect(
          [0, 1, 2, 3, 64, 65, 66, 73].contains(run.code),
          "\(words): \(run.code) \(run.messages)"
        )
        if run.code == 64 { #expect(run.messages.contains(option), "\(words): \(run.messages)") }
        if run.code == 65 { #expect(run.messages.contains(":"), "\(words): \(run.messages)") }
      }
    }
  }

  @Test func `a change of what a model extends is refused with the way to do it`() throws {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "small", in: scratch.path).code == 0)
    let run = try CommandRun("check", "small", "--set", "extends=../other", in: scratch.path)
    #expect(run.code == 65)
    #expect(
      run.messages.contains("--set extends: error: ../other: what a model extends is read before")
    )
  }

  @Test func `a folder of data that no series asks for is told`() throws {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "small", in: scratch.path).code == 0)
    let run = try CommandRun("check", "small", "--data", ".", in: scratch.path)
    #expect(run.code == 0)
    #expect(
      run.messages.contains(
        "--data: note: .: is not read: no series of the model begins with `${data}`"
      )
    )
  }

  /// ESC, BEL, CSI as one character, and the override of direction.
  @Test func `control characters of a model are shown as text wherever they are printed`() throws {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "small", in: scratch.path).code == 0)
    let signs = "\u{1B}[31m\u{07}\u{9B}\u{202E}"
    let changes = [
      "title=\(signs)red", "currency=\(signs)CNY", "goals/share/source=\(signs)",
      "zones/valley/area=\(signs)",
    ]
    for change in changes + ["assets/coal/\(signs)/units=1", "\(signs)=1", "name=\(signs)"] {
      for command in [["check"], ["dispatch", "--hours=2", "--output=out"]] {
        let words = command.prefix(1) + ["small", "--set", change] + command.dropFirst()
        let run = try CommandRun(Array(words), in: scratch.path)
        #expect([0, 1, 65].contains(run.code), "\(change): \(run.messages)")
        for text in [run.output, run.messages] {
          #expect(
            !text.unicodeScalars.contains {
              signs.unicodeScalars.contains($0) && $0 != "[" && $0 != "3" && $0 != "1" && $0 != "m"
            }
          )
        }
      }
    }
  }

  @Test(arguments: ["=cmd()", "+1", "-load", "@x"])
  func `a name that a spreadsheet takes for a formula is refused with another`(name: String) throws
  {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "small", in: scratch.path).code == 0)
    let run = try CommandRun(
      "check",
      "small",
      "--set",
      "assets/coal/coal-heat/name=\(name)",
      in: scratch.path
    )
    #expect(run.code == 65 && run.messages.contains("name = \(name): must not"), "\(run.messages)")
  }
}
