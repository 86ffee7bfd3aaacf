import Testing

@testable import Reporting

struct TextWidthTests {
  @Test func `a line of words is cut at blanks and goes on a little further in`() {
    #expect(
      TextWidth.wrapped("  one two three four", to: 11) == ["  one two", "    three", "    four"]
    )
    #expect(TextWidth.wrapped("fits", to: 4) == ["fits"])
  }

  @Test func `Chinese is cut between its characters, never before a sign that closes`() {
    #expect(
      TextWidth.wrapped("  省内调峰，弃风率", to: 10) == ["  省内调", "    峰，弃", "    风率"]
    )
  }

  @Test func `brackets stay with what they hold`() {
    #expect(TextWidth.wrapped("三(一)四五六七", to: 6) == ["三(一)", "  四五", "  六七"])
  }

  @Test func `a word longer than a line stays whole`() {
    #expect(TextWidth.wrapped("a abcdefgh b", to: 5) == ["a", "  abcdefgh", "  b"])
  }

  @Test func `columns that do not fit stand below, with the first one again`() {
    let names = (1...9).map { "column number \($0)" }
    var table = TextTable(header: ["of"] + names)
    table.append(["row"] + names.map { _ in "1" })
    let lines = table.lines(indent: 0)
    #expect(lines.count == 4)
    for line in lines { #expect(line.count <= 100) }
    #expect(lines[0].hasPrefix("of ") && lines[2].hasPrefix("of "))
    for name in names { #expect(lines.contains { $0.contains(name) }) }
  }

  @Test func `a table that nearly fits stands closer`() {
    var table = TextTable(header: ["of"] + (0..<10).map { _ in "12345678" })
    table.append(["row"])
    table.append(["all"] + (0..<10).map { _ in "1" })
    // 3 and ten times 8 are 83: with two blanks between it is 103, with one 93.
    #expect(table.lines(indent: 0)[0].count == 93)
  }
}
