import Hourly
import Tables

/// How a workbook shows a number: what kind of thing it is.
enum NumberFormat: Sendable, Hashable {
  /// A number as it stands.
  case general
  /// A number with at least so many decimals.
  case decimals(Int)
  /// A share in percent.
  case percent
  /// A date, a time of day, or both.
  case date(hasDay: Bool, hasTime: Bool)

  /// A format by the number that the workbooks of all programs share.
  init(builtIn number: Int) {
    switch number {
    case 2: self = .decimals(2)
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date(hasDay: true, hasTime: false)
    case 18...21, 32...35, 45...47, 55, 56: self = .date(hasDay: false, hasTime: true)
    case 22: self = .date(hasDay: true, hasTime: true)
    default: self = .general
    }
  }

  /// A format by its code, such as `yyyy/m/d h:mm`, `0.00 %` or `#,##0`.
  init(code: String) {
    let plain = Self.withoutLiterals(code)
    if plain.contains("%") {
      self = .percent
      return
    }
    let letters = Set(plain.lowercased().unicodeScalars)
    let (hasDay, hasHour) = (!letters.isDisjoint(with: ["y", "d"]), letters.contains("h"))
    if hasDay || hasHour || letters.contains("s") && letters.contains("m") {
      self = .date(hasDay: hasDay, hasTime: hasHour)
    } else if letters == ["m"] {
      self = .date(hasDay: true, hasTime: false)
    } else if plain.hasPrefix("0."), plain.dropFirst(2).allSatisfy({ $0 == "0" }),
      (3...11).contains(plain.utf8.count)
    {
      self = .decimals(plain.utf8.count - 2)
    } else {
      self = .general
    }
  }

  /// The first section of a code without texts in quotes, escaped signs, colours and conditions.
  private static func withoutLiterals(_ code: String) -> String {
    var result = ""
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for sign in code {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = sign != "\""
      } else if isBracketed {
        isBracketed = sign != "]"
      } else {
        switch sign {
        case "\\", "_", "*": isEscaped = true
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case ";": return result.lowercased() == "general" ? "" : result
        default: result.append(sign)
        }
      }
    }
    return result.lowercased() == "general" ? "" : result
  }

  /// The text of a number under this format; nil for a date that there is none of.
  func text(of value: Double, startsIn1904: Bool) -> String? {
    let shortest = NumberText.shortest(value)
    switch self {
    case .general: return shortest
    case .percent: return Self.shifted(shortest) + "%"
    case .decimals(let count):
      let fixed = NumberText.fixed(value, decimals: count)
      return NumberText.parse(fixed) == value ? fixed : shortest
    case .date(let hasDay, let hasTime):
      return Self.date(value, hasDay, hasTime, startsIn1904)
    }
  }

  /// A date as `2030-01-31`, a date with time as `2030-01-31T08:00`, a time of day as `8:00`.
  private static func date(
    _ value: Double,
    _ hasDay: Bool,
    _ hasTime: Bool,
    _ startsIn1904: Bool
  ) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    let seconds = (value * 86_400).rounded()
    let isWhole = abs(seconds - 60 * (seconds / 60).rounded()) < 1.5
    guard isWhole, let minutes = WholeNumber.rounded(seconds / 60) else { return nil }
    let time = (hour: minutes % 1440 / 60, minute: minutes % 60)
    let clock = "\(time.minute < 10 ? "0" : "")\(time.minute)"
    if !hasDay, minutes < 1440 { return "\(time.hour):\(clock)" }
    var day = minutes / 1440
    // Day 60 of the older calendar is a 29 February 1900 that never was.
    if startsIn1904 { day += 1462 } else if day == 60 { return nil } else if day < 60 { day += 1 }
    let epoch = CivilDate(year: 1899, month: 12, day: 30).daysSinceEpoch
    let date = CivilDate(daysSinceEpoch: epoch + day).description
    guard hasTime || minutes % 1440 != 0 else { return date }
    return "\(date)T\(time.hour < 10 ? "0" : "")\(time.hour):\(clock)"
  }

  /// A hundred times a number, by moving the point in its digits.
  private static func shifted(_ text: String) -> String {
    guard !text.contains("e"), !text.contains("E") else {
      return NumberText.shortest((NumberText.parse(text) ?? 0) * 100)
    }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    let decimals = (parts.count > 1 ? String(parts[1]) : "") + "00"
    var whole = (String(parts[0]) + decimals.prefix(2))[...]
    while whole.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
    var rest = decimals.dropFirst(2)
    while rest.hasSuffix("0") { rest.removeLast() }
    return sign + whole + (rest.isEmpty ? "" : "." + rest)
  }
}
