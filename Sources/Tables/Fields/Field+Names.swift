extension Field {
  /// A list of names with `;` between.
  package static func names(
    _ name: String,
    _ path: any WritableKeyPath<Root, [String]> & Sendable,
    required: Bool = true,
    _ documentation: String
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "names",
        isRequired: required,
        documentation: documentation
      )
    ) { text, root in
      let names = text.split(separator: ";").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      if let fault = names.lazy.compactMap({ NameRule.check($0) }).first { return fault }
      root[keyPath: path] = names
      return nil
    } shown: {
      $0[keyPath: path].joined(separator: "; ")
    }
  }
}
