/// A YAML value with the place of each part.
package indirect enum YAMLNode: Sendable, Hashable {
  /// A text; a plain one that is empty, `~` or `null` means nothing was written.
  case scalar(String, isQuoted: Bool, Place)
  /// A list.
  case sequence([YAMLNode], Place)
  /// Keys and values in the order written.
  case mapping([YAMLEntry], Place)

  /// Where the node starts.
  package var place: Place {
    switch self {
    case .scalar(_, _, let place): place
    case .sequence(_, let place): place
    case .mapping(_, let place): place
    }
  }

  /// Whether nothing was written.
  package var isEmpty: Bool {
    if case .scalar(let text, false, _) = self { ["", "~", "null"].contains(text) } else { false }
  }

  /// The text of a scalar, nil for a list, a mapping or nothing.
  package var text: String? {
    if case .scalar(let text, _, _) = self, !isEmpty { text } else { nil }
  }
}

/// A key and its value.
package struct YAMLEntry: Sendable, Hashable {
  /// The key.
  package var key: String
  /// Where the key stands.
  package var place: Place
  /// The value.
  package var value: YAMLNode

  /// Makes an entry.
  package init(key: String, place: Place, value: YAMLNode) {
    self.key = key
    self.place = place
    self.value = value
  }
}
