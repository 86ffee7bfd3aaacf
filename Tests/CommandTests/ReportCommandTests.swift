import Foundation
import Testing

/// `gridflex report` as a process, on a result of the tutorial's first hours.
struct ReportCommandTests {
  private let scratch: ScratchFolder
  private let tutorial = CommandRun.repository + "GridModels/tutorial"
  private static let hasLibrary = FileManager.default.fileExists(
    atPath: "/usr/share/javascript/d3/d3.min.js"
  )

  init() throws { scratch = try ScratchFolder() }

  /// Dispatches the tutorial's first hours and answers the folder of the result.
  private func dispatch(_ name: String) throws -> String {
    let folder = scratch.path + "/" + name
    let run = try CommandRun("dispatch", tutorial, "--output", folder, "--quiet", "--hours", "12")
    #expect(run.code == 0 || run.code == 1, "\(run.messages)")
    return folder
  }

  @Test(.enabled(if: hasLibrary, "no libjs-d3"))
  func `a page is written beside its result, whose folder stays as it is`() throws {
    let result = try dispatch("small")
    let before = scratch.files()
    let run = try CommandRun("report", result + "/", "--language", "zh")
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.output == "report in \(result).html\n")
    #expect(Set(scratch.files()).subtracting(before) == ["small.html"])
    #expect(try scratch.read("small.html").contains("电力平衡表"))
    #expect(try CommandRun("report", result, "--language", "en").code == 0)
    #expect(try scratch.read("small.html").contains("Power balance"))
  }

  @Test func `a workbook needs no charting library`() throws {
    let result = try dispatch("small")
    let run = try CommandRun("report", result, result, "--output", scratch.path + "/both.xlsx")
    #expect(run.code == 0, "\(run.messages)")
    #expect(
      FileManager.default.contents(atPath: scratch.path + "/both.xlsx")?.prefix(2)
        == Data("PK".utf8)
    )
  }

  @Test func `what is there and is no report stays, with 73`() throws {
    let result = try dispatch("small")
    try scratch.write("mine", to: "mine.html")
    let run = try CommandRun("report", result, "--output", scratch.path + "/mine.html")
    #expect(run.code == 73)
    #expect(run.messages.contains("is a file that gridflex did not write"))
    #expect(try scratch.read("mine.html") == "mine")
  }

  @Test func `a folder that is no result is told, with 66`() throws {
    let run = try CommandRun("report", scratch.path, "--output", scratch.path + "/page.xlsx")
    #expect(run.code == 66)
    #expect(run.messages.contains("is no result folder"))
    #expect(!scratch.files().contains("page.xlsx"))
  }

  @Test func `an output of another kind is wrong usage, with 64`() throws {
    let run = try CommandRun("report", "results/none", "--output", "report.pdf")
    #expect(run.code == 64)
    #expect(run.messages.contains("must end in .html or .xlsx"))
  }
}
