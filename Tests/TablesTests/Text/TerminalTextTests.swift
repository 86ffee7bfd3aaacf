import Tables
import Testing

struct TerminalTextTests {
  @Test(
    arguments: zip(
      [
        "plain 吉林 ≥ 5 %\n\tend", "\u{1B}[31mred\u{7}", "a\rb", "del\u{7F}", "\u{9B}2J",
        "x\u{202E}y",
      ],
      [
        "plain 吉林 ≥ 5 %\n\tend", "\\u001B[31mred\\u0007", "a\\u000Db", "del\\u007F", "\\u009B2J",
        "x\\u202Ey",
      ]
    )
  )
  func `what a terminal would obey is written out`(text: String, shown: String) {
    #expect(TerminalText.shown(text) == shown)
  }
}
