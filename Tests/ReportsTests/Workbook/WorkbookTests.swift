import Foundation
import Reports
import Tables
import TestSupport
import Testing

/// The workbook, read back by another library cell by cell.
struct WorkbookTests {
  private static let python = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""
  private static let hasReader = !python.isEmpty && (try? run("import openpyxl", [])) == 0

  /// Runs a script and answers its exit code.
  private static func run(_ script: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Writes every sheet as `[name, [[cell…]…], frozen, charts]`, then again with formulas as texts.
  private static let script = """
    import json, openpyxl, sys
    def sheets(book):
        return [[s.title, [[c for c in row] for row in s.iter_rows(values_only=True)], s.freeze_panes or "",
                 len(s._charts)] for s in book.worksheets]
    values = openpyxl.load_workbook(sys.argv[1], data_only=True)
    formulas = openpyxl.load_workbook(sys.argv[1])
    with open(sys.argv[2], "w") as file:
        json.dump([sheets(values), sheets(formulas), str(values.properties.created)], file)
    """

  private struct Sheet {
    let name: String
    let rows: [[Any]]
    let frozen: String
    let charts: Int
  }

  private func read(_ path: String, in folder: TemporaryFolder) throws -> (
    values: [Sheet], formulas: [Sheet], created: String
  ) {
    let answer = folder.path + "/answer.json"
    #expect(try Self.run(Self.script, [path, answer]) == 0)
    let data = try Data(contentsOf: URL(filePath: answer))
    let parts = try #require(try JSONSerialization.jsonObject(with: data) as? [Any])
    func sheets(_ part: Any) -> [Sheet] {
      (part as? [[Any]] ?? []).map {
        Sheet(
          name: $0[0] as? String ?? "",
          rows: $0[1] as? [[Any]] ?? [],
          frozen: $0[2] as? String ?? "",
          charts: $0[3] as? Int ?? 0
        )
      }
    }
    return (sheets(parts[0]), sheets(parts[1]), parts[2] as? String ?? "")
  }

  @Test(.enabled(if: hasReader, "no Python with openpyxl: see GRIDFLEX_ORACLE_PYTHON"))
  func `every number is in its cell`() throws {
    let folder = try TemporaryFolder()
    let report = try WrittenFolder.tutorial.get().report(in: .chinese)
    let path = folder.path + "/report.xlsx"
    try report.writeWorkbook(to: path)
    let book = try read(path, in: folder)
    #expect(book.values.count == report.tables.count + 1)
    #expect(book.created.hasPrefix("2030-01-15"))
    for ((_, table), sheet) in zip(report.tables, book.values.dropFirst()) {
      let laid = LaidTable(table, in: Units(.chinese, in: .chinese, currency: "CNY"))
      var before = 1
      if case .rows = laid.units { before = 2 }
      #expect(sheet.frozen == (before == 2 ? "C4" : "B4"), "\(sheet.name)")
      for (index, cells) in laid.cells.enumerated() {
        #expect(sheet.rows[3 + index][0] as? String == table.rows[index].label)
        for (column, cell) in cells.enumerated() {
          let read = sheet.rows[3 + index][before + column]
          if let number = cell.number {
            let value = try #require(read as? Double, "\(sheet.name), \(table.rows[index].label)")
            #expect(abs(value - number) <= 1e-9 * (1 + abs(number)))
          } else {
            #expect(read as? String ?? "" == cell.text)
          }
        }
      }
    }
    #expect(book.values.reduce(0) { $0 + $1.charts } >= 3)
  }

  @Test(.enabled(if: hasReader, "no Python with openpyxl: see GRIDFLEX_ORACLE_PYTHON"))
  func `a sum is a formula that comes to its number`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/report.xlsx"
    try TwoMonths.result.get().report().writeWorkbook(to: path)
    let book = try read(path, in: folder)
    var count = 0
    for (sheet, texts) in zip(book.values, book.formulas) {
      for (row, cells) in texts.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard let formula = cell as? String, formula.hasPrefix("=") else { continue }
          let told = try #require(sheet.rows[row][column] as? Double)
          let sum = Self.value(of: formula, in: sheet.rows)
          #expect(abs(sum - told) <= 1e-9 * (1 + abs(told)), "\(sheet.name): \(formula)")
          count += 1
        }
      }
    }
    #expect(count > 40)
  }

  /// What a formula of ours comes to: a sum of a range, or cells with their signs.
  private static func value(of formula: String, in rows: [[Any]]) -> Double {
    func number(_ cell: Substring) -> Double {
      let letters = cell.prefix { $0.isLetter }
      let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
      guard let row = Int(cell.dropFirst(letters.count)) else { return .nan }
      return rows[row - 1][column] as? Double ?? 0
    }
    if let range = formula.firstMatch(of: /^=SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/) {
      let (first, last) = (Int(range.2) ?? 0, Int(range.4) ?? 0)
      if range.1 == range.3 {
        return (first...last).reduce(0) { $0 + number("\(range.1)\($1)") }
      }
      let (from, to) = (range.1.utf8.last ?? 0, range.3.utf8.last ?? 0)
      return (from...to).reduce(0) { $0 + number("\(Character(UnicodeScalar($1)))\(first)") }
    }
    return formula.dropFirst().matches(of: /([+-]?)([A-Z]+\d+)/).reduce(0) {
      $0 + ($1.1 == "-" ? -1 : 1) * number($1.2)
    }
  }

  @Test func `the same result gives the same bytes`() throws {
    let folder = try TemporaryFolder()
    let report = try WrittenFolder.tutorial.get().report()
    let paths = ["first", "second"].map { "\(folder.path)/\($0).xlsx" }
    for path in paths { try report.writeWorkbook(to: path) }
    #expect(
      FileManager.default.contents(atPath: paths[0])
        == FileManager.default.contents(atPath: paths[1])
    )
  }

  @Test func `only a former report is replaced`() throws {
    let folder = try TemporaryFolder()
    let report = try WrittenFolder.tutorial.get().report()
    let path = try folder.write("PK, somebody's own", to: "report.xlsx")
    #expect(throws: OutputError.foreignFile(path: path)) { try report.writeWorkbook(to: path) }
    #expect(folder.text(of: "report.xlsx") == "PK, somebody's own")
    let own = folder.path + "/own.xlsx"
    try report.writeWorkbook(to: own)
    try report.writeWorkbook(to: own)
    #expect(try folder.names() == ["own.xlsx", "report.xlsx"])
  }
}
