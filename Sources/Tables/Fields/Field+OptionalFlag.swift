extension Field {
  /// A yes or no that may be left out: an empty cell keeps the prototype's value, usually nil.
  package static func optionalFlag(
    _ name: String,
    _ path: any WritableKeyPath<Root, Bool?> & Sendable,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "yes/no",
        defaultText: nil,
        range: nil,
        isRequired: false,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      guard let value = YesNo.parse(text) else { return YesNo.fault }
      root[keyPath: path] = value
      return nil
    } shown: {
      $0[keyPath: path].map { $0 ? "yes" : "no" }
    }
  }
}
