import Tables

extension NetworkSource {
  /// The number of an attribute; infinity may be written as `inf`.
  mutating func number(
    _ component: ForeignComponent,
    _ attribute: String,
    _ absent: Double
  ) -> Double {
    guard let text = text(component, attribute) else { return absent }
    switch Self.read(text) {
    case .success(let number): return number
    case .failure(let fault): return refuse(component, attribute, text, fault, absent)
    }
  }

  /// The whole hours of an attribute.
  mutating func hours(
    _ component: ForeignComponent,
    _ attribute: String,
    _ absent: Int,
    in range: ClosedRange<Int> = 0...8760
  ) -> Int {
    let number = number(component, attribute, Double(absent))
    if let hours = WholeNumber.exactly(number, in: range) { return hours }
    return refuse(
      component,
      attribute,
      text(component, attribute) ?? "",
      FieldFault(
        rule: "must be whole hours from \(range.lowerBound) to \(range.upperBound)",
        fix: "Write a whole number of hours, or leave the cell empty."
      ),
      absent
    )
  }

  /// Logs why the text of an attribute cannot be used, and answers what stands for it.
  private mutating func refuse<Value>(
    _ component: ForeignComponent,
    _ attribute: String,
    _ text: String,
    _ fault: FieldFault,
    _ absent: Value
  ) -> Value {
    log.error(
      at: place(of: component, attribute),
      field: attribute,
      value: text,
      rule: fault.rule,
      fix: fault.fix
    )
    return absent
  }

  /// A number as PyPSA writes it, or what is wrong with the text.
  static func read(_ text: String) -> Result<Double, FieldFault> {
    guard let number = number(text) else {
      return .failure(
        FieldFault(rule: "must be a number", fix: "Write a number, or leave the cell empty.")
      )
    }
    return fault(of: number).map { .failure($0) } ?? .success(number)
  }

  /// What is wrong with a number that is none to calculate with.
  static func fault(of number: Double) -> FieldFault? {
    number.isFinite ? NumberRule(in: NumberRule.any, unit: "").check(number) : nil
  }

  /// A number as PyPSA writes it.
  static func number(_ text: String) -> Double? {
    switch text.lowercased() {
    case "inf", "+inf", "infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: NumberText.parse(text)
    }
  }
}
