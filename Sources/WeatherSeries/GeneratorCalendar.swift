import Tables

/// The days of one year of 365 days, as the generator sees them; 29 February is left out.
struct GeneratorCalendar: Sendable {
  /// One day of the year.
  struct Day: Sendable {
    /// From 1 to 12.
    let month: Int
    /// From 1 to 31.
    let day: Int
    /// 0 is Monday.
    let weekday: Int
    /// Position between the middles of months: 0 is mid-January, 11.5 the end of December.
    let position: Double

    /// A value for this day between those of the two nearest mid-months.
    func between(_ monthly: [Double]) -> Double {
      let (low, high, part) = span
      return monthly[low] * (1 - part) + monthly[high] * part
    }

    /// The two nearest months, counted from 0, and how far this day is on the way between them.
    var span: (low: Int, high: Int, part: Double) {
      let below = position.rounded(.down)
      let low = (WholeNumber.nearest(below, in: -12...12) + 12) % 12
      return (low, (low + 1) % 12, position - below)
    }
  }

  static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  let year: Int
  let days: [Day]

  init(year: Int) {
    self.year = year
    var days: [Day] = []
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    var weekday = Self.firstWeekday(of: year)
    for month in 1...12 {
      let length = Self.lengths[month - 1]
      for day in 1...length {
        let position = Double(month - 1) + (Double(day) - 0.5) / Double(length) - 0.5
        days.append(Day(month: month, day: day, weekday: weekday, position: position))
        weekday = (weekday + 1) % 7
      }
      if isLeap && month == 2 { weekday = (weekday + 1) % 7 }
    }
    self.days = days
  }

  /// The index of a day, counted from 0.
  func index(month: Int, day: Int) -> Int {
    Self.lengths.prefix(month - 1).reduce(0, +) + day - 1
  }

  /// The time label of an hour of the year, its start: `2030-01-01T00:00`.
  func label(hour: Int) -> String {
    let day = days[hour / 24]
    return "\(year)-\(Self.two(day.month))-\(Self.two(day.day))T\(Self.two(hour % 24)):00"
  }

  private static func two(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }

  /// The weekday of 1 January; 1 January 2018 was a Monday.
  private static func firstWeekday(of year: Int) -> Int {
    func days(before year: Int) -> Int {
      let past = year - 1
      return past * 365 + past / 4 - past / 100 + past / 400
    }
    return ((days(before: year) - days(before: 2018)) % 7 + 7) % 7
  }
}
