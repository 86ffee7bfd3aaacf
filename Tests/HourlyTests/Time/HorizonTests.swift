import Hourly
import Testing

struct HorizonTests {
  private let year = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 8760)

  @Test func `a year has 365 days of 24 hours and twelve months`() {
    #expect(year.dayRanges.count == 365)
    #expect(year.dayRanges.allSatisfy { $0.count == 24 })
    #expect(
      year.monthRanges.map { $0.count / 24 } == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    )
    #expect(year.monthRanges.last?.upperBound == 8760)
    #expect(year.end.description == "2031-01-01T00:00")
  }

  @Test func `the first and last day of a window may be partial`() {
    let window = Horizon(start: TimeStamp(year: 2030, month: 1, day: 31, hour: 22), hours: 30)
    #expect(window.dayRanges == [0..<2, 2..<26, 26..<30])
    #expect(window.monthRanges == [0..<2, 2..<30])
    #expect(window.monthOf(1) == 1 && window.monthOf(2) == 2)
    #expect(window.hourOfDay(0) == 22 && window.hourOfDay(2) == 0)
  }

  @Test func `a time is found in its hour, and not outside`() throws {
    #expect(year.step(of: try #require(TimeStamp("2030-01-01T00:59"))) == 0)
    #expect(year.step(of: try #require(TimeStamp("2030-12-31T23:00"))) == 8759)
    #expect(year.step(of: try #require(TimeStamp("2031-01-01"))) == nil)
    #expect(year.step(of: try #require(TimeStamp("2029-12-31T23:59"))) == nil)
  }

  @Test func `a window knows its steps within the model`() {
    let window = Horizon(start: year.time(of: 100), hours: 48)
    #expect(window.within(model: year) == 100..<148)
    #expect(Horizon(start: year.time(of: 8750), hours: 20).within(model: year) == nil)
    #expect(Horizon(start: year.time(of: -1), hours: 20).within(model: year) == nil)
    let shifted = TimeStamp(minutes: year.start.minutes + 30)
    #expect(Horizon(start: shifted, hours: 2).within(model: year) == nil)
  }

  @Test func `no hours have no days`() {
    let none = Horizon(start: year.start, hours: -5)
    #expect(none.hours == 0 && none.dayRanges.isEmpty && none.monthRanges.isEmpty)
  }
}
