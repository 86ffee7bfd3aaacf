extension TimeStamp {
  /// Reads the three accepted forms from bytes; nil for anything else or an impossible date.
  package static func parse(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> TimeStamp? {
    let base = bytes.startIndex
    guard bytes.count == 10 || bytes.count == 16 else { return nil }
    func number(_ offset: Int, _ digits: Int) -> Int? {
      var result = 0
      for position in base + offset..<base + offset + digits {
        let digit = Int(bytes[position]) - 48
        guard (0...9).contains(digit) else { return nil }
        result = result * 10 + digit
      }
      return result
    }
    let dash = UInt8(ascii: "-")
    guard
      bytes[base + 4] == dash, bytes[base + 7] == dash, let year = number(0, 4),
      let month = number(5, 2), let day = number(8, 2), (1...12).contains(month),
      day >= 1, day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    if bytes.count == 10 { return TimeStamp(year: year, month: month, day: day) }
    guard
      bytes[base + 10] == UInt8(ascii: "T") || bytes[base + 10] == UInt8(ascii: " "),
      bytes[base + 13] == UInt8(ascii: ":"), let hour = number(11, 2), let minute = number(14, 2),
      hour < 24, minute < 60
    else { return nil }
    return TimeStamp(year: year, month: month, day: day, hour: hour, minute: minute)
  }
}
