import Tables
import Testing

@testable import Workbooks

struct WorkbookReaderTests {
  private func cells(_ sheet: Sheet) -> [[String]] {
    sheet.rows.map { row in
      row.cells.map { SheetOrigin.letters($0.column) + "\(row.number)=\($0.text)" }
    }
  }

  @Test func `texts shared, inline and of many looks are read, not how they are spoken`() throws {
    let book = HandMadeWorkbook(
      [
        (
          "a",
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>b &amp; c</t></is></c>"
            + "<c r=\"AB1\" t=\"str\"><f>A1</f><v>x_x000D_y</v></c></row>"
        )
      ],
      texts: "<si><t>no</t></si><si><r><t>甲</t></r><r><t xml:space=\"preserve\"> 乙</t></r>"
        + "<rPh sb=\"0\" eb=\"1\"><t>jia</t></rPh></si>"
    )
    let (sheets, issues) = book.read()
    #expect(sheets.map(cells) == [[["A1=甲 乙", "C1=b & c", "AB1=x\ry"]]])
    #expect(issues == [])
  }

  @Test func `numbers, dates and yes and no are what the sheet shows`() throws {
    let rows =
      "<row r=\"2\"><c r=\"A2\"><v>0.34999999999999998</v></c><c r=\"B2\" s=\"1\"><v>47484.041666666664</v></c>"
      + "<c r=\"C2\" s=\"2\"><v>0.05</v></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" s=\"2\"/>"
      + "<c r=\"F2\"><f>1+1</f><v>2</v></c></row><row r=\"9\"><c r=\"A9\" s=\"1\"/></row>"
    let styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/m/d\\ h:mm\"/></numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/></cellXfs>"
    let book = HandMadeWorkbook([("a", rows)], styles: styles)
    #expect(
      book.read().sheets.map(cells) == [
        [["A2=0.35", "B2=2030-01-01T01:00", "C2=5%", "D2=yes", "F2=2"]]
      ]
    )
    let mac = HandMadeWorkbook(
      [("a", rows)],
      styles: styles,
      settings: "<workbookPr date1904=\"1\"/>"
    )
    #expect(mac.read().sheets[0].rows[0][2] == "2034-01-02T01:00")
  }

  @Test func `rows and cells without an address follow the one before`() {
    let rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"4\"><c><v>4</v></c></row>"
    #expect(
      HandMadeWorkbook([("a", rows)]).read().sheets.map(cells) == [[["A1=1", "C1=3"], ["A4=4"]]]
    )
  }

  @Test func `prefixes of names do not matter`() throws {
    var book = HandMadeWorkbook([("a", "")])
    book["xl/worksheets/s0.xml"] =
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
      + "<x:row r=\"1\"><x:c r=\"B1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    #expect(book.read().sheets.map(cells) == [[["B1=7"]]])
  }

  @Test func `errors and formulas that nobody has worked out are faults of their cells`() throws {
    let rows =
      "<row r=\"7\"><c r=\"C7\" t=\"e\"><v>#N/A</v></c><c r=\"D7\"><f>A1</f></c>"
      + "<c r=\"E7\" t=\"s\"><v>5</v></c><c r=\"F7\"><v>1x</v></c></row>"
    let faults = HandMadeWorkbook([("a", rows)]).read().sheets[0].faults
    #expect(faults.map(\.column) == [3, 4, 5, 6] && faults.allSatisfy { $0.row == 7 })
    #expect(faults.map(\.value) == ["#N/A", nil, "5", "1x"])
    #expect(faults[1].rule == "is a formula whose value the file does not hold")
  }

  @Test func `hidden sheets and merged cells are known`() throws {
    var book = HandMadeWorkbook([("a", ""), ("b", "")], states: ["b": "veryHidden"])
    book["xl/worksheets/s0.xml"] =
      "<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>"
    let sheets = book.read().sheets
    #expect(sheets.map(\.isHidden) == [false, true])
    #expect(sheets.map(\.merged) == [["A1:B2"], []])
  }

  @Test func `a broken workbook is told with what is broken`() throws {
    func told(_ change: (inout HandMadeWorkbook) -> Void) -> String {
      var book = HandMadeWorkbook([("coal", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")])
      change(&book)
      let (sheets, issues) = book.read()
      #expect(sheets.isEmpty && issues.count == 1)
      return issues.first ?? ""
    }
    let path = "xl/worksheets/s0.xml"
    #expect(told { $0[path] = nil }.hasPrefix("m.xlsx:coal: error: has no content"))
    #expect(
      told { $0[path] = "<worksheet><row>" }
        .hasPrefix("m.xlsx:coal: error: is damaged: `\(path)` line 1: no element found.")
    )
    #expect(
      told { $0[path] = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>" }
        .contains("a document type declaration is not read")
    )
    #expect(
      told { $0[path] = "<worksheet><row r=\"2\"/><row r=\"1\"/></worksheet>" }
        .contains("is damaged: row 1 is no row after 2")
    )
    #expect(
      told { $0[path] = "<worksheet><row r=\"2\"><c r=\"A3\"/></row></worksheet>" }
        .contains("is damaged: A3 is no cell of row 2")
    )
    #expect(told { $0.claimedSizes[path] = 900 << 20 }.contains("holds more than 512 MiB"))
    #expect(told { $0.claimedSizes[path] = 9_999 }.hasPrefix("m.xlsx"))
    #expect(told { $0["_rels/.rels"] = nil }.contains("does not say where its sheets are"))
    #expect(told { $0["xl/workbook.xml"] = nil }.contains("has no `xl/workbook.xml`"))
    #expect(told { $0["xl/workbook.xml"] = "<workbook/>" }.contains("without sheets"))
  }

  @Test func `what is no workbook at all is told so`() {
    #expect(HandMadeWorkbook.read(Array("a,b\n".utf8)).issues[0].contains("is no workbook"))
    #expect(HandMadeWorkbook.read([]).issues[0].contains("is no workbook"))
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 512)
    #expect(HandMadeWorkbook.read(old).issues[0].contains("(.xls), or locked with a password"))
  }

  @Test func `no cut and no changed byte of a workbook does more than be told`() throws {
    let bytes = HandMadeWorkbook(
      [("a", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")],
      texts: "<si><t>x</t></si>"
    ).bytes
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[index] ^= 0x55
      for broken in [changed, Array(bytes[..<index])] {
        let (sheets, issues) = HandMadeWorkbook.read(broken)
        #expect(!sheets.isEmpty || !issues.isEmpty, "byte \(index)")
      }
    }
  }
}
