/// One option of a command: its name, placeholder, help, default and typed reading.
///
/// Declared once as a value; parsing, the help page and the command's own look-up derive from it:
///
///     let hours = Option.integer("hours", "N", in: 1...8784, help: "Hours to solve.")
///     let count: Int? = parsed[hours]
package struct Option<Value: Sendable>: Sendable {
  /// The name without its dashes, such as `output`.
  package let name: String
  /// What stands for the value on the help page, or nothing for a switch.
  var placeholder: String?
  let help: String
  var defaultText: String?
  var isRepeatable = false
  /// The words that it takes, none where it takes any.
  var words: [String] = []
  /// Reads every text given for the option, in order; none when it is absent.
  let parse: @Sendable ([String]) throws(UsageError) -> Value
}

extension Option {
  /// An option with one value.
  ///
  /// It has the value `absent` where it is not given; `read` reads one text, and throws the end of
  /// a sentence such as "must be above 0".
  package init(
    _ name: String,
    _ placeholder: String,
    absent: Value,
    defaultText: String? = nil,
    help: String,
    read: @escaping @Sendable (String) throws(UsageError) -> Value
  ) {
    self.init(
      name: name,
      placeholder: placeholder,
      help: help,
      defaultText: defaultText
    ) { texts throws(UsageError) in
      guard let text = texts.last else { return absent }
      return try Self.reading(text, of: name, by: read)
    }
  }

  private static func reading<Read>(
    _ text: String,
    of name: String,
    by read: (String) throws(UsageError) -> Read
  ) throws(UsageError) -> Read {
    do {
      return try read(text)
    } catch {
      throw UsageError("--\(name) '\(text)' \(error.message)")
    }
  }

  /// A switch that takes no value and is off unless given.
  package static func flag(_ name: String, help: String) -> Self where Value == Bool {
    Self(name: name, help: help) {
      texts throws(UsageError) in !texts.isEmpty
    }
  }

  /// A text, or nothing where the option is not given.
  package static func text(
    _ name: String,
    _ placeholder: String,
    defaultText: String? = nil,
    help: String
  ) -> Self where Value == String? {
    Self(name, placeholder, absent: nil, defaultText: defaultText, help: help) { $0 }
  }

  /// An option that may be given several times; its value is what was read of each, in order.
  package static func repeated<Element>(
    _ name: String,
    _ placeholder: String,
    help: String,
    read: @escaping @Sendable (String) throws(UsageError) -> Element
  ) -> Self where Value == [Element] {
    Self(name: name, placeholder: placeholder, help: help, isRepeatable: true) {
      texts throws(UsageError) in
      var values: [Element] = []
      for text in texts { values.append(try reading(text, of: name, by: read)) }
      return values
    }
  }

  /// A whole number within a range, or nothing where the option is not given.
  package static func integer(
    _ name: String,
    _ placeholder: String,
    in range: ClosedRange<Int>,
    defaultText: String? = nil,
    help: String
  ) -> Self where Value == Int? {
    Self(name, placeholder, absent: nil, defaultText: defaultText, help: help) {
      text throws(UsageError) in
      if let number = Int(text), range.contains(number) { return number }
      throw UsageError("must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// A finite number above zero, or nothing where the option is not given.
  package static func positive(
    _ name: String,
    _ placeholder: String,
    defaultText: String? = nil,
    help: String
  ) -> Self where Value == Double? {
    Self(name, placeholder, absent: nil, defaultText: defaultText, help: help) {
      text throws(UsageError) in
      if let number = Double(text), number.isFinite, number > 0 { return number }
      throw UsageError("must be a number above 0")
    }
  }

  /// One word of a few, or nothing where the option is not given.
  package static func choice(
    _ name: String,
    _ words: [String],
    defaultText: String? = nil,
    help: String
  ) -> Self where Value == String? {
    let placeholder = words.joined(separator: "|")
    var option = Self(name, placeholder, absent: nil, defaultText: defaultText, help: help) {
      text throws(UsageError) in
      if words.contains(text) { return text }
      throw UsageError("must be \(placeholder)\(suggestion(for: text, among: words))")
    }
    option.words = words
    return option
  }
}
