import Hourly
import Tables
import TestSupport
import Testing

package struct SeriesLibraryTests {
  /// Rows `time,a,b` from a start, `a` counting up from 0 and `b` down.
  static func rows(from start: String, hours: Int, skip: Set<Int> = []) throws -> String {
    let time = try #require(TimeStamp(start))
    var text = "time,a,b\n"
    for hour in 0..<hours where !skip.contains(hour) {
      text += "\(time.adding(hours: hour)),\(hour),\(-hour)\n"
    }
    return text
  }

  static func horizon(_ start: String, _ hours: Int) throws -> Horizon {
    Horizon(start: try #require(TimeStamp(start)), hours: hours)
  }

  /// The whole numbers from one up to, not including, another.
  static func numbers(_ first: Int, _ end: Int) -> [Double] { (first..<end).map { Double($0) } }

  /// Reads one series of a file through a declaration.
  static func read(
    _ text: String,
    model: Horizon,
    window: Horizon? = nil,
    unit: Unit? = nil,
    range: ClosedRange<Double>? = nil,
    declare: (inout SeriesDeclaration) -> Void = { _ in }
  ) throws -> (values: [Double]?, issues: [String]) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "s.csv")
    var declaration = SeriesDeclaration(
      name: "a",
      file: "s.csv",
      folder: folder.path,
      place: Place(file: "model.yaml", line: 7)
    )
    declare(&declaration)
    var library = SeriesLibrary(declarations: [declaration], dataFolder: nil, model: model)
    var log = IssueLog()
    let values = library.values("a", over: window ?? model, unit: unit, in: range, log: &log)
    return (
      values, log.sorted().map { $0.description.replacing(folder.path + "/", with: "") }
    )
  }

  @Test func `the rows of the model's year are its hours`() throws {
    let text = try Self.rows(from: "2030-01-01", hours: 8760)
    let (values, issues) = try Self.read(text, model: try Self.horizon("2030-01-01", 8760))
    #expect(values == Self.numbers(0, 8760) && issues.isEmpty)
  }

  @Test func `a window takes its slice`() throws {
    let model = try Self.horizon("2030-01-01", 48)
    let window = try Self.horizon("2030-01-01T10:00", 3)
    let text = try Self.rows(from: "2030-01-01", hours: 48)
    #expect(try Self.read(text, model: model, window: window).values == [10, 11, 12])
    let outside = try Self.horizon("2030-01-02T23:00", 3)
    let (values, issues) = try Self.read(text, model: model, window: outside)
    #expect(values == nil && issues.first?.contains("is not in the model's hours") == true)
  }

  @Test func `rows of another year are taken by month, day and hour`() throws {
    let model = try Self.horizon("2030-03-01", 24)
    let text = try Self.rows(from: "2019-01-01", hours: 8760)
    let (values, _) = try Self.read(text, model: model) { $0.year = 2019 }
    // 1 March is the 60th day: row 59 · 24.
    #expect(values == Self.numbers(1416, 1440))
    let (none, issues) = try Self.read(text, model: model)
    #expect(none == nil && issues.first?.contains("say `year: 2019`") == true)
  }

  @Test func `a leap day is dropped only where that is said`() throws {
    let model = try Self.horizon("2030-01-01", 8760)
    let text = try Self.rows(from: "2020-01-01", hours: 8784)
    let (none, issues) = try Self.read(text, model: model) { $0.year = 2020 }
    #expect(none == nil && issues.first?.contains("drop-leap-day: yes") == true)
    let (values, clean) = try Self.read(text, model: model) {
      $0.year = 2020
      $0.dropsLeapDay = true
    }
    #expect(clean.isEmpty && values?.count == 8760)
    // 28 February ends with row 59 · 24 − 1; 1 March begins with row 60 · 24.
    #expect(values?[1415] == 1415 && values?[1416] == 1440 && values?.last == 8783)
  }

  @Test func `rows of a leap year may lack the leap day if the model's year does`() throws {
    let text = try Self.rows(from: "2020-01-01", hours: 8784, skip: Set(1416..<1440))
    let (values, issues) = try Self.read(text, model: try Self.horizon("2030-01-01", 8760)) {
      $0.year = 2020
    }
    #expect(issues.isEmpty && values?[1416] == 1440)
    let leap = try Self.horizon("2028-01-01", 8784)
    let (none, missing) = try Self.read(text, model: leap) { $0.year = 2020 }
    #expect(none == nil && missing.first?.contains("no 29 February") == true)
  }

  @Test func `labels at the end of the hour move back by one, the first row to the end`() throws {
    let model = try Self.horizon("2030-01-01", 24)
    let ends = try Self.rows(from: "2030-01-01T01:00", hours: 24)
    #expect(
      try Self.read(ends, model: model) { $0.label = .end }.values == Self.numbers(0, 24)
    )
    let wrapped = try Self.rows(from: "2030-01-01", hours: 24)
    #expect(
      try Self.read(wrapped, model: model) { $0.label = .end }.values
        == Self.numbers(1, 24) + [0]
    )
  }

  @Test func `labels at the end of the hour wrap within a whole year that a window is cut from`()
    throws
  {
    let text = try Self.rows(from: "2030-01-01", hours: 8760)
    let model = try Self.horizon("2030-12-31T22:00", 2)
    #expect(try Self.read(text, model: model) { $0.label = .end }.values == [8759, 0])
  }

  @Test(arguments: [0, 1])
  func `hours may be counted from 0 or from 1`(first: Int) throws {
    let text = "hour,a\n" + (0..<24).map { "\($0 + first),\($0)\n" }.joined()
    let model = try Self.horizon("2030-01-01", 24)
    #expect(try Self.read(text, model: model).values == Self.numbers(0, 24))
    // An hour that ends at 0 is the last one; an hour that ends at 1 the first.
    let ends = try Self.read(text, model: model) { $0.label = .end }.values
    let expected = first == 1 ? Self.numbers(0, 24) : Self.numbers(1, 24) + [0]
    #expect(ends == expected)
  }

  @Test func `counted hours of a whole year serve a window of it, and drop a leap day`() throws {
    let text = "hour,a\n" + (0..<8784).map { "\($0),\($0)\n" }.joined()
    let year = try Self.read(text, model: try Self.horizon("2030-01-01", 8760)) {
      $0.dropsLeapDay = true
    }
    #expect(year.values?[1416] == 1440)
    let plain = "hour,a\n" + (0..<8760).map { "\($0),\($0)\n" }.joined()
    let day = try Self.read(plain, model: try Self.horizon("2030-03-01", 24))
    #expect(day.values == Self.numbers(1416, 1440))
  }

  @Test func `units are converted, then factor and yearly mean or total applied`() throws {
    let model = try Self.horizon("2030-01-01", 4)
    let text = "hour,a\n0,1\n1,2\n2,3\n3,2\n"
    #expect(
      try Self.read(text, model: model, unit: .megawatt) {
        $0.unit = "GW"
        $0.scale = 0.5
      }.values == [500, 1000, 1500, 1000]
    )
    #expect(try Self.read(text, model: model) { $0.scaleToMean = 4 }.values == [2, 4, 6, 4])
    // 4 of 8,760 hours have 4/8760 of the yearly total: here 16 in all.
    #expect(try Self.read(text, model: model) { $0.scaleToTotal = 35_040 }.values == [2, 4, 6, 4])
    let (none, issues) = try Self.read("hour,a\n0,0\n1,0\n2,0\n3,0\n", model: model) {
      $0.scaleToMean = 1
    }
    #expect(none == nil && issues.first?.contains("cannot be reached from a series") == true)
  }

  @Test func `values beyond what is asked are told, not clipped`() throws {
    let model = try Self.horizon("2030-01-01", 3)
    let (values, issues) = try Self.read(
      "hour,a\n0,0.5\n1,1.2\n2,1.3\n",
      model: model,
      unit: .share,
      range: 0...1
    )
    #expect(values == nil)
    #expect(
      issues == [
        "s.csv:3:2: error: a = 1.2: must lie in 0...1 "
          + "(series a, model.yaml:7; 2030-01-01T01:00 and 1 more hour). "
          + "Write at most 1: the number is a share."
      ]
    )
  }

  @Test func `one hour out of range is a slip of its cell, not of the unit`() throws {
    let model = try Self.horizon("2030-01-01", 3)
    let text = "hour,a\n0,0.5\n1,0.4\n2,1.7\n"
    #expect(
      try Self.read(text, model: model, unit: .share, range: 0...1).issues == [
        "s.csv:4:2: error: a = 1.7: must lie in 0...1 "
          + "(series a, model.yaml:7; 2030-01-01T02:00). Correct the cell."
      ]
    )
  }

  @Test func `a value that its scale puts out of range is told at its cell, with what it becomes`()
    throws
  {
    let model = try Self.horizon("2030-03-01", 3)
    let text = try Self.rows(from: "2019-01-01", hours: 8760)
    let (_, issues) = try Self.read(text, model: model, unit: .megawatt, range: 0...2835) {
      $0.year = 2019
      $0.label = .end
      $0.scale = 2
    }
    // 1 March 2019 00:00–01:00 is the row of 01:00, value 1417 and line 1419; times 2 it is 2834.
    #expect(
      issues == [
        "s.csv:1420:2: error: a = 1418: becomes 2836 MW, which must lie in 0...2835 "
          + "(series a, model.yaml:7; 2030-03-01T01:00 and 1 more hour). "
          + "Correct the cell, or unit, scale or scale-to of the series."
      ]
    )
  }
}
