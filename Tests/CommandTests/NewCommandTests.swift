import Foundation
import Testing

struct NewCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test func `the new model is the tutorial, byte for byte, but for its name`() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun("new", scratch.path + "/mine")
    #expect(run.code == 0)
    let original = FileManager.default.enumerator(atPath: tutorial)?.compactMap { $0 as? String }
    let written = scratch.files().compactMap { path in
      path.hasPrefix("mine/") ? String(path.dropFirst(5)) : nil
    }
    #expect(written == original?.sorted())
    let model = try scratch.read("mine/model.yaml")
    let named = try String(contentsOfFile: tutorial + "/model.yaml", encoding: .utf8)
    #expect(model == named.replacing("\nname: tutorial\n", with: "\nname: mine\n"))
    #expect(model != named)
    for path in written where path != "model.yaml" {
      let isSame = FileManager.default.contentsEqual(
        atPath: tutorial + "/" + path,
        andPath: scratch.path + "/mine/" + path
      )
      #expect(isSame, "\(path)")
    }
  }

  @Test func `two new models keep their results apart`() throws {
    let scratch = try ScratchFolder()
    for name in ["valley", "长春", "2030 plan"] {
      #expect(try CommandRun("new", name, in: scratch.path).code == 0)
      #expect(try CommandRun("dispatch", name, in: scratch.path).code == 0)
    }
    let results = scratch.files().filter { $0.hasSuffix("/summary.json") }
    #expect(
      results.sorted() == [
        "results/tutorial/summary.json", "results/valley/summary.json",
        "results/长春/summary.json",
      ]
    )
  }

  @Test func `a folder with something in it is refused and left as it was`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "notes.txt")
    let run = try CommandRun("new", scratch.path)
    #expect(run.code == 73)
    #expect(run.messages.contains("is not replaced"))
    #expect(scratch.files().filter { !$0.hasPrefix(".") } == ["notes.txt"])
  }

  @Test func `a result folder is refused as well`() throws {
    let scratch = try ScratchFolder()
    let result = scratch.path + "/result"
    #expect(try CommandRun("dispatch", tutorial, "--output", result).code == 0)
    #expect(try CommandRun("new", result).code == 73)
    #expect(scratch.files().contains("result/summary.json"))
  }
}
