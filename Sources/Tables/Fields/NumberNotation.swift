/// How numbers are written in a table made by hand, and what they are as plain numbers.
package struct NumberNotation: Sendable, Hashable {
  /// What parts the whole from its decimals.
  package enum Decimal: Sendable, Hashable {
    /// A point, as in 1234.5.
    case point
    /// A comma, as in 1.234,5.
    case comma
    /// The cells of the table do not tell: 1,234 may be either.
    case unclear
  }

  /// What a text that is no plain number was read as.
  package struct Reading: Sendable, Hashable {
    /// The plain number.
    package let plain: String
    /// How it was read, as the end of a sentence.
    package let how: String
  }

  /// What parts the whole from its decimals.
  package let decimal: Decimal

  /// A notation with a decimal sign.
  package init(decimal: Decimal) { self.decimal = decimal }

  /// The notation of plain numbers.
  package static let plain = NumberNotation(decimal: .point)

  /// The notation that all the cells of a table agree on.
  ///
  /// A comma parts decimals where some cell leaves no other reading and no cell has a decimal point.
  package static func of(_ cells: some Sequence<String>) -> NumberNotation {
    var (points, commas, groups) = (false, false, false)
    for cell in cells where cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) {
      guard let shape = Shape(cell) else { continue }
      switch (shape.commas, shape.points) {
      case (1, 0):
        if shape.isGrouped { groups = true } else { commas = true }
      case (0, 1): points = points || !shape.isGrouped
      case (0, _): commas = true
      case (_, 0): points = true
      default: if shape.endsWithComma { commas = true } else { points = true }
      }
    }
    if commas { return NumberNotation(decimal: points ? .unclear : .comma) }
    return NumberNotation(decimal: groups && !points ? .unclear : .point)
  }

  /// The reading of a text, nil where it is a plain number or none at all; a fault where it has two readings.
  ///
  /// A unit behind the number, a percent sign included, is converted to the unit that is wanted.
  package func read(_ text: String, unit wanted: String = "") -> Result<Reading, FieldFault>? {
    let isPlain = NumberText.parse(text) != nil
    if isPlain, decimal == .point || !text.contains(".") { return nil }
    let narrow = Self.halfWidth(text)
    let (body, symbol) = Self.parts(of: narrow)
    guard !body.isEmpty else { return nil }
    var ways: [String] = narrow == text ? [] : ["full-width signs"]
    let number: String
    switch plain(body) {
    case .failure(let fault): return .failure(fault)
    case .success(nil): return nil
    case .success(let found?):
      number = found.text
      if let way = found.way { ways.append(way) }
    }
    guard !symbol.isEmpty else {
      return ways.isEmpty ? nil : .success(reading(number, ways))
    }
    switch Self.factor(from: symbol, to: wanted) {
    case .failure(var fault):
      if wanted.isEmpty, let value = NumberText.parse(number), let unit = UnitSymbol.of(symbol) {
        let plain = NumberText.shortest(value * unit.factor)
        fault.fix = "Write \(plain) where \(unit.first) is meant."
      }
      return .failure(fault)
    case .success(nil): return nil
    case .success(let factor?):
      guard let value = NumberText.parse(number) else { return nil }
      // A share of 35 % is 35 ÷ 100, not 35 · 0.01, which is another number.
      let product = factor < 1 ? value / (1 / factor) : value * factor
      let unit = wanted == "pu" ? "a share of 1" : wanted
      let way = factor == 1 ? "the unit \(symbol) left out" : "\(symbol) to \(unit)"
      return .success(reading(NumberText.shortest(product), ways + [way]))
    }
  }

  /// That more cells of a column were read in such ways, as the end of a sentence.
  package static func more(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: "; so is one more cell of the column"
    default: "; so are \(NumberText.grouped(Double(count))) more cells of the column"
    }
  }

  private func reading(_ number: String, _ ways: [String]) -> Reading {
    Reading(plain: number, how: "is read as \(number) (\(ways.joined(separator: ", ")))")
  }

  // MARK: - Parts

  /// The number without separators of groups and with a decimal point; nil where it is none.
  private func plain(_ body: String) -> Result<(text: String, way: String?)?, FieldFault> {
    guard let shape = Shape(body) else { return .success(nil) }
    let isAmbiguous = shape.commas == 1 && shape.points == 0 && shape.isGrouped
    if decimal == .unclear, shape.commas + shape.points > 0 {
      if isAmbiguous || shape.commas + shape.points == 1 { return .failure(Self.twofold(body)) }
    }
    let sign: Character =
      decimal == .comma || decimal == .unclear && shape.endsWithComma ? "," : "."
    guard let text = shape.plain(decimal: sign) else {
      return decimal == .comma && shape.points > 0 ? .failure(Self.twofold(body)) : .success(nil)
    }
    if text == body { return .success((text, nil)) }
    let way = shape.hasGroups(decimal: sign) ? "groups of three digits" : "decimal comma"
    return .success((text, way))
  }

  private static func twofold(_ text: String) -> FieldFault {
    FieldFault(
      rule: "may be a number with decimals or one with groups of three digits",
      fix:
        "Save the table as comma-separated values with a decimal point and no separators of thousands."
    )
  }

  /// The number and the unit behind it.
  private static func parts(of text: String) -> (body: String, symbol: String) {
    let scalars = text.unicodeScalars
    guard let last = scalars.lastIndex(where: { ("0"..."9").contains($0) }) else { return ("", "") }
    let after = scalars.index(after: last)
    func trimmed(_ part: Substring.UnicodeScalarView) -> String {
      var part = part
      while let first = part.first, first.properties.isWhitespace { part.removeFirst() }
      while let last = part.last, last.properties.isWhitespace { part.removeLast() }
      return String(part)
    }
    let symbol = trimmed(scalars[after...])
    // "12 m3" ends in a digit of its unit: what is before is no number then, and is left to the field.
    return (trimmed(scalars[..<after]), symbol)
  }

  /// What a unit is in another; nil where it is no unit, a fault where it is one of another kind.
  private static func factor(
    from symbol: String,
    to wanted: String
  ) -> Result<Double?, FieldFault> {
    guard let from = UnitSymbol.of(symbol), from.offset == 0 else { return .success(nil) }
    // A share a hour or a minute may be written in percent as well.
    let isShare = from.kind == "share" && wanted.hasPrefix("pu")
    // Where no unit is told the field itself says what to write for a percentage.
    if from.kind == "share", wanted.isEmpty { return .success(nil) }
    guard let to = UnitSymbol.of(isShare ? "pu" : wanted), to.offset == 0, from.agrees(with: to)
    else {
      return .failure(
        FieldFault(
          rule: "is in \(symbol)"
            + (wanted.isEmpty ? ", where no unit stands" : ", not in \(wanted)"),
          fix: wanted.isEmpty ? "Write the plain number." : "Write the number in \(wanted)."
        )
      )
    }
    return .success(from.factor / to.factor)
  }

  /// Full-width digits and signs as their usual forms.
  private static func halfWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) }) else {
      return text
    }
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      narrow.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(narrow)
  }
}

/// The digits and signs of a text that may be a number.
private struct Shape {
  /// The digits with signs, without an exponent.
  let sign: String
  let bytes: [UInt8]
  let exponent: String
  var commas = 0
  var points = 0
  private var spaces = 0

  /// The shape of a text; nil where it holds anything but digits and the signs of numbers.
  init?(_ text: String) {
    var rest = text[...]
    sign = rest.first == "-" || rest.first == "+" ? String(rest.removeFirst()) : ""
    let mantissa = rest.prefix { $0 != "e" && $0 != "E" }
    exponent = String(rest.dropFirst(mantissa.count))
    var bytes: [UInt8] = []
    for scalar in mantissa.unicodeScalars {
      switch scalar {
      case "0"..."9": bytes.append(UInt8(ascii: scalar))
      case ",":
        commas += 1
        bytes.append(UInt8(ascii: ","))
      case ".":
        points += 1
        bytes.append(UInt8(ascii: "."))
      case " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}", "_":
        spaces += 1
        bytes.append(UInt8(ascii: " "))
      default: return nil
      }
    }
    guard let first = bytes.first, (48...57).contains(first) || first == 44 || first == 46 else {
      return nil
    }
    self.bytes = bytes
  }

  /// Whether the last of its separators is a comma.
  var endsWithComma: Bool { bytes.last { $0 == 44 || $0 == 46 } == 44 }

  /// Whether it reads as groups of three digits with one separator before the last: `1,234`.
  var isGrouped: Bool {
    let groups = bytes.split(separator: endsWithComma ? 44 : 46, omittingEmptySubsequences: false)
    return groups.count > 1 && groups[0].first != 48 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy { (48...57).contains($0) } }
  }

  /// Whether any sign but the decimal one stands in it.
  func hasGroups(decimal: Character) -> Bool {
    spaces > 0 || (decimal == "." ? commas : points) > 0
  }

  /// The plain number under a decimal sign; nil where its signs make none.
  func plain(decimal: Character) -> String? {
    let mark: UInt8 = decimal == "," ? 44 : 46
    let halves = bytes.split(separator: mark, omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.count < 2 || halves[1].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    var whole = halves[0]
    if let separator = whole.first(where: { !(48...57).contains($0) }) {
      let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count),
        groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
      else { return nil }
      whole = ArraySlice(groups.joined())
    }
    var text = sign + String(decoding: whole, as: UTF8.self)
    if halves.count == 2 { text += "." + String(decoding: halves[1], as: UTF8.self) }
    return NumberText.parse(text + exponent) == nil ? nil : text + exponent
  }
}
