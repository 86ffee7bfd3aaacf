import Foundation
import Testing

struct ConvertCommandTests {
  @Test func `a workbook gives the same result as its folder, and so does the folder made of it`()
    throws
  {
    let scratch = try ScratchFolder()
    func run(_ words: String...) throws -> CommandRun { try CommandRun(words, in: scratch.path) }
    #expect(try run("new", "valley").code == 0)
    #expect(
      try run("new", "--xlsx", "valley").output.hasPrefix("valley.xlsx: a model in 13 sheets\n")
    )
    #expect(try run("convert", "valley", "mine.xlsx").output == "mine.xlsx: a model in 13 sheets\n")
    #expect(try scratch.data("mine.xlsx") == scratch.data("valley.xlsx"))
    #expect(try run("convert", "mine.xlsx", "back").output == "back: a model folder of 13 files\n")
    for model in ["valley", "mine.xlsx", "back"] {
      let result = try run("dispatch", model, "--hours", "24", "--output", "r/\(model)")
      #expect(result.code == 1 && result.messages == "", "\(model): \(result.messages)")
    }
    let files = scratch.files().filter {
      $0.hasPrefix("r/valley/") && $0.hasSuffix(".json") == false
    }
    #expect(files.count > 10)
    for file in files + ["r/valley/summary.json"] {
      let name = String(file.dropFirst("r/valley".count))
      guard !FileManager.default.fileExists(atPath: scratch.path + "/" + file + "/.") else {
        continue
      }
      for model in ["mine.xlsx", "back"] {
        #expect(try scratch.data("r/\(model)\(name)") == scratch.data(file), "\(model)\(name)")
      }
    }
  }

  @Test func `a fault in a workbook is told with sheet and cell`() throws {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "a", in: scratch.path).code == 0)
    let table = try scratch.read("a/assets/coal.csv").replacing(
      "coal-heat,chp,100",
      with: "coal-heat,chp,x"
    )
    try scratch.write(table, to: "a/assets/coal.csv")
    #expect(try CommandRun("convert", "a", "a.xlsx", in: scratch.path).code == 0)
    let run = try CommandRun("check", "a.xlsx", in: scratch.path)
    #expect(run.code == 65)
    #expect(run.messages.hasPrefix("a.xlsx:coal!C3: error: unit_size_mw = x: must be a number."))
  }

  @Test func `a model extends a workbook that lies beside it`() throws {
    let scratch = try ScratchFolder()
    #expect(try CommandRun("new", "--xlsx", "base", in: scratch.path).code == 0)
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/more",
      withIntermediateDirectories: true
    )
    try scratch.write("extends: ../base.xlsx\nname: more\n", to: "more/model.yaml")
    #expect(try CommandRun("check", "more", in: scratch.path).code == 0)
    #expect(try CommandRun("convert", "more", "more.xlsx", in: scratch.path).code == 0)
    let run = try CommandRun("check", "more.xlsx", in: scratch.path)
    #expect(run.code == 0 && run.output.hasPrefix("more: 48 h"))
  }

  @Test func `nothing is replaced, and what cannot be converted is told`() throws {
    let scratch = try ScratchFolder()
    func run(_ words: String...) throws -> CommandRun { try CommandRun(words, in: scratch.path) }
    #expect(try run("new", "--xlsx", "a").code == 0)
    #expect(try run("new", "--xlsx", "a").code == 73)
    #expect(try run("convert", "a.xlsx", "b.xlsx").code == 64)
    #expect(try run("convert", "nothing", "b").code == 64)
    #expect(try run("convert", "nothing", "b.xlsx").code == 66)
    #expect(try run("new", "b").code == 0)
    #expect(try run("convert", "a.xlsx", "b").code == 73)
    #expect(try run("convert", "b", "a.xlsx").code == 73)
    try scratch.write("no workbook", to: "c.xlsx")
    #expect(try run("convert", "c.xlsx", "d").code == 65)
    #expect(!scratch.files().contains("d"))
  }
}
