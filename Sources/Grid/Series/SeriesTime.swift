/// Reads the labels of hourly rows.
enum SeriesTime {
  /// The time in a range of bytes, nil if it is none.
  ///
  /// Besides the three forms of `TimeStamp`, full seconds (`:00`), the zone `+08:00` and the
  /// spreadsheet's `2030/1/1 0:00` are accepted.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> TimeStamp? {
    if let time = TimeStamp.parse(bytes[start..<end]) { return time }
    guard end - start >= 8, end - start <= 25 else { return nil }
    var text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]),
      as: UTF8.self
    )
    if text.hasSuffix("+08:00") { text.removeLast(6) }
    if text.utf8.count == 19, text.hasSuffix(":00") { text.removeLast(3) }
    if let time = TimeStamp(text) { return time }
    return spreadsheet(text)
  }

  /// Reads `2030/1/1 0:00` or `2030/1/1`, with or without seconds.
  private static func spreadsheet(_ text: String) -> TimeStamp? {
    let halves = text.split(separator: " ")
    guard (1...2).contains(halves.count) else { return nil }
    let date = halves[0].split(separator: "/").map { Int($0) }
    guard
      date.count == 3, let year = date[0], let month = date[1], let day = date[2],
      (1000...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    guard halves.count == 2 else { return TimeStamp(year: year, month: month, day: day) }
    let clock = halves[1].split(separator: ":").map { Int($0) }
    guard
      (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1],
      (0..<24).contains(hour), (0..<60).contains(minute), clock.count == 2 || clock[2] == 0
    else { return nil }
    return TimeStamp(year: year, month: month, day: day, hour: hour, minute: minute)
  }
}
