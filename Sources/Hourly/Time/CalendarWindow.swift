/// A range of days of any year, both ends included, such as a maintenance period.
package struct CalendarWindow: Sendable, Hashable, CustomStringConvertible {
  /// The month of the first day, 1…12.
  package let firstMonth: Int
  /// The first day of the window.
  package let firstDay: Int
  /// The month of the last day, 1…12.
  package let lastMonth: Int
  /// The last day of the window.
  package let lastDay: Int

  /// Reads `04-01..04-20`; a window that ends before it starts runs over New Year.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty else { return nil }
    guard let first = Self.day(parts[0]), let last = Self.day(parts[2]) else { return nil }
    (firstMonth, firstDay) = first
    (lastMonth, lastDay) = last
  }

  /// Reads a list such as `04-01..04-20; 09-05..09-15`; nil if a part is not a window.
  package static func list(_ text: String) -> [CalendarWindow]? {
    var result: [CalendarWindow] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      let trimmed = part.filter { $0 != " " }
      if trimmed.isEmpty { continue }
      guard let window = CalendarWindow(trimmed) else { return nil }
      result.append(window)
    }
    return result
  }

  /// Whether a day lies in the window.
  package func contains(month: Int, day: Int) -> Bool {
    let key = month * 32 + day
    let first = firstMonth * 32 + firstDay
    let last = lastMonth * 32 + lastDay
    return first <= last ? (first...last).contains(key) : key >= first || key <= last
  }

  /// Whether the hour that starts at a time lies in the window.
  package func contains(_ time: TimeStamp) -> Bool {
    let date = time.date
    return contains(month: date.month, day: date.day)
  }

  /// The window as it is written.
  package var description: String {
    "\(twoDigits(firstMonth))-\(twoDigits(firstDay))..\(twoDigits(lastMonth))-\(twoDigits(lastDay))"
  }

  /// Reads `MM-DD`; 29 February is a day.
  private static func day(_ text: Substring) -> (month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard
      parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let month = Int(parts[0]), let day = Int(parts[1]), (1...12).contains(month),
      day >= 1, day <= CivilDate.days(inMonth: month, of: 2000)
    else { return nil }
    return (month, day)
  }
}
