import Tables
import Testing

struct HandMadeTableTests {
  private static let fields = [
    FieldDescription(name: "name", type: "name", documentation: "Name."),
    FieldDescription(name: "zone", type: "text", documentation: "Zone."),
    FieldDescription(
      name: "capacity_mw",
      unit: .megawatt,
      type: "number",
      documentation: "Capacity."
    ),
    FieldDescription(name: "share_pu", unit: .share, type: "number", documentation: "Share."),
    FieldDescription(
      name: "cost_per_mwh",
      unit: .money(per: .megawattHour),
      type: "number or series",
      documentation: "Cost."
    ),
  ]

  private func read(_ text: String, currency: String = "CNY") throws -> (
    header: [String], cells: [[String]], issues: [String]
  ) {
    var log = IssueLog()
    let table = try #require(CSVReader.read(Array(text.utf8), file: "t.csv", log: &log))
    let plain = HandMadeTable.plain(table, fields: Self.fields, currency: currency, log: &log)
    return (
      plain.header.map(\.text), plain.rows.map { $0.cells.map(\.text) },
      log.sorted().map(\.description)
    )
  }

  @Test func `numbers as people write them become plain, each way told at its first cell`() throws {
    let (_, cells, issues) = try read(
      "name,capacity_mw,share_pu,cost_per_mwh\na,\"1,234\",35%,0.3元/千瓦时\nb,\"2,000\",0.4,wind\n"
    )
    #expect(cells == [["a", "1234", "0.35", "300"], ["b", "2000", "0.4", "wind"]])
    #expect(
      issues == [
        "t.csv:2:2: note: capacity_mw = 1,234: is read as 1234 (groups of three digits); "
          + "so is one more cell of the column",
        "t.csv:2:3: note: share_pu = 35%: is read as 0.35 (% to a share of 1)",
        "t.csv:2:4: note: cost_per_mwh = 0.3元/千瓦时: is read as 300 (元/千瓦时 to CNY/MWh)",
      ]
    )
  }

  @Test func `a comma is a decimal sign only where cells are parted otherwise and it must be one`()
    throws
  {
    #expect(
      try read("name;capacity_mw\na;0,5\nb;1.200\n").cells == [["a", "0.5"], ["b", "1200"]]
    )
    let unclear = try read("name;capacity_mw\na;1,234\n")
    #expect(
      unclear.issues.contains { $0.contains("t.csv:2:2: error: capacity_mw = 1,234: may be") }
    )
    // A comma file keeps its decimal points: the cell is left to the field, which refuses it.
    #expect(try read("name,capacity_mw\na,\"0,5\"\n").cells == [["a", "0,5"]])
  }

  @Test func `Chinese headings with one meaning are read, with the unit they tell`() throws {
    let (header, cells, issues) = try read("名称,分区,装机容量(万千瓦),备注\n甲,north,120,x\n")
    #expect(header == ["name", "zone", "capacity_mw", "备注"])
    #expect(cells == [["甲", "north", "1200", "x"]])
    #expect(issues.count == 3 && issues[2].contains("`capacity_mw`, each number times 10"))
    // A unit in the cell counts, not the one of the heading as well.
    #expect(try read("name,装机容量(万千瓦)\na,500 MW\n").cells == [["a", "500"]])
  }

  @Test func `a unit that does not fit is told, and an unknown heading stays`() throws {
    let wrong = try read("name,装机容量(亿千瓦时)\na,1\n")
    #expect(
      wrong.issues.contains { $0.contains("t.csv:1:2: error: 装机容量(亿千瓦时): has the unit 亿千瓦时") }
    )
    #expect(try read("name,出力(MW)\na,1\n").header == ["name", "出力(MW)"])
    let dear = try read("name,cost_per_mwh\na,0.3元/千瓦时\n", currency: "EUR")
    #expect(dear.issues.contains { $0.contains("error: cost_per_mwh") && $0.contains("EUR/MWh") })
  }

  @Test func `plain tables are left as they are, without a word`() throws {
    let (_, cells, issues) = try read("name,capacity_mw,cost_per_mwh\na,-0,prices-2030\nb,1e3,\n")
    #expect(cells == [["a", "-0", "prices-2030"], ["b", "1e3", ""]])
    #expect(issues.isEmpty)
  }
}
