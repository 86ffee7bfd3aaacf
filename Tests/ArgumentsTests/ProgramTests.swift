import Arguments
import Testing

private let output = Option.text("output", "DIR", defaultText: "results", help: "Where to write.")
private let hours = Option.integer("hours", "N", in: 1...8784, help: "Hours to solve.")
private let gap = Option.positive("gap", "SHARE", defaultText: "0.001", help: "Gap to reach.")
private let changes = Option.repeated("set", "PATH=VALUE", help: "Change one value.") {
  text throws(UsageError) in
  if text.contains("=") { return text }
  throw UsageError("must be PATH=VALUE")
}
private let quiet = Option.flag("quiet", help: "No progress.")
private let format = Option.choice("format", ["text", "json"], help: "What to print.")

private let program = Program(
  "tool",
  version: "1.2.3",
  summary: "Does things to grids.",
  commands: [
    Command(
      "dispatch",
      summary: "Schedule a model.",
      arguments: [("MODEL", "The model folder.")],
      options: [
        .init(output), .init(hours), .init(gap), .init(changes), .init(quiet), .init(format),
      ],
      action: { _ in 0 }
    ),
    Command(
      "describe",
      summary: "Tell a type.",
      arguments: [("[TYPE]", "An asset type.")],
      options: [],
      action: { _ in 7 }
    ),
  ]
)

/// The line that `dispatch` is given.
private func line(_ words: String...) throws -> Command.Line {
  guard case .run(_, let line) = try program.parse(["dispatch"] + words) else {
    throw UsageError("a page was printed")
  }
  return line
}

private func printed(_ words: String...) throws -> String? {
  guard case .print(let text) = try program.parse(words) else { return nil }
  return text
}

struct ProgramTests {
  @Test func `an absent option has the value of its absence`() throws {
    let line = try line("grid")
    #expect(line.arguments == ["grid"])
    #expect(line[output] == nil)
    #expect(line[hours] == nil)
    #expect(line[changes] == [])
    #expect(!line[quiet])
  }

  @Test func `a value follows its name or an equals sign`() throws {
    #expect(try line("--hours", "48", "grid")[hours] == 48)
    #expect(try line("grid", "--hours=48")[hours] == 48)
    #expect(try line("grid", "--set=a/b=c")[changes] == ["a/b=c"])
    #expect(try line("grid", "--gap", "1e-4")[gap] == 1e-4)
    #expect(try line("grid", "--format=json", "--quiet")[format] == "json")
  }

  @Test func `a repeatable option keeps every value in order`() throws {
    #expect(try line("--set", "b=1", "grid", "--set=a=-2")[changes] == ["b=1", "a=-2"])
  }

  @Test func `two dashes end the options`() throws {
    #expect(try line("--quiet", "--", "--output").arguments == ["--output"])
    #expect(try line("--", "-h").arguments == ["-h"])
  }

  @Test func `a single dash is an argument and a value`() throws {
    #expect(try line("-").arguments == ["-"])
    #expect(try line("grid", "--output", "-")[output] == "-")
  }

  @Test(
    arguments: [
      (["grid", "--ouput", "x"], "unknown option '--ouput'; did you mean '--output'?"),
      (["grid", "--out=x"], "unknown option '--out'; did you mean '--output'?"),
      (["grid", "-q"], "unknown option '-q'"),
      (["grid", "--zzzzzzz"], "unknown option '--zzzzzzz'"),
      (["grid", "--hours"], "--hours needs a value: --hours N"),
      (["grid", "--hours", "--quiet"], "--hours needs a value: --hours N"),
      (["grid", "--output="], "--output needs a value: --output DIR"),
      (["grid", "--hours", "x"], "--hours 'x' must be a whole number from 1 to 8784"),
      (["grid", "--hours", "8785"], "--hours '8785' must be a whole number from 1 to 8784"),
      (["grid", "--gap", "nan"], "--gap 'nan' must be a number above 0"),
      (["grid", "--gap=-1"], "--gap '-1' must be a number above 0"),
      (
        ["grid", "--format", "jsn"],
        "--format 'jsn' must be text|json; did you mean 'json'?"
      ),
      (["grid", "--quiet=yes"], "--quiet takes no value"),
      (["grid", "--hours=1", "--hours=2"], "--hours is given twice"),
      (["grid", "--set=a=1", "--set=b", "--set=c=1"], "--set 'b' must be PATH=VALUE"),
      (["grid", "other"], "unexpected argument 'other'"),
      ([""], "MODEL is missing"),
      ([], "MODEL is missing"),
    ]
  )
  func `a wrong line of a command says what and points to its page`(
    words: [String],
    message: String
  ) {
    let error = #expect(throws: UsageError.self) { try program.parse(["dispatch"] + words) }
    #expect(error?.message == message)
    #expect(error.map(program.text) == "tool: \(message)\ntry 'tool dispatch --help'\n")
  }

  @Test(
    arguments: [
      ([], "no command is given"),
      (["dispach"], "unknown command 'dispach'; did you mean 'dispatch'?"),
      (["desc"], "unknown command 'desc'; did you mean 'describe'?"),
      (["plan"], "unknown command 'plan'"),
      (["--verson"], "unknown option '--verson'; did you mean '--version'?"),
    ]
  )
  func `a wrong first word points to the program's page`(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try program.parse(words) }
    #expect(error.map(program.text) == "tool: \(message)\ntry 'tool --help'\n")
  }

  @Test func `an argument in brackets may be left out`() throws {
    guard case .run(let command, let line) = try program.parse(["describe"]) else { return }
    #expect(line.arguments.isEmpty)
    #expect(command.action(line) == 7)
    guard case .run(_, let given) = try program.parse(["describe", "coal"]) else { return }
    #expect(given.arguments == ["coal"])
  }

  @Test func `the version is one line`() throws {
    #expect(try printed("--version") == "tool 1.2.3\n")
  }

  @Test func `the program's page lists the commands with their arguments`() throws {
    let page = """
      Does things to grids.

      usage: tool COMMAND [ARGUMENT]... [OPTION]...

      commands:
        dispatch MODEL   Schedule a model.
        describe [TYPE]  Tell a type.

      options:
        --help     Print this page, or the one of the command before it.
        --version  Print the version.

      """
    #expect(try printed("--help") == page)
    #expect(try printed("-h") == page)
  }

  @Test func `a command's page lists its options with their defaults`() throws {
    let page = """
      Schedule a model.

      usage: tool dispatch MODEL [OPTION]...

      arguments:
        MODEL  The model folder.

      options:
        --output DIR        Where to write. Default: results.
        --hours N           Hours to solve.
        --gap SHARE         Gap to reach. Default: 0.001.
        --set PATH=VALUE    Change one value. May be repeated.
        --quiet             No progress.
        --format text|json  What to print.
        --help              Print this page.

      """
    #expect(try printed("dispatch", "--help") == page)
    #expect(try printed("dispatch", "grid", "--nonsense", "-h") == page)
  }
}
