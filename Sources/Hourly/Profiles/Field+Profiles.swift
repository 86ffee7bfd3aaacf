package import Tables

extension Field {
  /// One number for all hours, or the name of a series; the range binds the number.
  package static func profile(
    _ name: String,
    _ path: any WritableKeyPath<Root, Profile> & Sendable,
    in range: ClosedRange<Double> = Self.anyNumber,
    required: Bool = false,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    profileField(
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

  /// A profile that may be left out: an empty cell keeps the prototype's value, usually nil.
  package static func optionalProfile(
    _ name: String,
    _ path: any WritableKeyPath<Root, Profile?> & Sendable,
    in range: ClosedRange<Double> = Self.anyNumber,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    profileField(
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

  /// Makes either kind of profile field.
  private static func profileField(
    _ name: String,
    in range: ClosedRange<Double>,
    required: Bool,
    unit: Unit?,
    _ documentation: String,
    source: String,
    set: @escaping @Sendable (Profile, inout Root) -> Void,
    get: @escaping @Sendable (Root) -> Profile?
  ) -> Field {
    let unit = unit ?? UnitSuffix.unit(of: name)
    let rule = NumberRule(in: range, unit: unit?.symbol ?? "")
    return Field(
      FieldDescription(
        name: name,
        unit: unit,
        type: "number or series",
        defaultText: nil,
        range: rule.rangeText,
        isRequired: required,
        documentation: documentation,
        source: source,
        seriesRange: range
      )
    ) { text, root in
      if NameRule.looksLikeName(text) {
        set(.series(text), &root)
        return nil
      }
      switch rule.read(text) {
      case .success(let number):
        set(.constant(number), &root)
        return nil
      case .failure(let fault): return fault
      }
    } shown: {
      switch get($0) {
      case .constant(let number): NumberText.shortest(number)
      case .series(let name): name
      case nil: nil
      }
    }
  }
}
