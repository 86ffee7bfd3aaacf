extension Field {
  /// A text such as a name.
  package static func text(
    _ name: String,
    _ path: any WritableKeyPath<Root, String> & Sendable,
    required: Bool = false,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "text",
        defaultText: nil,
        range: nil,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      root[keyPath: path] = text
      return nil
    } shown: {
      $0[keyPath: path]
    }
  }

  /// A name, which must do as a column name and in a `--set` path.
  package static func name(
    _ name: String,
    _ path: any WritableKeyPath<Root, String> & Sendable,
    required: Bool = true,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "name",
        defaultText: nil,
        range: nil,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      if let fault = NameRule.check(text) { return fault }
      root[keyPath: path] = text
      return nil
    } shown: {
      $0[keyPath: path]
    }
  }

  /// A text that may be left out: an empty cell keeps the prototype's value, usually nil.
  package static func optionalText(
    _ name: String,
    _ path: any WritableKeyPath<Root, String?> & Sendable,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "text",
        defaultText: nil,
        range: nil,
        isRequired: false,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      root[keyPath: path] = text
      return nil
    } shown: {
      $0[keyPath: path]
    }
  }

  /// One of a few words.
  package static func choice<Value>(
    _ name: String,
    _ path: any WritableKeyPath<Root, Value> & Sendable,
    required: Bool = false,
    _ documentation: String,
    source: String = ""
  ) -> Field
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    return Field(
      FieldDescription(
        name: name,
        type: words.joined(separator: "|"),
        defaultText: nil,
        range: nil,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      guard let value = Value(rawValue: text) else {
        return FieldFault(
          rule: "must be one of \(words.joined(separator: ", "))",
          mend: NearestName.of(text, among: words).map { "Did you mean `\($0)`?" }
            ?? "Write one of them."
        )
      }
      root[keyPath: path] = value
      return nil
    } shown: {
      $0[keyPath: path].rawValue
    }
  }

  /// One of a few words, or none: an empty cell keeps the prototype's value, usually nil.
  package static func optionalChoice<Value>(
    _ name: String,
    _ path: any WritableKeyPath<Root, Value?> & Sendable,
    _ documentation: String
  ) -> Field
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    let description = FieldDescription(
      name: name,
      type: words.joined(separator: "|"),
      documentation: documentation
    )
    return Field(description) { text, root in
      guard let value = Value(rawValue: text) else {
        return FieldFault(
          rule: "must be one of \(words.joined(separator: ", "))",
          mend: NearestName.of(text, among: words).map { "Did you mean `\($0)`?" }
            ?? "Write one of them."
        )
      }
      root[keyPath: path] = value
      return nil
    } shown: {
      $0[keyPath: path]?.rawValue
    }
  }

  /// A yes or no.
  package static func flag(
    _ name: String,
    _ path: any WritableKeyPath<Root, Bool> & Sendable,
    required: Bool = false,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "yes/no",
        defaultText: nil,
        range: nil,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      guard let value = YesNo.parse(text) else { return YesNo.fault }
      root[keyPath: path] = value
      return nil
    } shown: {
      $0[keyPath: path] ? "yes" : "no"
    }
  }
}

/// Reads yes and no.
package enum YesNo {
  /// What is wrong with a text that is neither.
  package static let fault = FieldFault(rule: "must be yes or no", mend: "Write `yes` or `no`.")

  /// The claim a text makes: yes, true or 1, no, false or 0, in any case; nil for another text.
  package static func parse(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "1": true
    case "no", "false", "0": false
    default: nil
    }
  }
}
