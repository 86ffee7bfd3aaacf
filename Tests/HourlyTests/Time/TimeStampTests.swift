import Hourly
import Tables
import Testing

struct TimeStampTests {
  @Test(
    arguments: zip(
      ["2030-01-17", "2030-01-17T03:00", "2030-01-17 03:15", "2028-02-29T23:59"],
      ["2030-01-17T00:00", "2030-01-17T03:00", "2030-01-17T03:15", "2028-02-29T23:59"]
    )
  )
  func `a time is read in three forms and printed in one`(text: String, printed: String) {
    #expect(TimeStamp(text)?.description == printed)
  }

  @Test(arguments: [
    "", "2030", "2030-13-01", "2030-00-01", "2029-02-29", "2030-04-31", "2030-01-01T24:00",
    "2030-01-01T00:60", "2030-01-01T0:00", "2030/01/01", "30-01-01", "2030-01-01T00:00Z",
    "２０３０-01-01", "2030-01-01x00:00", " 2030-01-01", "2030-01-01T00-00", "+030-01-01",
  ])
  func `anything else is no time`(text: String) {
    #expect(TimeStamp(text) == nil)
  }

  @Test func `days of the week and of the year follow the calendar`() {
    // 2000-01-01 was a Saturday, 2026-11-21 too; 1970-01-01 a Thursday.
    #expect(TimeStamp("2000-01-01")?.weekday == 6)
    #expect(TimeStamp("2026-11-21")?.weekday == 6)
    #expect(TimeStamp(minutes: 0).weekday == 4)
    #expect(TimeStamp("2028-12-31")?.dayOfYear == 366)
    #expect(TimeStamp("2030-03-01")?.dayOfYear == 60)
  }

  @Test func `every day of 800 years is the day after the one before`() {
    var previous = CivilDate(year: 1599, month: 12, day: 31)
    for days in previous.daysSinceEpoch + 1..<previous.daysSinceEpoch + 292_195 {
      let date = CivilDate(daysSinceEpoch: days)
      let isNextDay = date.day == previous.day + 1 && date.month == previous.month
      let isFirst =
        date.day == 1
        && previous.day == CivilDate.days(inMonth: previous.month, of: previous.year)
      guard date.daysSinceEpoch == days, isNextDay || isFirst else {
        Issue.record("\(date) after \(previous)")
        return
      }
      previous = date
    }
    #expect(previous == CivilDate(year: 2399, month: 12, day: 31))
  }

  @Test func `hours are added across years, and counted back`() throws {
    let time = try #require(TimeStamp("2029-12-31T23:00"))
    #expect(time.adding(hours: 2).description == "2030-01-01T01:00")
    #expect(time.adding(hours: -24 * 365).description == "2028-12-31T23:00")
    #expect(time.adding(hours: 2).hours(since: time) == 2)
    #expect(time.hours(since: time.adding(hours: 2)) == -2)
  }

  @Test func `times before 1970 keep their hour`() {
    let time = TimeStamp(minutes: -30)
    #expect(time.description == "1969-12-31T23:30")
    #expect((time.hour, time.minute) == (23, 30))
  }
}
