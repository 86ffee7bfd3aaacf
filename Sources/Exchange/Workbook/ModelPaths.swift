import Tables

/// The paths that model.yaml names, which are written anew where the model moves.
enum ModelPaths {
  /// The mapping with each path replaced: of the model it extends, and of the files of its series.
  static func replaced(
    in root: YAMLNode,
    extends: (String) -> String,
    file: (String) -> String
  ) -> YAMLNode {
    change(root) { key, value in
      switch key {
      case "extends": change(value, extends)
      case "series":
        change(value) { _, series in
          change(series) { key, value in key == "file" ? change(value, file) : value }
        }
      default: value
      }
    }
  }

  /// A mapping with each value changed; anything else stays.
  private static func change(
    _ node: YAMLNode,
    _ value: (String, YAMLNode) -> YAMLNode
  ) -> YAMLNode {
    guard case .mapping(let entries, let place) = node else { return node }
    let changed = entries.map { entry in
      YAMLEntry(key: entry.key, place: entry.place, value: value(entry.key, entry.value))
    }
    return .mapping(changed, place)
  }

  /// A text changed; what is none stays.
  private static func change(_ node: YAMLNode, _ text: (String) -> String) -> YAMLNode {
    guard case .scalar(let old, let isQuoted, let place) = node, !node.isEmpty else { return node }
    return .scalar(text(old), isQuoted: isQuoted, place)
  }
}
