/// One parameter of a table row or a mapping, declared once.
///
/// Reading, range checks, `describe` and defaults all derive from this declaration.
package struct Field<Root: Sendable>: Sendable {
  /// The column or key.
  package let name: String
  /// Whether it must be written.
  package let isRequired: Bool

  private let summary: FieldDescription
  private let read: @Sendable (String, inout Root) -> FieldFault?
  private let shown: @Sendable (Root) -> String?

  /// Declares a parameter; its type tells how it is written.
  ///
  /// - Parameters:
  ///   - name: The column or key; it carries the unit where none is given.
  ///   - path: Where the value stands.
  ///   - form: How it is written, where that is not the usual form of its type.
  ///   - range: The range of its numbers; any finite one where left out.
  ///   - isRequired: Whether it must be written; an empty cell otherwise keeps the prototype's value.
  ///   - unit: The unit of its numbers, where neither type nor name tells it.
  ///   - documentation: What it means, in one sentence.
  ///   - source: Where the default comes from.
  package init<Value: FieldValue>(
    _ name: String,
    _ path: any WritableKeyPath<Root, Value> & Sendable,
    as form: FieldForm<Value>? = nil,
    in range: ClosedRange<Double>? = nil,
    required isRequired: Bool = false,
    unit: Unit? = nil,
    _ documentation: String,
    source: String = ""
  ) {
    let form = form ?? Value.form
    let unit = form.isNumeric ? unit ?? form.unit ?? UnitSuffix.unit(of: name) : nil
    let rule = NumberRule(in: range ?? form.range, unit: unit?.symbol ?? "")
    (self.name, self.isRequired) = (name, isRequired)
    summary = FieldDescription(
      name: name,
      unit: unit,
      type: form.type,
      range: form.isNumeric ? rule.rangeText : nil,
      isRequired: isRequired,
      documentation: documentation,
      source: source,
      seriesRange: form.takesSeries ? rule.range : nil
    )
    read = { text, root in
      switch form.read(text, rule) {
      case .success(let value):
        root[keyPath: path] = value
        return nil
      case .failure(let fault): return fault
      }
    }
    shown = { form.show($0[keyPath: path]) }
  }

  /// Reads a written text into the value, or tells what is wrong with the text.
  package func assign(_ text: String, to root: inout Root) -> FieldFault? { read(text, &root) }

  /// The field's text in a value, nil if it has none.
  package func text(in root: Root) -> String? { shown(root) }

  /// The field's row in the data dictionary; a prototype holds the defaults.
  package func description(prototype: Root) -> FieldDescription {
    var result = summary
    if !isRequired { result.defaultText = shown(prototype) }
    return result
  }
}
