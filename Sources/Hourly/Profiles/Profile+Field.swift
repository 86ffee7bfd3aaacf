package import Tables

extension Profile: FieldValue {
  /// One number for all hours, or the name of a series; the range binds both.
  package static var form: FieldForm<Profile> {
    FieldForm(numbers: "number or series", takesSeries: true) { text, rule in
      if NameRule.looksLikeName(text) { return .success(.series(text)) }
      return rule.read(text).map { .constant($0) }
    } show: {
      switch $0 {
      case .constant(let number): NumberText.shortest(number)
      case .series(let name): name
      }
    }
  }
}
