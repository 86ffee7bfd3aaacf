import Comparison
import Tables
import TestSupport
import Testing

struct BaselineFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/small.json" }

  init() throws { folder = try TemporaryFolder() }

  @Test func `a baseline holds all that is compared, and the same result is the same bytes`() throws
  {
    let result = try WrittenResult().read(in: folder, as: "result")
    try BaselineFile.write(result, tolerances: .standard, to: path)
    let first = folder.text(of: "small.json")
    try BaselineFile.write(result, tolerances: .standard, to: path)
    #expect(folder.text(of: "small.json") == first)
    let stored = try ComparedResult.read(path)
    #expect(stored.isBaseline)
    #expect(stored.record == result.record)
    #expect(ComparedPair(stored, result).answer == .same)
  }

  @Test func `a baseline keeps its tolerances, and they are used`() throws {
    var wide = ToleranceSet.standard
    wide[.emission] = Tolerance(absolute: 50, relative: 0)
    wide.judgesAssets = true
    let result = try WrittenResult().read(in: folder, as: "result")
    try BaselineFile.write(result, tolerances: wide, to: path)
    let stored = try ComparedResult.read(path)
    #expect(stored.tolerances == wide)
    var other = WrittenResult()
    other.co2 += 40
    let changed = try other.read(in: folder, as: "other")
    #expect(ComparedPair(stored, changed).answer == .same)
    #expect(ComparedPair(stored, changed, tolerances: .standard).answer == .different)
  }

  @Test func `a baseline of another model is not comparable`() throws {
    let result = try WrittenResult().read(in: folder, as: "result")
    try BaselineFile.write(result, tolerances: .standard, to: path)
    var other = WrittenResult()
    other.model = "larger"
    let pair = ComparedPair(try ComparedResult.read(path), try other.read(in: folder, as: "other"))
    #expect(pair.answer == .notComparable)
    #expect(pair.obstacles == ["the baseline is of another model: small and larger"])
  }

  @Test func `a file that is no baseline is neither replaced nor read`() throws {
    let result = try WrittenResult().read(in: folder, as: "result")
    try folder.write("{\"mine\": 1}\n", to: "small.json")
    #expect(throws: OutputError.foreignFile(path: path)) {
      try BaselineFile.write(result, tolerances: .standard, to: path)
    }
    #expect(folder.text(of: "small.json") == "{\"mine\": 1}\n")
    #expect(throws: InputError.self) { try ComparedResult.read(path) }
  }

  @Test func `a baseline that is broken is refused with place and fix`() throws {
    let result = try WrittenResult().read(in: folder, as: "result")
    try BaselineFile.write(result, tolerances: .standard, to: path)
    let text = try #require(folder.text(of: "small.json"))
    try folder.write(text.replacing("\"energy\"", with: "\"enrgy\""), to: "small.json")
    do {
      _ = try ComparedResult.read(path)
      Issue.record("it was read")
    } catch {
      #expect(error.exitCode == 65)
      let issue = try #require(error.issues.first)
      #expect(issue.line != nil)
      #expect("\(issue)".contains("Did you mean `energy`?"))
    }
  }
}
