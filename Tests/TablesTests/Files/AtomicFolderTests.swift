import Foundation
import TestSupport
import Testing

@testable import Tables

struct AtomicFolderTests {
  private let summary = "{\"gridflex\":{\"version\":\"0.1\"}}"

  private func writeResult(to path: String, marker: String = "new") throws {
    var folder = try AtomicFolder(replacing: path)
    try folder.write(summary, to: "summary.json")
    try folder.write(marker, to: "series/power_mw.csv")
    try folder.commit()
  }

  @Test func `a result folder appears whole, and nothing is left beside it`() throws {
    let temporary = try TemporaryFolder()
    try writeResult(to: temporary.path + "/results/jilin")
    #expect(temporary.text(of: "results/jilin/summary.json") == summary)
    #expect(temporary.text(of: "results/jilin/series/power_mw.csv") == "new")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/results")
        == ["jilin"]
    )
  }

  @Test func `before the end nothing stands in its place, and given up nothing is left`() throws {
    let temporary = try TemporaryFolder()
    do {
      let folder = try AtomicFolder(replacing: temporary.path + "/results/jilin")
      try folder.write(summary, to: "summary.json")
      #expect(!FileSource.isFolder(temporary.path + "/results/jilin"))
    }
    #expect(try temporary.names() == [])
  }

  @Test func `an older result is replaced as a whole`() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.path + "/out"
    try writeResult(to: path, marker: "old")
    try temporary.write("stale", to: "out/series/stale.csv")
    try writeResult(to: path + "/", marker: "new")
    #expect(temporary.text(of: "out/series/power_mw.csv") == "new")
    #expect(temporary.text(of: "out/series/stale.csv") == nil)
    #expect(try temporary.names() == ["out"])
  }

  @Test func `an empty folder is taken`() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.path + "/out"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try writeResult(to: path)
    #expect(temporary.text(of: "out/summary.json") == summary)
  }

  @Test func `a foreign folder is refused and untouched`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("dear diary", to: "out/diary.txt")
    try temporary.write("{\"other\": 1}", to: "out/summary.json")
    let path = temporary.path + "/out"
    #expect(throws: OutputError.foreignFolder(path: path)) { try AtomicFolder.check(path) }
    #expect(throws: OutputError.foreignFolder(path: path)) { try writeResult(to: path) }
    #expect(temporary.text(of: "out/diary.txt") == "dear diary")
    #expect(try temporary.names() == ["out"])
  }

  @Test func `a file is refused and untouched`() throws {
    let temporary = try TemporaryFolder()
    let path = try temporary.write("text", to: "out")
    #expect(throws: OutputError.isFile(path: path)) { try writeResult(to: path) }
    #expect(temporary.text(of: "out") == "text")
  }

  @Test func `a path below a file cannot be written`() throws {
    let temporary = try TemporaryFolder()
    let path = try temporary.write("text", to: "file") + "/out"
    let error = #expect(throws: OutputError.self) { try AtomicFolder.check(path) }
    guard case .notWritable(let shown, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(shown == path)
  }

  @Test func `a device that is full is told as such, and the older result stays`() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.path + "/out"
    try writeResult(to: path, marker: "old")
    do {
      let folder = try AtomicFolder(replacing: path)
      // /dev/full answers every write with "no space left on device".
      try FileManager.default.createSymbolicLink(
        atPath: folder.stagingPath + "/summary.json",
        withDestinationPath: "/dev/full"
      )
      let error = #expect(throws: OutputError.self) {
        try AtomicFolderTests.write(to: folder.stagingPath)
      }
      #expect(error?.description.contains("no space left") == true)
    }
    #expect(temporary.text(of: "out/series/power_mw.csv") == "old")
    #expect(try temporary.names() == ["out"])
  }

  /// Writes as a folder does whose staging path is known.
  private static func write(to staging: String) throws(OutputError) {
    try AtomicFolder.writeFile(Array("text".utf8), at: staging + "/summary.json", shown: "out")
  }

  @Test func `a link to a folder is followed and stays a link`() throws {
    let temporary = try TemporaryFolder()
    try writeResult(to: temporary.path + "/real", marker: "old")
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path + "/link",
      withDestinationPath: "real"
    )
    try writeResult(to: temporary.path + "/link", marker: "new")
    #expect(temporary.text(of: "real/series/power_mw.csv") == "new")
    #expect(try temporary.names() == ["link", "real"])
  }

  @Test func `an error says what happened and what to try`() {
    #expect(OutputError.isFile(path: "x").description.hasSuffix("Choose another --output."))
    #expect(OutputError.diskFull(path: "x").description.hasPrefix("x: no space left"))
  }
}
