import Tables
import Testing

@testable import Workbooks

struct WorkbookWriterTests {
  private func bytes(_ rows: [[String]], isTable: Bool = true) throws -> [UInt8] {
    guard var writer = WorkbookWriter.opened() else {
      Issue.record("no workbook")
      return []
    }
    let isAdded = writer.add(sheet: "a", rows: rows, isTable: isTable)
    #expect(isAdded)
    return try writer.finish().get()
  }

  private static let texts = [
    "1", "-0.5", "0.50", "1e3", "1.", "+1", "007", "0.1234567891", "12345678901234567890",
    "2030-01-15", "2030-01-15T08:00", "2030-01-15 08:00", "1900-01-01", "2030-13-01", "yes", "甲 乙",
    " lead", "a\nb", "tab\there", "_x0041_", "=1+1", "5%", "#N/A", "'quoted'", "\"", "<&>", "",
  ]

  @Test func `every text comes back as it was`() throws {
    let rows = [["heading"]] + Self.texts.map { [$0, "end"] }
    for isTable in [true, false] {
      let sheets = HandMadeWorkbook.read(try bytes(rows, isTable: isTable)).sheets
      let read = try #require(sheets.first).rows.dropFirst().map { $0[1] }
      #expect(read == Self.texts)
    }
  }

  @Test func `plain numbers and dates are numbers of the sheet, all else is text`() throws {
    let written = try bytes([["h"], ["12.5"], ["0.50"], ["2030-01-15T08:00"], ["1e3"], ["x"]])
    var types: [String] = []
    let receiver = CellTypes { types.append($0) }
    let part = written.withUnsafeBytes { buffer in
      Result {
        var archive = try ZipArchive(buffer)
        return try archive.bytes(of: "xl/worksheets/sheet1.xml")
      }
    }
    try XMLElements.read(try #require(try part.get()), to: receiver)
    #expect(types == ["s", "n", "n", "n", "s", "s"])
  }

  @Test func `the same rows give the same bytes`() throws {
    let rows = [["a", "b"], ["1", "x"]]
    #expect(try bytes(rows) == bytes(rows))
  }

  /// Takes the type of each cell.
  private final class CellTypes: XMLElements.Receiver {
    let isDone = false
    private let take: (String) -> Void

    init(_ take: @escaping (String) -> Void) { self.take = take }

    func start(_ name: String, _ attributes: XMLElements.Attributes) {
      if name == "c" { take(attributes["t"] ?? "n") }
    }

    func text(_ part: UnsafeBufferPointer<CChar>) {}
    func end(_ name: String) {}
  }
}
