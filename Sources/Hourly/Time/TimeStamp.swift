/// A minute of the civil calendar in the model's fixed time zone (UTC+8, no summer time).
///
/// The Gregorian calendar is extended to all years; a label is the start of its hour.
public struct TimeStamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes since 1970-01-01T00:00 in the model's zone.
  public let minutes: Int

  /// The minute that lies so many minutes after 1970-01-01T00:00.
  public init(minutes: Int) {
    self.minutes = minutes
  }

  /// A date and time of day; fields out of range carry over.
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
    let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
    self.minutes = (days * 24 + hour) * 60 + minute
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DD HH:MM`; nil for anything else.
  public init?(_ text: String) {
    var copy = text
    guard let stamp = copy.withUTF8({ Self.parse($0[...]) }) else { return nil }
    self = stamp
  }

  /// The year, such as 2030.
  public var year: Int { date.year }
  /// The month, 1…12.
  public var month: Int { date.month }
  /// The day of the month, 1…31.
  public var day: Int { date.day }
  /// The hour of the day, 0…23.
  public var hour: Int { floorModulo(minutes, 1440) / 60 }
  /// The minute of the hour, 0…59.
  public var minute: Int { floorModulo(minutes, 60) }
  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { floorModulo(floorDivide(minutes, 1440) + 3, 7) + 1 }
  /// The day of the year, 1…366.
  public var dayOfYear: Int {
    floorDivide(minutes, 1440) - CivilDate(year: date.year, month: 1, day: 1).daysSinceEpoch + 1
  }

  /// The date without the time of day.
  package var date: CivilDate { CivilDate(daysSinceEpoch: floorDivide(minutes, 1440)) }

  /// The minute so many hours later.
  public func adding(hours: Int) -> TimeStamp {
    TimeStamp(minutes: minutes + 60 * hours)
  }

  /// Whole hours from another time to this one, rounded down.
  public func hours(since other: TimeStamp) -> Int {
    floorDivide(minutes - other.minutes, 60)
  }

  /// The time as `YYYY-MM-DDTHH:MM`.
  public var description: String { "\(date)T\(twoDigits(hour)):\(twoDigits(minute))" }

  /// Orders from early to late.
  public static func < (left: TimeStamp, right: TimeStamp) -> Bool { left.minutes < right.minutes }
}
