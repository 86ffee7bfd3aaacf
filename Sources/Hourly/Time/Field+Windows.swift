package import Tables

extension Field {
  /// A list of ranges of days, such as `04-01..04-20; 09-05..09-15`.
  package static func window(
    _ name: String,
    _ path: any WritableKeyPath<Root, [CalendarWindow]> & Sendable,
    required: Bool = false,
    _ documentation: String,
    source: String = ""
  ) -> Field {
    Field(
      FieldDescription(
        name: name,
        type: "date ranges",
        defaultText: nil,
        range: nil,
        isRequired: required,
        documentation: documentation,
        source: source
      )
    ) { text, root in
      guard let windows = CalendarWindow.list(text) else {
        return FieldFault(
          rule: "must be a list of date ranges",
          mend: "Write MM-DD..MM-DD, several with `;` between: 04-01..04-20; 09-05..09-15."
        )
      }
      root[keyPath: path] = windows
      return nil
    } shown: {
      $0[keyPath: path].map(\.description).joined(separator: "; ")
    }
  }
}
