import Hourly
import Tables
import TestSupport
import Testing

struct TableReaderTests {
  private func read(_ text: String) -> (values: [Sample], issues: [String]) {
    var log = IssueLog()
    guard let table = CSVReader.read(Array(text.utf8), file: "t.csv", log: &log) else {
      return ([], log.sorted().map(\.description))
    }
    let read = TableReader.read(table, fields: Sample.fields, prototype: Sample(), log: &log)
    return (read.filter(\.isSound).map(\.value), log.sorted().map(\.description))
  }

  @Test func `rows become values, with defaults where cells are empty`() {
    let (values, issues) = read("name,capacity_mw,forced_outage_pu\na,10,\nb,20,0.2\n")
    #expect(issues.isEmpty)
    #expect(values.map(\.name) == ["a", "b"] && values.map(\.capacity.megawatts) == [10, 20])
    #expect(values.map(\.outage) == [0.05, 0.2])
  }

  @Test func `all issues of a table are told together`() {
    let (values, issues) = read(
      "name,capacity_mw,forced_outage_pu,capcity\na,x,2,1\na,10,0.1,1\nc,,0.1,1\n"
    )
    #expect(
      issues == [
        "t.csv:1:4: error: capcity: is not a known column. Known: name, capacity_mw, "
          + "forced_outage_pu, units, kind, provides_reserve, availability, limit_mwh, floor_pu, "
          + "note, life_years, maintenance.",
        "t.csv:2:2: error: capacity_mw = x: must be a number. Write a plain number of MW.",
        "t.csv:2:3: error: forced_outage_pu = 2: must lie in 0...1. "
          + "Did you mean 0.02? The number is a share of 1.",
        "t.csv:3:1: error: name = a: the name stands already in line 2. Give each row its own name.",
        "t.csv:4:2: error: capacity_mw = (empty): must not be empty. "
          + "Write a value; there is no default.",
      ]
    )
    #expect(values.isEmpty, "with an unknown column no row is known to be whole")
  }

  @Test func `a row with a bad cell keeps the rest of its cells, and says it is not sound`() throws
  {
    var log = IssueLog()
    let text = "name,capacity_mw,availability\na,x,wind\nb,1,sun\nc,1\n"
    let table = try #require(CSVReader.read(Array(text.utf8), file: "t.csv", log: &log))
    let rows = TableReader.read(table, fields: Sample.fields, prototype: Sample(), log: &log)
    #expect(rows.map(\.isSound) == [false, true, false])
    #expect(rows.map(\.value.name) == ["a", "b", "c"])
    #expect(rows[0].value.availability == .series("wind"))
    #expect(log.sorted().map(\.line) == [2, 4])
  }

  @Test func `a required column must be there`() {
    #expect(
      read("name\na\n").issues == [
        "t.csv:1: error: capacity_mw: the table must have this column. "
          + "Add the column `capacity_mw`."
      ]
    )
  }

  @Test func `a misspelt column names the nearest known one`() {
    let issues = read("name,capacity_mw,availabilty\na,1,1\n").issues
    #expect(issues.first?.hasSuffix("Did you mean `availability`?") == true)
  }

  @Test func `a row tells where each field was written`() throws {
    var log = IssueLog()
    let bytes = Array("name,capacity_mw\na,10\n".utf8)
    let table = try #require(CSVReader.read(bytes, file: "t.csv", log: &log))
    let row = try #require(
      TableReader.read(table, fields: Sample.fields, prototype: Sample(), log: &log).first?.row
    )
    #expect(row.place(of: "capacity_mw") == Place(file: "t.csv", line: 2, column: 2))
    #expect(row.place(of: "units") == Place(file: "t.csv", line: 2))
    #expect(
      row.issue(field: "capacity_mw", rule: "r").description
        == "t.csv:2:2: error: capacity_mw = 10: r"
    )
  }
}

struct TableMergeTests {
  private func table(_ text: String, file: String = "base.csv") throws -> Table {
    var log = IssueLog()
    return try #require(CSVReader.read(Array(text.utf8), file: file, log: &log))
  }

  private func texts(_ table: Table) -> [[String]] {
    [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
  }

  @Test func `written cells replace, empty cells keep, new rows and columns are added`() throws {
    var log = IssueLog()
    let base = try table("name,mw,cost\na,1,10\nb,2,20\n")
    let change = try table("cost,name,note\n11,a,\n,b,x\n30,c,y\n", file: "change.csv")
    let merged = TableMerge.merge(base, with: change, log: &log)
    #expect(log.sorted().isEmpty)
    #expect(
      texts(merged) == [
        ["name", "mw", "cost", "note"], ["a", "1", "11", ""], ["b", "2", "20", "x"],
        ["c", "", "30", "y"],
      ]
    )
    #expect(merged.rows[0].cells[2].place == Place(file: "change.csv", line: 2, column: 1))
    #expect(merged.rows[0].cells[1].place == Place(file: "base.csv", line: 2, column: 2))
  }

  @Test func `a row marked remove goes`() throws {
    var log = IssueLog()
    let base = try table("name,mw\na,1\nb,2\n")
    let change = try table("name,remove\na,yes\nb,no\n", file: "change.csv")
    #expect(
      texts(TableMerge.merge(base, with: change, log: &log)) == [["name", "mw"], ["b", "2"]]
    )
    #expect(log.sorted().isEmpty)
  }

  @Test func `removing what is not there, or changing without a name, is an issue`() throws {
    var log = IssueLog()
    let base = try table("name,mw\nplant,1\n")
    _ = TableMerge.merge(base, with: try table("name,remove\nplnt,yes\n"), log: &log)
    #expect(log.sorted().first?.fix == "Did you mean `plant`?")
    var other = IssueLog()
    _ = TableMerge.merge(base, with: try table("mw\n3\n"), log: &other)
    #expect(other.sorted().first?.field == "name")
    var third = IssueLog()
    _ = TableMerge.withoutRemoved(try table("name,remove\na,yes\n"), log: &third)
    #expect(third.hasErrors)
  }

  @Test func `a name twice in the change stays twice, so that the reader can tell`() throws {
    var log = IssueLog()
    let base = try table("name,mw\na,1\n")
    let merged = TableMerge.merge(base, with: try table("name,mw\nc,2\nc,3\n"), log: &log)
    #expect(merged.rows.count == 3)
  }

  @Test func `a row is taken out by setting remove`() throws {
    var log = IssueLog()
    let base = try table("name,mw\na,1\nb,2\n")
    func set(_ text: String) -> Table {
      TableMerge.set(
        base,
        row: "a",
        column: "remove",
        to: text,
        place: Place(file: "--set"),
        knownColumns: ["name", "mw"],
        log: &log
      )
    }
    #expect(texts(set("yes")) == [["name", "mw"], ["b", "2"]])
    #expect(set("no") == base && !log.hasErrors)
    #expect(set("perhaps") == base && log.hasErrors)
  }

  @Test func `one cell is set by row and column, or a column for all rows`() throws {
    var log = IssueLog()
    let base = try table("name,mw\na,1\nb,2\n")
    let place = Place(file: "--set")
    let known = ["name", "mw", "cost"]
    let one = TableMerge.set(
      base,
      row: "b",
      column: "cost",
      to: "7",
      place: place,
      knownColumns: known,
      log: &log
    )
    #expect(texts(one) == [["name", "mw", "cost"], ["a", "1", ""], ["b", "2", "7"]])
    let all = TableMerge.set(
      base,
      row: "*",
      column: "mw",
      to: "9",
      place: place,
      knownColumns: known,
      log: &log
    )
    #expect(texts(all) == [["name", "mw"], ["a", "9"], ["b", "9"]])
    #expect(!log.hasErrors)
    _ = TableMerge.set(
      base,
      row: "d",
      column: "mw",
      to: "9",
      place: place,
      knownColumns: known,
      log: &log
    )
    _ = TableMerge.set(
      base,
      row: "a",
      column: "costs",
      to: "9",
      place: place,
      knownColumns: known,
      log: &log
    )
    #expect(log.sorted().count == 2)
  }
}
