/// Reads a number that must be finite and lie in a range, and explains what is wrong otherwise.
package struct NumberRule: Sendable, Hashable {
  /// The range the number must lie in.
  package let range: ClosedRange<Double>
  /// The unit's symbol, empty for none.
  package let unit: String

  /// The least number but 0 that is read: products of smaller ones vanish, or cannot be divided by.
  package static let least = 1e-100

  /// The range in which every finite number lies.
  package static let any = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  /// Makes a rule.
  package init(in range: ClosedRange<Double>, unit: String) {
    self.range = range
    self.unit = unit
  }

  /// The range as text, nil if every finite number lies in it.
  package var rangeText: String? {
    let lower = range.lowerBound.isFinite && range.lowerBound > -Double.greatestFiniteMagnitude
    let upper = range.upperBound.isFinite && range.upperBound < Double.greatestFiniteMagnitude
    switch (lower, upper) {
    case (true, true):
      return "\(NumberText.shortest(range.lowerBound))...\(NumberText.shortest(range.upperBound))"
    case (true, false): return "at least \(NumberText.shortest(range.lowerBound))"
    case (false, true): return "at most \(NumberText.shortest(range.upperBound))"
    case (false, false): return nil
    }
  }

  /// The number in a text, or what is wrong with it.
  package func read(_ text: String) -> Result<Double, FieldFault> {
    guard let number = NumberText.parse(text) else { return .failure(notNumber(text)) }
    if let fault = check(number) { return .failure(fault) }
    return .success(number)
  }

  /// What is wrong with a number, nil if it lies in the range.
  package func check(_ number: Double) -> FieldFault? {
    if number != 0, abs(number) < Self.least {
      return FieldFault(
        rule: "is too small to be told from 0",
        fix: "Write 0, or a number of 1e-100 or more."
      )
    }
    if range.contains(number) { return nil }
    let rule: String
    switch rangeText {
    case .some(let text) where text.hasPrefix("at"): rule = "must be \(text)"
    case .some(let text): rule = "must lie in \(text)"
    case nil: rule = "must be a finite number"
    }
    return FieldFault(rule: rule, fix: fix(number))
  }

  /// What to do about a number outside the range; a slip of units is named.
  private func fix(_ number: Double) -> String {
    let isShare = range.upperBound == 1 && range.lowerBound >= 0
    if isShare, number > 1, number < 2 { return "Write at most 1: the number is a share." }
    if isShare, number > 1, number <= 100 {
      return "Did you mean \(NumberText.shortest(number / 100))? The number is a share of 1."
    }
    if range.lowerBound >= 0, number < 0 { return "Write a number that is not negative." }
    let bound = number > range.upperBound ? range.upperBound : range.lowerBound
    guard bound != 0, number != 0 else { return "Write a number in the range." }
    let factor = max(abs(number / bound), abs(bound / number))
    guard factor >= 100 else { return "Write a number in the range." }
    return "It is \(NumberText.shortest(factor.rounded())) times beyond the range: "
      + "check the unit\(unit.isEmpty ? "" : " (\(unit) is meant)"). \(slip)"
  }

  /// The slips of unit that are usual for this one.
  private var slip: String {
    switch unit {
    case "MW": "10 MW are 1 万千瓦, 1000 MW are 1 GW, 1 MW is 1000 kW."
    case "MWh": "1 亿千瓦时 is 100,000 MWh, 1 万千瓦时 is 10 MWh, 1 GWh is 1000 MWh."
    default: "1 亿 is 10,000 万; 1 GW is 1000 MW; 1 MW is 1000 kW."
    }
  }

  /// What is wrong with a text that is no finite number.
  private func notNumber(_ text: String) -> FieldFault {
    let plain = text.lowercased().filter { $0 != " " }
    if plain.isEmpty { return FieldFault(rule: "must be a number", fix: "Write it in this cell.") }
    if plain.hasSuffix("%") || plain.hasSuffix("％") {
      if let number = NumberText.parse(String(plain.dropLast())) {
        return FieldFault(
          rule: "must be a number without a percent sign",
          fix: "Did you mean \(NumberText.shortest(number / 100))?"
        )
      }
    }
    if ["nan", ".nan", "n/a", "na", "-", "null"].contains(plain) {
      return FieldFault(
        rule: "must be a number",
        fix: "Write a number; leave it empty only where there is a default."
      )
    }
    if plain.contains("inf") || Double(plain)?.isInfinite == true {
      return FieldFault(rule: "must be a finite number", fix: "Write a large number instead.")
    }
    if case .success(let reading)? = NumberNotation.plain.read(text, unit: unit) {
      return FieldFault(
        rule: "must be a plain number",
        fix: "Write \(reading.plain), with a point for decimals."
      )
    }
    if case .failure(let fault)? = NumberNotation.plain.read(text, unit: unit) { return fault }
    if case .success(let reading)? = NumberNotation(decimal: .comma).read(text, unit: unit) {
      return FieldFault(
        rule: "must be a number with a decimal point",
        fix: "Write \(reading.plain)."
      )
    }
    return FieldFault(
      rule: "must be a number",
      fix: unit.isEmpty ? "Write a plain number, e.g. 0.35." : "Write a plain number of \(unit)."
    )
  }
}
