/// Where a person names a file: what is wrong with the file as a whole is told there.
package struct Mention: Sendable {
  /// Where the path is written.
  package let place: Place
  /// The key it is written under.
  package let field: String
  /// The path as it is written.
  package let text: String

  /// Makes a mention.
  package init(place: Place, field: String, text: String) {
    (self.place, self.field, self.text) = (place, field, text)
  }
}
