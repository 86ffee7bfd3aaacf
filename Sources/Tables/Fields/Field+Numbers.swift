extension Field {
  /// The range in which every finite number lies.
  package static var anyNumber: ClosedRange<Double> {
    NumberRule.any
  }

  /// A quantity with a unit of its own, such as a `Power`.
  package static func quantity<Value: Quantity>(
    _ name: String,
    _ path: any WritableKeyPath<Root, Value> & Sendable,
    in range: ClosedRange<Double> = Self.anyNumber,
    required: Bool = false,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    let unit = unit ?? Value.unit ?? UnitSuffix.unit(of: name)
    let rule = NumberRule(in: range, unit: unit?.symbol ?? "")
    return Field(
      FieldDescription(
        name: name,
        unit: unit,
        type: "number",
        defaultText: nil,
        range: rule.rangeText,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      switch rule.read(text) {
      case .success(let number):
        root[keyPath: path] = Value(number)
        return nil
      case .failure(let fault): return fault
      }
    } shown: {
      NumberText.shortest($0[keyPath: path].value)
    }
  }

  /// A number whose unit the name carries, as in `ramp_pu_per_hour`.
  package static func number(
    _ name: String,
    _ path: any WritableKeyPath<Root, Double> & Sendable,
    in range: ClosedRange<Double> = Self.anyNumber,
    required: Bool = false,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    quantity(name, path, in: range, required: required, unit: unit, documentation, source: source)
  }

  /// A number that may be left out: an empty cell keeps the prototype's value, usually nil.
  package static func optional<Value: Quantity>(
    _ name: String,
    _ path: any WritableKeyPath<Root, Value?> & Sendable,
    in range: ClosedRange<Double> = Self.anyNumber,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    let unit = unit ?? Value.unit ?? UnitSuffix.unit(of: name)
    let rule = NumberRule(in: range, unit: unit?.symbol ?? "")
    return Field(
      FieldDescription(
        name: name,
        unit: unit,
        type: "number",
        defaultText: nil,
        range: rule.rangeText,
        isRequired: false,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      switch rule.read(text) {
      case .success(let number):
        root[keyPath: path] = Value(number)
        return nil
      case .failure(let fault): return fault
      }
    } shown: {
      $0[keyPath: path].map { NumberText.shortest($0.value) }
    }
  }

  /// A whole number.
  package static func integer(
    _ name: String,
    _ path: any WritableKeyPath<Root, Int> & Sendable,
    in range: ClosedRange<Int> = 0...1_000_000_000,
    required: Bool = false,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    integerField(
      name,
      in: range,
      required: required,
      unit: unit,
      documentation,
      source: source,
      set: { $1[keyPath: path] = $0 },
      get: { $0[keyPath: path] }
    )
  }

  /// A whole number that may be left out: an empty cell keeps the prototype's value, usually nil.
  package static func optionalInteger(
    _ name: String,
    _ path: any WritableKeyPath<Root, Int?> & Sendable,
    in range: ClosedRange<Int> = 0...1_000_000_000,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    integerField(
      name,
      in: range,
      required: false,
      unit: unit,
      documentation,
      source: source,
      set: { $1[keyPath: path] = $0 },
      get: { $0[keyPath: path] }
    )
  }

  /// Makes either kind of field of whole numbers.
  private static func integerField(
    _ name: String,
    in range: ClosedRange<Int>,
    required: Bool,
    unit: Unit?,
    _ documentation: String,
    source: String,
    set: @escaping @Sendable (Int, inout Root) -> Void,
    get: @escaping @Sendable (Root) -> Int?
  ) -> Field {
    let unit = unit ?? UnitSuffix.unit(of: name)
    let rule = NumberRule(
      in: Double(range.lowerBound)...Double(range.upperBound),
      unit: unit?.symbol ?? ""
    )
    return Field(
      FieldDescription(
        name: name,
        unit: unit,
        type: "integer",
        defaultText: nil,
        range: rule.rangeText,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      switch rule.read(text) {
      case .success(let number):
        guard let whole = WholeNumber.exactly(number, in: range) else {
          return FieldFault(
            rule: "must be a whole number",
            mend: "Write \(NumberText.shortest(number.rounded())), for example."
          )
        }
        set(whole, &root)
        return nil
      case .failure(var fault):
        if NumberText.parse(text) == nil { fault.mend = "Write a whole number." }
        return fault
      }
    } shown: {
      get($0).map { String($0) }
    }
  }
}
