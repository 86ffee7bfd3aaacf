import Foundation
import Reports
import SmallGrids
import Tables
import TestSupport
import Testing

/// The page as a file.
struct HTMLPageTests {
  private static let library = Result { try ChartLibrary.read() }
  private static let hasLibrary = FileManager.default.fileExists(atPath: ChartLibrary.usualPath)

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ report: Report, to name: String) throws -> String {
    try report.writePage(to: folder.path + "/" + name, with: try Self.library.get())
    return try #require(folder.text(of: name))
  }

  @Test(.enabled(if: hasLibrary, "no libjs-d3"))
  func `the same result gives the same bytes, in each language its own`() throws {
    let result = try WrittenFolder.tutorial.get()
    let first = try write(try result.report(), to: "first.html")
    #expect(try write(try result.report(), to: "second.html") == first)
    #expect(try write(try result.report(in: .chinese), to: "third.html") != first)
  }

  @Test(.enabled(if: hasLibrary, "no libjs-d3"))
  func `a page fetches nothing`() throws {
    let text = try write(try WrittenFolder.tutorial.get().report(), to: "page.html")
    #expect(text.contains("default-src 'none'"))
    #expect(!text.contains(/<(link|img|iframe|script)[^>]*(src|href)=/))
    #expect(text.utf8.count < 600_000)
  }

  @Test(.enabled(if: hasLibrary, "no libjs-d3"))
  func `a name that is a tag is shown as it is`() throws {
    let model = try TwoMonths.folder()
    let yaml = try String(contentsOfFile: model.path + "/model.yaml", encoding: .utf8)
    try model.write("title: '</script><b>bold'\n" + yaml, to: "model.yaml")
    let result = try WrittenFolder(of: try model.read())
    let text = try write(try result.report(), to: "page.html")
    #expect(text.contains("&lt;/script&gt;&lt;b&gt;bold"))
    #expect(!text.contains("<b>bold"))
  }

  @Test(.enabled(if: hasLibrary, "no libjs-d3"))
  func `only a former report is replaced`() throws {
    let report = try WrittenFolder.tutorial.get().report()
    let path = try folder.write("<!DOCTYPE html>\n<p>mine\n", to: "page.html")
    #expect(throws: OutputError.foreignFile(path: path)) {
      try report.writePage(to: path, with: try Self.library.get())
    }
    #expect(folder.text(of: "page.html") == "<!DOCTYPE html>\n<p>mine\n")
    let own = folder.path + "/own.html"
    try report.writePage(to: own, with: try Self.library.get())
    try report.writeWorkbook(to: own)
    try report.writePage(to: own, with: try Self.library.get())
    #expect(try folder.names() == ["own.html", "page.html"])
  }

  @Test func `a library that is missing is told with its package`() throws {
    let error = #expect(throws: InputError.self) {
      try ChartLibrary.read(folder.path + "/d3.min.js")
    }
    #expect(error?.exitCode == 66)
    #expect(error?.issues.first?.description.contains("apt-get install libjs-d3") == true)
  }

  @Test func `a file that is another library is refused`() throws {
    let path = try folder.write("var d3 = {version: '7.0.0'};", to: "d3.js")
    let error = #expect(throws: InputError.self) { try ChartLibrary.read(path) }
    #expect(error?.exitCode == 65)
  }
}
