import Foundation
import Reports
import Tables
import TestSupport
import Testing

/// Pages in a real browser: headless Chromium, driven by `Browser/check.py`.
@Suite(
  .serialized,
  .enabled(if: Browser.chromium != nil, "no chromium and python3: make browser"),
  .enabled(if: FileManager.default.fileExists(atPath: ChartLibrary.usualPath), "no libjs-d3")
)
struct BrowserTests {
  private struct Answer: Decodable {
    struct Chart: Decodable {
      let id: String
      let kind: String
      let marks: Int
      let table: [[Cell]]
    }

    let seconds: Double
    let faults: [String]
    let charts: [Chart]
  }

  /// A cell of a picture's CSV: a text, or a number that stands for one.
  private enum Cell: Decodable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        if let number = try? container.decode(Double.self) { .number(number) } else {
          .text(try container.decode(String.self))
        }
    }

    var number: Double? {
      switch self {
      case .text(let text): Double(text)
      case .number(let number): number
      }
    }

    var text: String { if case .text(let text) = self { text } else { "" } }
  }

  /// Opens the page of a report and answers what was seen.
  private func look(at report: Report) throws -> Answer {
    let folder = try TemporaryFolder()
    let page = folder.path + "/report.html"
    try report.writePage(to: page, with: try ChartLibrary.read())
    let process = Process()
    process.executableURL = URL(filePath: Browser.python)
    let script = Repository.folder + "/Tests/ReportsTests/Browser/check.py"
    let answer = folder.path + "/answer.json"
    process.arguments = [script, try #require(Browser.chromium), page, answer]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: URL(filePath: answer)))
  }

  @Test func `every picture draws, hover tells the numbers of the CSV, and nothing is fetched`()
    throws
  {
    let folder = try WrittenFolder.tutorial.get()
    let report = try folder.report()
    let seen = try look(at: report)
    #expect(seen.faults == [])
    #expect(seen.charts.map(\.id) == report.pictures.map(\.id))
    #expect(seen.charts.allSatisfy { $0.marks >= 3 })
    // The CSV of the dispatch holds the numbers of the result.
    let dispatch = try #require(seen.charts.first { $0.id == "r1-dispatch" }).table
    let header = dispatch[0].map(\.text)
    let (power, demand) = (try folder.series("power_mw"), try folder.series("demand_mw"))
    let columns: [(String, [Double])] = [
      ("Load [MW]", demand["valley"]), ("Onshore wind [MW]", power["wind"]),
      ("Pumped hydro in [MW]", power["pumped-hydro"].map { max(-$0, 0) }),
      (
        "Curtailed [MW]",
        try folder.series("curtailed_mw").columns.values.reduce(into: []) { sum, values in
          sum = sum.isEmpty ? values : zip(sum, values).map { $0 + $1 }
        }
      ),
    ]
    for (name, values) in columns {
      let column = try #require(header.firstIndex(of: name), "no column \(name)")
      #expect(dispatch.count == values.count + 1)
      for (row, value) in zip(dispatch.dropFirst(), values) {
        #expect(isNear(row[column].number, value, within: 0.0051))
      }
    }
  }

  @Test func `a page in Chinese of results side by side draws as well`() throws {
    let grids = [try TwoMonths.result.get().grid(), try WrittenFolder.tutorial.get().grid()]
    let report = Report(grids, in: .chinese, units: nil)
    let seen = try look(at: report)
    #expect(seen.faults == [])
    #expect(seen.charts.map(\.id) == report.pictures.map(\.id))
    #expect(seen.charts.allSatisfy { $0.marks >= 3 })
  }
}

/// What pages are opened with.
private enum Browser {
  /// The browser that `GRIDFLEX_BROWSER` names, else the system's; nil without one, or without Python.
  static let chromium: String? = {
    let named = ProcessInfo.processInfo.environment["GRIDFLEX_BROWSER"]
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    let found = ([named].compactMap(\.self) + usual).first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return FileManager.default.isExecutableFile(atPath: python) ? found : nil
  }()
  static let python = "/usr/bin/python3"
}
