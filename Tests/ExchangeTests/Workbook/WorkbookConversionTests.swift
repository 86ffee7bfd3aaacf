import Foundation
import GridFormulation
import Tables
import TestSupport
import Testing

@testable import Exchange

struct WorkbookConversionTests {
  private static let models = FileSource.names(in: Repository.folder + "/GridModels").filter {
    FileSource.isFile(Repository.folder + "/GridModels/\($0)/model.yaml")
  }

  /// The rows of a table, without those that hold nothing.
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var log = IssueLog()
    let rows = try #require(CSVTexts.read(bytes, file: "t.csv", log: &log))
    return rows.map { row in Array(row.reversed().drop(while: \.isEmpty).reversed()) }
      .filter { !$0.isEmpty }
  }

  private func keys(_ bytes: [UInt8]) throws -> String {
    var log = IssueLog()
    return YAMLText.block(
      try #require(YAMLReader.read(bytes, file: "model.yaml", log: &log)),
      indent: 0
    )
  }

  @Test(arguments: models)
  func `a model comes back from its workbook with every key, cell and text`(
    _ name: String
  ) throws {
    let folder = Repository.folder + "/GridModels/" + name
    // The series of a year take their time: those of two models stand for all.
    let files = try ModelFolderFiles.read(folder).filter {
      ["tutorial", "liaoning-2019"].contains(name) || !$0.path.hasPrefix("series/")
    }
    let scratch = FileManager.default.temporaryDirectory.path + "/gridflex-\(UUID())"
    let workbook = scratch + "/deep/\(name).xlsx"
    let outcome = try FolderToWorkbook.convert(files, of: folder, to: scratch + "/deep")
    #expect(outcome.sheets == files.count && outcome.issues == [])
    try FileManager.default.createDirectory(
      atPath: scratch + "/deep",
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try Data(outcome.bytes).write(to: URL(filePath: workbook))
    // Back to where the folder lies, so that the paths in it are to be the same.
    let back = try WorkbookToFolder.convert(workbook, to: folder)
    #expect(back.files.map(\.path).sorted() == files.map(\.path).sorted())
    for file in files {
      let bytes = try #require(back.files.first { $0.path == file.path }).bytes
      if file.path == "model.yaml" {
        #expect(try keys(bytes) == keys(file.bytes))
      } else if file.path.hasSuffix(".csv") {
        #expect(try rows(bytes) == rows(file.bytes), "\(file.path)")
      } else {
        #expect(bytes == file.bytes, "\(file.path)")
      }
    }
  }

  @Test func `a path is written anew where the model moves`() {
    let root = "/nowhere/models"
    func moved(_ path: String, _ old: String, _ new: String) -> String {
      RelativePath.moved(path, from: root + old, to: root + new)
    }
    #expect(moved("../base", "/jilin", "") == "base")
    #expect(moved("base.xlsx", "", "/jilin") == "../base.xlsx")
    #expect(moved("../base", "/jilin", "/a/b") == "../../base")
    #expect(moved("/data/x.csv", "/jilin", "/a") == "/data/x.csv")
    #expect(moved(".", "/jilin", "/jilin") == ".")
  }

  @Test func `sheets whose names a workbook cannot have get others, and series follow them`() throws
  {
    let long = "series/the-load-of-the-whole-province-hour-by-hour.csv"
    let files: [(path: String, bytes: [UInt8])] = [
      ("model.yaml", Array("name: x\nseries:\n  load: {file: \(long)}\n".utf8)),
      ("series/coal.csv", Array("time,a\n0,1\n".utf8)), (long, Array("time,load\n0,1\n".utf8)),
      ("picture.png", [0x89]),
    ]
    let outcome = try FolderToWorkbook.convert(files, of: "/m", to: "/m")
    #expect(outcome.sheets == 3)
    #expect(outcome.issues.map(\.file) == ["/m/picture.png"])
    let path = FileManager.default.temporaryDirectory.path + "/gridflex-\(UUID()).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(outcome.bytes).write(to: URL(filePath: path))
    let back = try WorkbookToFolder.convert(path, to: "/m")
    let name = "series/the-load-of-the-whole-provi~1.csv"
    #expect(Set(back.files.map(\.path)) == ["model.yaml", name, "notes/series|coal.csv.csv"])
    #expect(String(decoding: back.files[0].bytes, as: UTF8.self).contains(name))
  }
}
