/// The hours that are modelled: a start and a number of hourly steps.
public struct Horizon: Sendable, Hashable {
  /// The start of the first hour.
  public let start: TimeStamp
  /// The number of hours.
  public let hours: Int

  /// A horizon of so many hours from a start; a negative number counts as none.
  public init(start: TimeStamp, hours: Int) {
    self.start = start
    self.hours = max(0, hours)
  }

  /// The steps, one an hour, from 0.
  public var steps: Range<Int> { 0..<hours }

  /// The start of the hour after the last.
  public var end: TimeStamp { start.adding(hours: hours) }

  /// The start of a step.
  public func time(of step: Int) -> TimeStamp { start.adding(hours: step) }

  /// The month a step lies in, 1…12.
  public func monthOf(_ step: Int) -> Int { time(of: step).month }

  /// The hour of the day at which a step starts, 0…23.
  public func hourOfDay(_ step: Int) -> Int { time(of: step).hour }

  /// The steps of each calendar day in order; the first and the last may be partial.
  public var dayRanges: [Range<Int>] { dayRanges(from: 0) }

  /// The steps of each day that begins at an hour of the clock; the first and the last may be partial.
  package func dayRanges(from hour: Int) -> [Range<Int>] {
    ranges { $0.adding(hours: (hour - $0.hour + 23) % 24 + 1) }
  }

  /// The steps of each calendar month in order; the first and the last may be partial.
  public var monthRanges: [Range<Int>] {
    ranges { time in
      time.month == 12
        ? TimeStamp(year: time.year + 1, month: 1, day: 1)
        : TimeStamp(year: time.year, month: time.month + 1, day: 1)
    }
  }

  /// The step in which a time lies, or nil if it lies outside.
  public func step(of time: TimeStamp) -> Int? {
    let step = time.hours(since: start)
    return steps.contains(step) ? step : nil
  }

  /// The steps of a model's horizon that this window covers, or nil if it is not inside.
  public func within(model: Horizon) -> Range<Int>? {
    guard floorModulo(start.minutes - model.start.minutes, 60) == 0 else { return nil }
    let first = start.hours(since: model.start)
    guard first >= 0, first + hours <= model.hours else { return nil }
    return first..<first + hours
  }

  /// Cuts the steps where a period ends.
  private func ranges(periodEnd: (TimeStamp) -> TimeStamp) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    while first < hours {
      let time = time(of: first)
      let gap = periodEnd(time).minutes - start.minutes
      let next = min(hours, max(first + 1, floorDivide(gap + 59, 60)))
      result.append(first..<next)
      first = next
    }
    return result
  }
}
