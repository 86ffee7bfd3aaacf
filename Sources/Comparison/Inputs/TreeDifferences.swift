import Tables

/// How two YAML documents differ, value by value.
///
/// The parts of a list are told by their `name` or `id` where they have one, as `--set` does, else by their number.
enum TreeDifferences {
  /// The differences below a path; a number written otherwise is the same number.
  static func all(_ base: YAMLNode?, _ other: YAMLNode?, path: String) -> [InputDifference] {
    let parts = (children(of: base), children(of: other))
    guard parts.0 != nil || parts.1 != nil else { return leaf(base, other, path) }
    // A value against a part with values of its own: both are told whole.
    if (base?.text != nil && parts.0 == nil) || (other?.text != nil && parts.1 == nil) {
      return leaf(base, other, path)
    }
    let left = parts.0 ?? []
    let right = parts.1 ?? []
    return (left + right).map(\.name).uniqued.flatMap { name in
      all(
        left.first { $0.name == name }?.node,
        right.first { $0.name == name }?.node,
        path: path.isEmpty ? name : "\(path)/\(name)"
      )
    }
  }

  private static func leaf(
    _ base: YAMLNode?,
    _ other: YAMLNode?,
    _ path: String
  ) -> [InputDifference] {
    let (left, right) = (text(of: base), text(of: other))
    guard !ValueText.isSame(left ?? "", right ?? "") else { return [] }
    return [
      InputDifference(
        path: path,
        base: left ?? ModelDifferences.nothing,
        other: right ?? ModelDifferences.nothing
      )
    ]
  }

  private static func text(of node: YAMLNode?) -> String? {
    guard let node else { return nil }
    return node.text ?? children(of: node).map { "(\($0.count) values)" }
  }

  private static func children(of node: YAMLNode?) -> [(name: String, node: YAMLNode)]? {
    switch node {
    case .mapping(let entries, _):
      return entries.map { ($0.key, $0.value) }
    case .sequence(let nodes, _):
      return nodes.enumerated().map { index, node in
        (YAMLMerge.identity(of: node) ?? String(index + 1), node)
      }
    case .scalar, nil: return nil
    }
  }
}
