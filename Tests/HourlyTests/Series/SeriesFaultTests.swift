import Hourly
import Tables
import TestSupport
import Testing

struct SeriesFaultTests {
  private func issues(_ text: String, hours: Int = 4) throws -> [String] {
    let model = try SeriesLibraryTests.horizon("2030-01-01", hours)
    let (values, issues) = try SeriesLibraryTests.read(text, model: model)
    #expect(values == nil)
    return issues
  }

  private let head = "time,a\n2030-01-01T00:00,1\n2030-01-01T01:00,1\n"

  @Test(
    arguments: [
      ("2030-01-01T03:00,1\n", "s.csv:4:1: error: 1 hour is missing before 2030-01-01T03:00"),
      ("2030-01-01T01:00,1\n", "s.csv:4:1: error: the hour 2030-01-01T01:00 stands twice"),
      ("2030-01-01T00:00,1\n", "comes after 2030-01-01T01:00"),
      ("2030-01-01T01:30,1\n", "less than an hour after"),
      (
        "2030-01-01T02:00,\n2030-01-01T03:00,1\n",
        "s.csv:4:2: error: a = (empty): must not be empty"
      ),
      ("2030-01-01T02:00,nan\n2030-01-01T03:00,1\n", "s.csv:4:2: error: a = nan: must be a number"),
      ("2030-01-01T02:00,inf\n2030-01-01T03:00,1\n", "must be a finite number"),
      ("2030-01-01T02:00,5%\n2030-01-01T03:00,1\n", "does not fit cells in percent"),
      ("noon,1\n", "s.csv:4:1: error: time = noon: must be a time"),
      ("2030-01-01T02:00Z,1\n", "must be a time of the model's zone (UTC+8)"),
      ("2030-01-01T02:00\n", "s.csv:4:1: error: the row has 1 cells, the header 2"),
      ("\n2030-01-01T02:00,1\n2030-01-01T03:00,1\n", "s.csv:4:1: error: a row must not be empty"),
      ("2030-01-01T02:00,1\n", "3 rows: the model has 4 hours from 2030-01-01T00:00"),
      ("2030-01-01T02:00,1\n2030-01-01T03:00,1\n2030-01-01T04:00,1\n", "5 rows: the model has 4"),
    ])
  func `a row that is wrong is told`(rows: String, issue: String) throws {
    let found = try issues(head + rows)
    #expect(found.contains { $0.contains(issue) }, "\(found)")
  }

  @Test(
    arguments: [
      ("weekday,a\n2030-01-01,1\n", "must be `time` or `hour`"),
      ("time,a\n1/2/2030 0:00,1\n", "its day and month may be either number"),
      ("time,a,a\n2030-01-01,1,1\n", "the column stands twice"),
      ("time,b\n2030-01-01,1\n", "is not a column of s.csv. Known: b."),
      ("time,a\n", "the file has no rows"),
      ("", "does not"),
      ("hour,a\n2,1\n3,1\n4,1\n5,1\n", "the first hour must be 0 or 1"),
      ("hour,a\n0,1\n1,1\n3,1\n4,1\n", "1 hour is missing before 3"),
    ])
  func `a file that is wrong is told`(text: String, issue: String) throws {
    let found = try issues(text)
    #expect(text.isEmpty ? !found.isEmpty : found.contains { $0.contains(issue) }, "\(found)")
  }

  @Test func `a first label that cannot be read is told alone`() throws {
    let found = try issues("time,a\nnoon,1\n2030-01-01T01:00,1\n2030-01-01T02:00,1\n", hours: 3)
    #expect(found.count == 1 && found[0].contains("s.csv:2:1: error: time = noon"), "\(found)")
  }

  @Test func `8,759 rows are not a year`() throws {
    let text = try SeriesLibraryTests.rows(from: "2030-01-01", hours: 8759)
    let model = try SeriesLibraryTests.horizon("2030-01-01", 8760)
    let (values, issues) = try SeriesLibraryTests.read(text, model: model)
    #expect(values == nil)
    #expect(issues.first?.contains("8759 rows: the model has 8760 hours") == true)
  }

  @Test func `of many wrong cells five are listed and the rest counted`() throws {
    let text = "hour,a\n" + (0..<20).map { "\($0),x\n" }.joined()
    let found = try issues(text, hours: 20)
    #expect(
      found.count == 6
        && found[5] == "s.csv: a: 15 more such cells. Fix the first ones and check again.",
      "\(found)"
    )
  }

  @Test func `a bad cell in a column nobody uses does no harm`() throws {
    let model = try SeriesLibraryTests.horizon("2030-01-01", 2)
    let text = "time,a,remark\n2030-01-01T00:00,1,ok\n2030-01-01T01:00,2,\n\n"
    #expect(try SeriesLibraryTests.read(text, model: model).values == [1, 2])
  }

  @Test(arguments: [
    "2030-01-01 00:00:00,2030-01-01 01:00:00", "2030-01-01T00:00+08:00,2030-01-01T01:00+08:00",
    "2030/1/1 0:00,2030/1/1 1:00", "\"2030-01-01 00:00\",2030-01-01T01:00",
  ])
  func `times are read as other programs write them`(times: String) throws {
    let model = try SeriesLibraryTests.horizon("2030-01-01", 2)
    let rows = times.split(separator: ",").map { "\($0),1\r\n" }.joined()
    let (values, issues) = try SeriesLibraryTests.read("\u{FEFF}time,a\r\n" + rows, model: model)
    #expect(values == [1, 1], "\(issues)")
  }

  @Test func `a series that is not declared names the nearest`() throws {
    var library = SeriesLibrary(
      declarations: [SeriesDeclaration(name: "wind", place: Place(file: "m"))],
      dataFolder: nil,
      model: try SeriesLibraryTests.horizon("2030-01-01", 2)
    )
    var log = IssueLog()
    let place = Place(file: "assets/wind.csv", line: 2, column: 4)
    let window = library.horizon
    #expect(
      library.values("wnid", over: window, usedAt: place, field: "availability", log: &log) == nil
    )
    #expect(
      log.sorted().map(\.description) == [
        "assets/wind.csv:2:4: error: availability = wnid: there is no series of this name. "
          + "Did you mean `wind`?"
      ]
    )
  }

  @Test func `measured data need their folder, and a missing file is missing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("hour,wind\n0,1\n1,2\n", to: "x/wind.csv")
    let model = try SeriesLibraryTests.horizon("2030-01-01", 2)
    let declaration = SeriesDeclaration(
      name: "wind",
      file: "${data}/x/wind.csv",
      place: Place(file: "model.yaml", line: 3)
    )
    var without = SeriesLibrary(declarations: [declaration], dataFolder: nil, model: model)
    var log = IssueLog()
    #expect(without.values("wind", over: model, log: &log) == nil)
    #expect(log.sorted().first?.fix == "Give it with --data DIR.")
    var with = SeriesLibrary(declarations: [declaration], dataFolder: folder.path, model: model)
    var clean = IssueLog()
    #expect(with.values("wind", over: model, log: &clean) == [1, 2])
    var wrong = SeriesLibrary(
      declarations: [declaration],
      dataFolder: folder.path + "/x",
      model: model
    )
    var missing = IssueLog()
    #expect(wrong.values("wind", over: model, log: &missing) == nil)
    #expect(throws: InputError.missing(missing.sorted())) { try missing.throwIfErrors() }
  }

  @Test func `declarations are read from the model, and what is wrong in them is told`() throws {
    var log = IssueLog()
    let text = """
      wind: {file: series/w.csv, column: north, unit: pu, year: 2019, drop-leap-day: yes,
        label: end, scale-to: {mean: 0.27}, scale: 1.1}
      load: {file: ../base/l.csv}
      bad: {fil: x, scale-to: {total: 1, mean: 2}}
      """
    let node = try #require(YAMLReader.read(Array(text.utf8), file: "jilin/model.yaml", log: &log))
    let mapping = try #require(YAMLMapping(node, path: "series", log: &log))
    let read = SeriesDeclaration.read(mapping, folder: "jilin", log: &log)
    #expect(read.map(\.name) == ["wind", "load", "bad"])
    #expect(read[0].column == "north" && read[0].dropsLeapDay && read[0].label == .end)
    #expect(read[0].scaleToMean == 0.27 && read[0].year == 2019 && read[0].scale == 1.1)
    #expect(read[1].column == "load" && read[1].folder == "jilin")
    #expect(
      log.sorted().compactMap(\.field) == [
        "series/bad/file", "series/bad/fil", "series/bad/scale-to",
      ]
    )
  }
}
