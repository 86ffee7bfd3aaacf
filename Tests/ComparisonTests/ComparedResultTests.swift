import Comparison
import Tables
import TestSupport
import Testing

struct ComparedResultTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fault(_ path: String) throws -> InputError {
    do {
      _ = try ComparedResult.read(path)
    } catch {
      return error
    }
    Issue.record("it was read")
    throw InputError.invalid([])
  }

  @Test func `a folder that is no result is told to be none, with the way to one`() throws {
    try folder.write("text\n", to: "empty/readme.txt")
    let error = try fault(folder.path + "/empty")
    #expect(error.exitCode == 66)
    #expect(error.issues[0].rule.hasPrefix("is no result folder"))
    #expect(error.issues[0].fix.contains("gridflex dispatch MODEL --output"))
    #expect(try fault(folder.path + "/nowhere").issues[0].rule == "there is no such folder or file")
  }

  @Test func `a folder of results is told to be one`() throws {
    try WrittenResult().write(in: folder, as: "results/a")
    let error = try fault(folder.path + "/results")
    #expect(error.issues[0].rule == "is no result but a folder that holds 1")
  }

  @Test func `a result of another version is read and told, and refused where it lacks a key`()
    throws
  {
    var older = WrittenResult()
    older.version = "0.0.9"
    let path = try older.write(in: folder, as: "older")
    let note = try #require(try ComparedResult.read(path).versionNote)
    #expect(note.contains("is of gridflex 0.0.9, this is "))
    let text = try #require(folder.text(of: "older/summary.json"))
    try folder.write(text.replacing("\"adequacy\"", with: "\"adequate\""), to: "older/summary.json")
    let error = try fault(path)
    #expect(error.exitCode == 65)
    #expect(error.issues[0].rule.hasPrefix("is of gridflex 0.0.9, which wrote other keys"))
  }

  @Test func `what is broken in a summary is told with its line`() throws {
    let path = try WrittenResult().write(in: folder, as: "result")
    let text = try #require(folder.text(of: "result/summary.json"))
    try folder.write(
      text.replacing("\"hours\": 2", with: "\"hours\": \"two\""),
      to: "result/summary.json"
    )
    let error = try fault(path)
    #expect(error.exitCode == 65)
    #expect(error.issues[0].line != nil && error.issues[0].field == "model/hours")
    try folder.write("{ not json", to: "result/summary.json")
    #expect(try fault(path).exitCode == 65)
  }
}
