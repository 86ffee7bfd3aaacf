/// Changes a YAML value by another, as `extends` does.
package enum YAMLMerge {
  /// The key that takes an entry out.
  package static let removeKey = "remove"

  /// The base with the change laid over it.
  ///
  /// Keys replace, mappings merge, lists of mappings with `name` or `id` merge by it; an entry
  /// with `remove: yes` goes.
  package static func merge(
    _ base: YAMLNode,
    with change: YAMLNode,
    log: inout IssueLog
  ) -> YAMLNode {
    switch (base, change) {
    case (.mapping(let old, let place), .mapping(let new, _)):
      .mapping(merge(old, new, &log), place)
    case (.sequence(let old, let place), .sequence(let new, _)):
      if let merged = merge(old, new, &log) {
        .sequence(merged, place)
      } else {
        .sequence(new, change.place)
      }
    default: change
    }
  }

  /// The `name` or `id` by which the mappings of a list are told apart.
  package static func identity(of node: YAMLNode) -> String? {
    guard case .mapping(let entries, _) = node else { return nil }
    let entry = entries.first { $0.key == "name" } ?? entries.first { $0.key == "id" }
    return entry?.value.text
  }

  /// Merges the entries of two mappings; new keys come last.
  private static func merge(
    _ old: [YAMLEntry],
    _ new: [YAMLEntry],
    _ log: inout IssueLog
  ) -> [YAMLEntry] {
    var result: [YAMLEntry?] = old
    var positions = positions(old.map(\.key))
    for entry in new {
      let index = positions[entry.key]
      if removes(entry.value) {
        if let index {
          result[index] = nil
          positions[entry.key] = nil
        } else {
          log.error(
            at: entry.place,
            field: entry.key,
            rule: "there is no such key to remove",
            fix: NearestName.fix(entry.key, among: old.map(\.key))
          )
        }
      } else if let index, let known = result[index] {
        let value = merge(known.value, with: entry.value, log: &log)
        result[index] = YAMLEntry(key: entry.key, place: entry.place, value: value)
      } else {
        positions[entry.key] = result.count
        result.append(entry)
      }
    }
    return result.compactMap(\.self)
  }

  /// Where each name stands first.
  private static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// Merges two lists by identity; nil if an element of either has none.
  private static func merge(
    _ old: [YAMLNode],
    _ new: [YAMLNode],
    _ log: inout IssueLog
  ) -> [YAMLNode]? {
    guard !old.isEmpty, (old + new).allSatisfy({ identity(of: $0) != nil }) else { return nil }
    var result: [YAMLNode?] = old
    var positions = positions(old.compactMap { identity(of: $0) })
    for node in new {
      let name = identity(of: node) ?? ""
      let index = positions[name]
      if removes(node) {
        if let index {
          result[index] = nil
          positions[name] = nil
        } else {
          log.error(
            at: node.place,
            value: name,
            rule: "there is no such entry to remove",
            fix: NearestName.fix(name, among: old.compactMap { identity(of: $0) })
          )
        }
      } else if let index, let known = result[index] {
        result[index] = merge(known, with: node, log: &log)
      } else {
        positions[name] = result.count
        result.append(node)
      }
    }
    return result.compactMap(\.self)
  }

  /// Whether a mapping asks to be taken out.
  private static func removes(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries, _) = node else { return false }
    guard let value = entries.first(where: { $0.key == removeKey })?.value.text else {
      return false
    }
    return YesNo.parse(value) == true
  }
}
