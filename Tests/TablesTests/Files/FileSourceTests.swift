import Foundation
import Tables
import TestSupport
import Testing

struct FileSourceTests {
  @Test(
    arguments: [
      ("series/a.csv", "models/jilin", "models/jilin/series/a.csv"),
      ("../jilin-2025", "models/jilin-2030", "models/jilin-2025"),
      ("./x", ".", "x"), ("/abs/x", "models", "/abs/x"), ("../../x", "a", "../x"),
      ("..", "a", "."), ("../x", "/a", "/x"), ("../../x", "/a", "/x"),
    ])
  func `a path is seen from a folder`(file: String, folder: String, path: String) {
    #expect(FileSource.path(file, from: folder) == path)
  }

  @Test func `a missing file proposes its neighbour`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "series/wind.csv")
    var log = IssueLog()
    #expect(FileSource.bytes(of: folder.path + "/series/wnid.csv", log: &log) == nil)
    let issue = try #require(log.sorted().first)
    #expect(issue.rule == "does not exist")
    #expect(issue.fix == "Did you mean `\(folder.path)/series/wind.csv`?")
  }

  @Test func `a folder or a device is no file`() throws {
    let folder = try TemporaryFolder()
    var log = IssueLog()
    #expect(FileSource.bytes(of: folder.path, log: &log) == nil)
    #expect(log.sorted().first?.rule == "is a folder, not a file")
    var other = IssueLog()
    #expect(FileSource.bytes(of: "/dev/zero", log: &other) == nil)
    #expect(other.sorted().first?.rule == "is not a regular file")
  }

  @Test func `a file beyond the limit is refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "x", count: 2 << 20), to: "a")
    var log = IssueLog()
    #expect(FileSource.bytes(of: path, limit: 1 << 20, log: &log) == nil)
    #expect(log.sorted().first?.rule == "must not be larger than 1 MiB")
    #expect(FileSource.bytes(of: path, log: &log)?.count == 2 << 20)
  }

  @Test func `names in a folder are sorted and hidden ones left out`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.csv", "a.csv", ".hidden.csv", "c.txt"] { try folder.write("x", to: name) }
    #expect(FileSource.names(in: folder.path, suffix: ".csv") == ["a.csv", "b.csv"])
    #expect(FileSource.names(in: folder.path + "/none", suffix: "") == [])
    #expect(FileSource.folder(of: "a/b/c.csv") == "a/b" && FileSource.folder(of: "c") == ".")
  }
}
