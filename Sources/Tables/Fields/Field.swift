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

  /// Makes a field from the way it is read and shown; the factories say it shorter.
  package init(
    _ summary: FieldDescription,
    read: @escaping @Sendable (String, inout Root) -> FieldFault?,
    shown: @escaping @Sendable (Root) -> String?
  ) {
    self.name = summary.name
    self.isRequired = summary.isRequired
    self.summary = summary
    self.read = read
    self.shown = shown
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
