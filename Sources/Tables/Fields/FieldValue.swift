/// A value that a field can hold: it knows how it is read and shown.
package protocol FieldValue: Sendable {
  /// How it is usually written.
  static var form: FieldForm<Self> { get }
}

/// A value of which a field can hold a list.
package protocol FieldListItem: Sendable {
  /// How the list is usually written.
  static var listForm: FieldForm<[Self]> { get }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  /// That of the value, which may be left out.
  package static var form: FieldForm<Wrapped?> { Wrapped.form.optional }
}

extension Array: FieldValue where Element: FieldListItem {
  /// That of the list.
  package static var form: FieldForm<[Element]> { Element.listForm }
}

// MARK: - Numbers

extension FieldValue where Self: Quantity {
  /// A number in the unit of the quantity.
  package static var form: FieldForm<Self> {
    FieldForm(numbers: "number", unit: unit) { text, rule in
      rule.read(text).map { Self($0) }
    } show: {
      NumberText.shortest($0.value)
    }
  }
}

extension Double: FieldValue {}
extension Power: FieldValue {}
extension Energy: FieldValue {}
extension Share: FieldValue {}
extension Hours: FieldValue {}

extension Int: FieldValue {
  /// A whole number, from 0 on where the field tells no range.
  package static var form: FieldForm<Int> {
    FieldForm(numbers: "integer", in: 0...1e9) { text, rule in
      switch rule.read(text) {
      case .success(let number):
        guard let whole = WholeNumber.exactly(number) else {
          let near = NumberText.shortest(number.rounded())
          let fault = FieldFault(
            rule: "must be a whole number",
            fix: "Write \(near), for example."
          )
          return .failure(fault)
        }
        return .success(whole)
      case .failure(var fault):
        if NumberText.parse(text) == nil { fault.fix = "Write a whole number." }
        return .failure(fault)
      }
    } show: {
      String($0)
    }
  }
}

// MARK: - Words

extension String: FieldValue {
  /// Any text.
  package static var form: FieldForm<String> {
    FieldForm(words: "text") {
      .success($0)
    } show: {
      $0
    }
  }
}

extension FieldForm<String> {
  /// A name, which must do as a column name and in a `--set` path.
  package static var name: FieldForm<String> {
    FieldForm(words: "name") { text in
      NameRule.check(text).map { .failure($0) } ?? .success(text)
    } show: {
      $0
    }
  }
}

extension String: FieldListItem {
  /// A list of names with `;` between.
  package static var listForm: FieldForm<[String]> {
    FieldForm(words: "names") { text in
      let names = text.split(separator: ";").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let fault = names.lazy.compactMap { NameRule.check($0) }.first
      return fault.map { .failure($0) } ?? .success(names)
    } show: {
      $0.joined(separator: "; ")
    }
  }
}

/// One of a few words.
package protocol FieldWord: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension FieldWord {
  /// One of the words.
  package static var form: FieldForm<Self> {
    let words = allCases.map(\.rawValue)
    return FieldForm(words: words.joined(separator: "|")) { text in
      if let value = Self(rawValue: text) { return .success(value) }
      let fault = FieldFault(
        rule: "must be one of \(words.joined(separator: ", "))",
        fix: NearestName.of(text, among: words).map { "Did you mean `\($0)`?" }
          ?? "Write one of them."
      )
      return .failure(fault)
    } show: {
      $0.rawValue
    }
  }
}

extension Bool: FieldValue {
  /// A yes or no.
  package static var form: FieldForm<Bool> {
    FieldForm(words: "yes/no") { text in
      YesNo.parse(text).map { .success($0) } ?? .failure(YesNo.fault)
    } show: {
      $0 ? "yes" : "no"
    }
  }
}
