import Comparison
import TestSupport
import Testing

struct ResultPairsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `of two folders results of one name are paired, the rest is told`() throws {
    for name in ["old/a", "old/b", "new/b", "new/c"] {
      try WrittenResult().write(in: folder, as: name)
    }
    try folder.write("notes\n", to: "old/notes.txt")
    let pairs = ResultPairs(folder.path + "/old", folder.path + "/new")
    #expect(pairs.pairs.map(\.base) == [folder.path + "/old/b"])
    #expect(pairs.pairs.map(\.other) == [folder.path + "/new/b"])
    #expect(pairs.missing == [folder.path + "/old/a"])
    #expect(pairs.added == [folder.path + "/new/c"])
  }

  @Test func `a folder of baselines is paired by the names of its files`() throws {
    let result = try WrittenResult().read(in: folder, as: "new/a")
    try folder.write("", to: "stored/keep")
    try BaselineFile.write(result, tolerances: .standard, to: folder.path + "/stored/a.json")
    let pairs = ResultPairs(folder.path + "/stored", folder.path + "/new")
    #expect(pairs.pairs.map(\.base) == [folder.path + "/stored/a.json"])
    #expect(pairs.pairs.map(\.other) == [folder.path + "/new/a"])
  }

  @Test func `one result is held against that of its name in a folder`() throws {
    for name in ["old/a", "old/b", "new/b"] { try WrittenResult().write(in: folder, as: name) }
    let pairs = ResultPairs(folder.path + "/old", folder.path + "/new/b")
    #expect(pairs.pairs.map(\.base) == [folder.path + "/old/b"])
    #expect(pairs.missing.isEmpty)
  }

  @Test func `two results are one pair`() throws {
    let paths = try ["a", "b"].map { try WrittenResult().write(in: folder, as: $0) }
    let pairs = ResultPairs(paths[0], paths[1])
    #expect(pairs.pairs.count == 1 && pairs.missing.isEmpty && pairs.added.isEmpty)
  }
}
