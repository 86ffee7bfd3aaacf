import Foundation
import Tables
import Testing

struct CSVReaderTests {
  private func read(_ text: String) -> (table: Table?, issues: [String]) {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> (table: Table?, issues: [String]) {
    var log = IssueLog()
    let table = CSVReader.read(bytes, file: "t.csv", log: &log)
    return (table, log.sorted().map(\.description))
  }

  private func cells(_ text: String) -> [[String]]? {
    read(text).table?.rows.map { $0.cells.map(\.text) }
  }

  @Test func `a plain table is header and rows`() {
    #expect(cells("name,mw\na,1\nb,2\n") == [["a", "1"], ["b", "2"]])
    #expect(read("name,mw\na,1").table?.header.map(\.text) == ["name", "mw"])
  }

  @Test func `what spreadsheets do is accepted`() {
    // Byte-order mark, CRLF, blanks, trailing blank lines, and empty cells at the end of each line.
    #expect(cells("\u{FEFF}name,mw\r\n a , 1 \r\n\r\n\r\n") == [["a", "1"]])
    #expect(cells("name,mw,,\na,1,,\n,,,\n") == [["a", "1"]])
    #expect(cells("name,mw\ra,1\rb,2\r") == [["a", "1"], ["b", "2"]])
    #expect(cells("name,mw\na\u{3000},1\u{A0}\n") == [["a", "1"]])
  }

  @Test func `quotes guard commas, line ends and doubled quotes`() {
    let text = "name,note\n\"a, b\",\"he said \"\"no\"\"\"\n\"two\nlines\", \"x\" \n\"\",y\n"
    #expect(cells(text) == [["a, b", "he said \"no\""], ["two\nlines", "x"], ["", "y"]])
  }

  @Test func `a cell knows its line and its number in the row`() {
    let table = read("name,note\n\"two\nlines\",x\nb,y\n").table
    #expect(table?.rows[1].place == Place(file: "t.csv", line: 4))
    #expect(table?.rows[1].cells[1].place == Place(file: "t.csv", line: 4, column: 2))
  }

  @Test(
    arguments: [
      ("", "t.csv:1: error: the table is empty"),
      ("\n\n", "t.csv:1: error: the table is empty"),
      ("name,mw\n", "t.csv:1: error: the table has no rows"),
      ("a,1\nb,2\n", "t.csv:1:2: error: the first line must be the column names"),
      ("name,mw\n\"a,1\n", "t.csv:2:1: error: the quoted cell must end"),
      ("name,mw\n\"a\"b,1\n", "t.csv:2:1: error: a comma or line end must follow"),
      ("name,mw\na\"b,1\n", "t.csv:2:1: error: a quote may stand only around a whole cell"),
    ])
  func `a broken table is refused at its place`(text: String, issue: String) throws {
    let (table, issues) = read(text)
    #expect(table == nil)
    #expect(try #require(issues.first).contains(issue), "\(issues)")
  }

  @Test(
    arguments: [
      ("name,mw\na,1,2\nb,3\n", "t.csv:2:3: error: the row has 3 cells, the header 2"),
      ("name,mw\na\nb,3\n", "t.csv:2:2: error: the row has 1 cells, the header 2"),
      ("name,mw,name\na,1,2\nb,3,4\n", "t.csv:1:3: error: name: the column stands twice"),
      ("name,,mw\na,1,2\nb,3,4\n", "t.csv:1:2: error: a column must have a name"),
      (
        "name,mw\na\u{0},1\nb,3\n",
        "t.csv:2:1: error: must be text, without control characters"
      ),
    ])
  func `a fault of one row or column leaves the others to be read`(
    text: String,
    issue: String
  ) throws {
    let (table, issues) = read(text)
    #expect(issues.count == 1 && issues.first?.contains(issue) == true, "\(issues)")
    let rows = try #require(table?.rows)
    #expect(rows.count == 2 && rows.allSatisfy { $0.cells.count == table?.header.count })
    #expect(rows[1].cells[0].text == "b" && !rows[1].cells[0].isBroken)
  }

  @Test func `GBK of older spreadsheets is converted and told`() {
    // 风电, then 1.
    let bytes = Array("name,mw\n".utf8) + [0xB7, 0xE7, 0xB5, 0xE7] + Array(",1\n".utf8)
    let (table, issues) = read(bytes)
    #expect(table?.rows.first?.cells.map(\.text) == ["风电", "1"])
    #expect(issues.count == 1)
    #expect(issues.first?.hasPrefix("t.csv:1: note: is saved as GBK and was converted") == true)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is converted and told, with a byte-order mark and without`(hasMark: Bool) {
    for isLittle in [true, false] {
      let units = Array(((hasMark ? "\u{FEFF}" : "") + "name,mw\n风电,1\n").utf16)
      let bytes = units.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return isLittle ? [low, high] : [high, low]
      }
      let (table, issues) = read(bytes)
      #expect(table?.header.map(\.text) == ["name", "mw"])
      #expect(table?.rows.first?.cells.map(\.text) == ["风电", "1"])
      #expect(issues.count == 1 && issues.first?.contains("is saved as UTF-16") == true)
    }
  }

  @Test(
    arguments: [
      ("name;mw\na;0,5\nb;1.200,25\n", "semicolons", [["a", "0,5"], ["b", "1.200,25"]]),
      ("name\tmw\na\t1\n", "tabs", [["a", "1"]]),
      ("sep=;\nname;mw\na;1\n", "semicolons", [["a", "1"]]),
      ("name;note\n\"a;b\";x, y\n", "semicolons", [["a;b", "x, y"]]),
    ])
  func `semicolons and tabs between cells are read and told`(
    text: String,
    name: String,
    expected: [[String]]
  ) {
    #expect(cells(text) == expected)
    let issues = read(text).issues
    #expect(issues.count == 1 && issues.first?.contains("note: has \(name) between") == true)
  }

  @Test func `a list in a cell makes no separator of its semicolons`() {
    #expect(
      cells("name,days;mw\na,04-01..04-20; 09-05..09-15\n") == [
        ["a", "04-01..04-20; 09-05..09-15"]
      ]
    )
    #expect(read("name,list\na,x; y\n").issues.isEmpty)
  }

  @Test func `bytes of no known encoding are refused at their cell`() {
    // Latin letters with accents, as Windows saves them.
    let bytes = Array("name,mw\n".utf8) + [0x63, 0x61, 0x66, 0xE9] + Array(",1\n".utf8)
    let (table, issues) = read(bytes)
    #expect(table?.rows.first?.cells.map(\.isBroken) == [true, false])
    #expect(issues.count == 1)
    #expect(issues.first?.hasPrefix("t.csv:2:1: error: must be valid UTF-8 text") == true)
  }

  @Test func `a cell of 100 MB is refused after its first 64 KiB`() {
    let head = Array("name,mw\na,".utf8)
    var bytes = [UInt8](unsafeUninitializedCapacity: 100_000_000) { buffer, count in
      _ = buffer.baseAddress.map { memset($0, 0x78, buffer.count) }
      count = buffer.count
    }
    bytes.replaceSubrange(0..<head.count, with: head)
    let (table, issues) = read(bytes)
    #expect(table == nil)
    #expect(issues.first?.hasPrefix("t.csv:2:2: error: a cell must not be longer") == true)
    bytes[10] = UInt8(ascii: "\"")
    #expect(read(bytes).issues.first?.contains("a cell must not be longer") == true)
  }

  @Test func `a line of endless cells is refused`() {
    let (table, issues) = read("a" + String(repeating: ",", count: 1_000_000))
    #expect(table == nil && issues.first?.contains("more than 16384 cells") == true)
  }

  @Test func `every ragged row is told, the first fifty one by one`() {
    let text = "name,mw\n" + String(repeating: "a\n", count: 80)
    let issues = read(text).issues
    #expect(issues.count == 51)
    #expect(issues[50] == "t.csv: 30 more such rows. Fix the first ones and check again.")
  }

  @Test func `a file that is not there is missing`() {
    var log = IssueLog()
    #expect(CSVReader.read(path: "no-such-folder/t.csv", log: &log) == nil)
    #expect(throws: InputError.self) { try log.throwIfErrors() }
    #expect(log.sorted().first?.description.contains("does not exist") == true)
  }
}
