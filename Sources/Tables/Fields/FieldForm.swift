/// How a text becomes a value of a field, and a value a text.
package struct FieldForm<Value: Sendable>: Sendable {
  /// What may be written, such as `number`, `yes/no` or `a|b|c`.
  package let type: String
  /// Whether it holds numbers, which have a unit and a range.
  let isNumeric: Bool
  /// The unit of the numbers, nil where the field tells it.
  let unit: Unit?
  /// The range of the numbers where the field tells none.
  let range: ClosedRange<Double>
  /// Whether the name of a series may stand for a number.
  let takesSeries: Bool
  /// Reads a text; numbers in it must keep the rule.
  let read: @Sendable (String, NumberRule) -> Result<Value, FieldFault>
  /// The text of a value, nil where there is none.
  let show: @Sendable (Value) -> String?

  /// A form of numbers.
  package init(
    numbers type: String,
    unit: Unit? = nil,
    in range: ClosedRange<Double> = NumberRule.any,
    takesSeries: Bool = false,
    read: @escaping @Sendable (String, NumberRule) -> Result<Value, FieldFault>,
    show: @escaping @Sendable (Value) -> String?
  ) {
    (self.type, self.unit, self.range, self.takesSeries) = (type, unit, range, takesSeries)
    (isNumeric, self.read, self.show) = (true, read, show)
  }

  /// A form of words.
  package init(
    words type: String,
    read: @escaping @Sendable (String) -> Result<Value, FieldFault>,
    show: @escaping @Sendable (Value) -> String?
  ) {
    (self.type, unit, range, takesSeries) = (type, nil, NumberRule.any, false)
    (isNumeric, self.read, self.show) = (false, { text, _ in read(text) }, show)
  }

  private init<Other>(optional other: FieldForm<Other>) where Value == Other? {
    (type, unit, range) = (other.type, other.unit, other.range)
    (isNumeric, takesSeries) = (other.isNumeric, other.takesSeries)
    read = { text, rule in other.read(text, rule).map { $0 } }
    show = { value in value.flatMap(other.show) }
  }

  /// The form of a value that may be left out: an empty cell keeps the prototype's, usually nil.
  package var optional: FieldForm<Value?> { FieldForm<Value?>(optional: self) }
}
