import Tables

/// Reads the labels of rows of a series.
enum SeriesTime {
  /// A label as it was written.
  struct Label: Sendable {
    /// What a time was written as, where more than one program writes it so.
    enum Form: Sendable {
      /// A date with a time of day.
      case usual
      /// 24:00, which only the end of a day can be.
      case endOfDay
      /// The day number of a spreadsheet.
      case serial
    }

    let time: TimeStamp
    var form = Form.usual
  }

  /// The time in a range of bytes, nil if it is none.
  ///
  /// Besides the three forms of `TimeStamp`: full seconds, the zone `+08:00`, dates with `/`, `.` or 年月日,
  /// numbers without zeros before them, 24:00, and the day numbers of spreadsheets.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> Label? {
    if let time = TimeStamp.parse(bytes[start..<end]) { return Label(time: time) }
    guard end - start >= 5, end - start <= 40 else { return nil }
    if let number = NumberText.parse(bytes, from: start, to: end) { return serial(number) }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    return handWritten(text)
  }

  /// A day number: days since 1899-12-30, so that 1 March 1900 is 61; a compact date 20300101 is none.
  private static func serial(_ number: Double) -> Label? {
    if let digits = WholeNumber.exactly(number, in: 1000_01_01...9999_12_31) {
      let date = (year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
      return stamp([date.year, date.month, date.day], [0, 0]).map { Label(time: $0) }
    }
    // From 1954 to 2119: nothing else that heads a row of a year is such a number.
    guard (20_000...80_000).contains(number) else { return nil }
    let minutes = number * 1440
    guard let whole = WholeNumber.rounded(minutes), abs(minutes - Double(whole)) < 0.02 else {
      return nil
    }
    let epoch = CivilDate(year: 1899, month: 12, day: 30).daysSinceEpoch
    return Label(time: TimeStamp(minutes: epoch * 1440 + whole), form: .serial)
  }

  /// Reads `2030/1/1 0:00`, `2030年1月1日 0时`, `2030-01-01 24:00` and the like.
  private static func handWritten(_ written: String) -> Label? {
    var text = written
    if text.hasSuffix("+08:00") { text.removeLast(6) }
    for (mark, sign) in [
      ("年", "-"), ("月", "-"), ("日", " "), ("时", ":"), ("点", ":"), ("分", ""), ("/", "-"),
      (".", "-"), ("T", " "),
    ] { text = text.replacing(mark, with: sign) }
    let halves = text.split(separator: " ")
    guard (1...2).contains(halves.count) else { return nil }
    let date = halves[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    var clock: [Int?] = [0, 0]
    if halves.count == 2 { clock = halves[1].split(separator: ":").map { Int($0) } }
    if clock.count == 1, halves[1].hasSuffix(":") { clock.append(0) }
    if clock.count == 3, clock[2] == 0 { clock.removeLast() }
    let parts = (date + clock).compactMap(\.self)
    guard date.count == 3, clock.count == 2, parts.count == 5 else { return nil }
    let isEnd = parts[3] == 24 && parts[4] == 0
    guard let time = stamp(Array(parts[..<3]), isEnd ? [0, 0] : Array(parts[3...])) else {
      return nil
    }
    return isEnd ? Label(time: time.adding(hours: 24), form: .endOfDay) : Label(time: time)
  }

  /// A date and time of day; nil where there is no such time.
  private static func stamp(_ date: [Int], _ clock: [Int]) -> TimeStamp? {
    let (year, month, day) = (date[0], date[1], date[2])
    guard (1000...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.days(inMonth: month, of: year),
      (0..<24).contains(clock[0]), (0..<60).contains(clock[1])
    else { return nil }
    return TimeStamp(year: year, month: month, day: day, hour: clock[0], minute: clock[1])
  }

  /// Whether a text is a date that ends in its year, in which day and month may be either.
  static func isTwofold(_ text: String) -> Bool {
    let parts = text.prefix { $0 != " " }.split { "/-.".contains($0) }
    return parts.count == 3 && parts[2].count == 4 && parts.allSatisfy { Int($0) != nil }
  }
}
