import Hourly
import Tables
import Testing

/// Hourly values as people keep them in spreadsheets: read where they have one meaning, else told which.
struct HandMadeSeriesTests {
  private func read(
    _ text: String,
    hours: Int = 2,
    unit: Unit? = .megawatt,
    declare: (inout SeriesDeclaration) -> Void = { _ in }
  ) throws -> (values: [Double]?, issues: [String]) {
    let model = try SeriesLibraryTests.horizon("2030-01-01", hours)
    return try SeriesLibraryTests.read(text, model: model, unit: unit, declare: declare)
  }

  private func rows(_ times: [String], _ value: (Int) -> String = { "\($0)" }) -> String {
    times.enumerated().map { "\($1),\(value($0))\n" }.joined()
  }

  @Test(
    arguments: [
      ("45292,45292.0416666667", "2024"), ("2030年1月1日 0时,2030年1月1日 1时", "2030"),
      ("2030-1-1 0:00,2030-1-1 1:00", "2030"), ("2030.1.1 0:00,2030.1.1 1:00", "2030"),
      ("20300101,2030-01-01 01:00", "2030"), ("2030年01月01日00:00,2030年01月01日01:00", "2030"),
    ])
  func `times are read in every form that has one meaning`(times: String, year: String) throws {
    let text = "time,a\n" + rows(times.split(separator: ",").map(String.init))
    let (values, issues) = try read(text) { $0.year = Int(year) }
    #expect(values == [0, 1], "\(issues)")
    #expect(issues.count == (year == "2024" ? 1 : 0), "\(issues)")
  }

  @Test func `a day number is told with the time it is read as`() throws {
    let text = "time,a\n47484,1\n47484.041666667,2\n"
    let (values, issues) = try read(text)
    #expect(values == [1, 2])
    #expect(issues.count == 1)
    #expect(issues[0].contains("s.csv:2:1: note: 47484: is read as 2030-01-01T00:00, by the day"))
  }

  @Test func `24:00 is the end of a day, so labels are the ends of their hours`() throws {
    let times = (1...24).map { "2030-01-01 \($0 < 10 ? "0" : "")\($0):00" }
    let (values, issues) = try read("time,a\n" + rows(times), hours: 24)
    #expect(values == SeriesLibraryTests.numbers(0, 24), "\(issues)")
    #expect(
      issues.count == 1 && issues[0].contains("s.csv:25:1: note: 2030-01-01 24:00: is the end")
    )
    let (none, told) = try read("time,a\n" + rows(times), hours: 24) {
      $0.label = .start
      $0.places["label"] = Place(file: "model.yaml", line: 9)
    }
    #expect(none == nil && told.contains { $0.contains("model.yaml:9: error: series/a/label") })
  }

  @Test(arguments: [15, 30, 5])
  func `rows of parts of an hour are their mean where they are power`(minutes: Int) throws {
    let start = try #require(TimeStamp("2030-01-01"))
    let count = 60 / minutes
    let times = (0..<2 * count).map { TimeStamp(minutes: start.minutes + minutes * $0).description }
    let (values, issues) = try read("time,a\n" + rows(times))
    // Rows 0 … n−1 make the first hour, of mean (n−1)/2.
    #expect(values == [Double(count - 1) / 2, Double(count - 1) / 2 + Double(count)])
    #expect(issues.count == 1 && issues[0].contains("note: a: has \(count) rows an hour"))
    let ends = times.map {
      TimeStamp($0).map { TimeStamp(minutes: $0.minutes + minutes).description } ?? ""
    }
    #expect(try read("time,a\n" + rows(ends)).values == values)
  }

  @Test func `quarter hours of prices and of energy are refused with the way to save them`() throws
  {
    let times = ["00:00", "00:15", "00:30", "00:45"].map { "2030-01-01 " + $0 }
    let price = try read("time,a\n" + rows(times), hours: 1, unit: nil)
    #expect(price.values == nil)
    #expect(
      price.issues.contains {
        $0.contains("only of power and shares") && $0.contains("Save one row")
      }
    )
    let energy = try read("time,a\n" + rows(times), hours: 1) { $0.unit = "MWh" }
    #expect(energy.values == nil)
    #expect(energy.issues.contains { $0.contains("they would have to be added up") })
    let short = try read("time,a\n" + rows(times + ["2030-01-01 01:00"]), hours: 1)
    #expect(
      short.values == nil && short.issues.contains { $0.contains("the last hour has 1 of 4 rows") }
    )
    let gap = try read(
      "time,a\n" + rows([times[0], times[1], times[2], "2030-01-01 01:00"]),
      hours: 1
    )
    #expect(gap.issues.contains { $0.contains("s.csv:5:1: error: 1 row is missing") })
  }

  @Test func `counted quarter hours are four to each hour`() throws {
    let text = "hour,a\n" + (1...8).map { "\($0),\($0)\n" }.joined()
    #expect(try read(text).values == [2.5, 6.5])
  }

  @Test(
    arguments: [
      (0..<24).map { "\($0)" }, (1...24).map { "\($0)" }, (0..<24).map { "\($0):00" },
      (1...24).map { "\($0)时" }, (1...24).map { "h\($0)" },
    ])
  func `a row a day with 24 columns is a day of hours`(headings: [String]) throws {
    func row(_ date: String, _ first: Int) -> String {
      "\(date)," + (0..<24).map { "\(first + $0)" }.joined(separator: ",") + "\n"
    }
    let text =
      "日期,\(headings.joined(separator: ","))\n" + row("2030-01-01", 0) + row("2030-01-02", 24)
    let (values, issues) = try read(text, hours: 48)
    #expect(values == SeriesLibraryTests.numbers(0, 48), "\(issues)")
    #expect(
      issues.count == 2 && issues.allSatisfy { $0.contains("s.csv:1:") && $0.contains("note:") }
    )
    let gap = try read(text.replacing("2030-01-02", with: "2030-01-03"), hours: 48)
    #expect(
      gap.issues.contains { $0.contains("s.csv:3:1: error: 1 day is missing before 2030-01-03") }
    )
    let wrong = try read(text.replacing(",30,", with: ",x,"), hours: 48)
    #expect(wrong.issues.contains { $0.contains("s.csv:3:8: error: a = x: must be a number") })
  }

  @Test(arguments: [0, 1])
  func `a date with the hour in a second column is a time`(first: Int) throws {
    let rows = (0..<48).map { "2030-01-0\(1 + $0 / 24),\($0 % 24 + first),\($0)\n" }
    let (values, issues) = try read("日期,时段,a\n" + rows.joined(), hours: 48)
    #expect(values == SeriesLibraryTests.numbers(0, 48), "\(issues)")
    #expect(issues.count == 2 + first, "\(issues)")
    let wrong = try read("日期,时段,a\n" + rows.joined().replacing(",7,", with: ",noon,"), hours: 48)
    #expect(
      wrong.values == nil && wrong.issues.contains { $0.contains("must be an hour of the day") }
    )
  }

  @Test func `times that are whole do not take the hour beside them`() throws {
    let text = "time,hour,a\n2030-01-01 00:00,1,5\n2030-01-01 01:00,2,6\n"
    let (values, issues) = try read(text)
    #expect(values == [5, 6] && issues.isEmpty, "\(issues)")
  }

  @Test func `a row a day with 96 columns is a day of quarter hours`() throws {
    let text =
      "date," + (1...96).map { "\($0)" }.joined(separator: ",") + "\n2030-01-01,"
      + (0..<96).map { "\($0)" }.joined(separator: ",") + "\n"
    let (values, _) = try read(text, hours: 24)
    #expect(values == (0..<24).map { Double(4 * $0) + 1.5 })
  }

  @Test func `Chinese headings are read where one column has the meaning`() throws {
    let text = "时间,负荷(万千瓦),风电\n2030-01-01 0:00,1,5\n2030-01-01 1:00,2,6\n"
    let (values, issues) = try read(text) { $0.column = "load" }
    #expect(values == [10, 20], "\(issues)")
    #expect(issues.count == 2)
    #expect(try read(text) { $0.column = "wind" }.values == [5, 6])
    let two = try read(text.replacing("风电", with: "统调负荷")) { $0.column = "load_mw" }
    #expect(two.values == nil)
    #expect(two.issues.contains { $0.contains("error: load_mw: may be any of `负荷(万千瓦)`, `统调负荷`") })
    let hours = try read("小时,a\n0,1\n1,2\n")
    #expect(hours.values == [1, 2] && hours.issues.count == 1)
  }

  @Test func `a unit in the heading counts, and one that says otherwise is told`() throws {
    let text = "time,a (GW)\n2030-01-01 0:00,1\n2030-01-01 1:00,2\n"
    #expect(try read(text).values == [1000, 2000])
    let other = try read(text) { $0.unit = "MW" }
    #expect(
      other.values == nil
        && other.issues.contains { $0.contains("is not the unit GW in the heading") }
    )
  }

  @Test func `percent, groups and decimal commas are read as what they are`() throws {
    let share = try read("time,a\n2030-01-01 0:00,35%\n2030-01-01 1:00,0.4\n", unit: .share)
    #expect(share.values == [0.35, 0.4])
    #expect(share.issues == ["s.csv:2:2: note: a = 35%: is read as 0.35 (% to a share of 1)"])
    #expect(
      try read("time,a\n2030-01-01 0:00,\"1,234\"\n2030-01-01 1:00,5\n").values == [1234, 5]
    )
    let percent = "time,a\n2030-01-01 0:00,35%\n2030-01-01 1:00,40%\n"
    #expect(try read(percent, unit: .share) { $0.unit = "%" }.values == [0.35, 0.4])
    let mixed = try read(percent.replacing("40%", with: "40"), unit: .share) { $0.unit = "%" }
    #expect(mixed.values == nil)
    #expect(mixed.issues.contains { $0.contains("does not fit cells in percent") })
    let comma = try read("time;a\n2030-01-01 0:00;0,5\n2030-01-01 1:00;1.234\n")
    #expect(comma.values == [0.5, 1234], "\(comma.issues)")
    let unclear = try read("time;a\n2030-01-01 0:00;1,234\n2030-01-01 1:00;5\n")
    #expect(
      unclear.values == nil && unclear.issues.contains { $0.contains("may be a number with") }
    )
  }

  @Test func `a file of more rows than any model has is refused without reading them all`() throws {
    let text = "hour,a\n" + String(repeating: "0,1\n", count: 1_200_000)
    let (values, issues) = try read(text)
    #expect(values == nil && issues.contains { $0.contains("has more than 1100000 rows") })
  }

  @Test(arguments: ["兆瓦", "万千瓦", "万kW", "吉瓦", "千瓦"])
  func `Chinese units are what they say`(unit: String) throws {
    let factors = ["兆瓦": 1.0, "万千瓦": 10, "万kW": 10, "吉瓦": 1000, "千瓦": 0.001]
    let text = "time,a\n2030-01-01 0:00,1\n2030-01-01 1:00,2\n"
    let values = try read(text) { $0.unit = unit }.values
    #expect(values == [1, 2].map { $0 * (factors[unit] ?? 0) })
    let unknown = try read(text) { $0.unit = "十" + unit }
    #expect(unknown.issues.allSatisfy { !$0.contains("Did you mean") } && unknown.values == nil)
  }
}
