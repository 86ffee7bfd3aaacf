extension YAMLMerge {
  /// Sets one value, as `--set a/b/c=value` does; a list is entered by `name` or `id`.
  ///
  /// A key that is not there is added, and left to the reader of the mapping to judge. A value in
  /// brackets or braces is read as YAML; `remove` = `yes` at the end of a path takes an entry out.
  package static func set(
    _ node: YAMLNode,
    path: [String],
    to text: String,
    place: Place,
    log: inout IssueLog
  ) -> YAMLNode {
    guard (1...YAMLReader.depthLimit).contains(path.count) else {
      log.error(
        at: place,
        rule: "the path must have 1 to \(YAMLReader.depthLimit) steps",
        fix: "Write for example reserve/up-share-of-load=0.05."
      )
      return node
    }
    if path.count > 1, path.last == removeKey, YesNo.parse(text) == true {
      return remove(node, path.dropLast(), place, path, &log)
    }
    guard let value = value(text, place, &log) else { return node }
    return set(node, path[...], value, place, path, &log)
  }

  /// Takes out the entry at the end of a path.
  private static func remove(
    _ node: YAMLNode,
    _ rest: ArraySlice<String>,
    _ place: Place,
    _ path: [String],
    _ log: inout IssueLog
  ) -> YAMLNode {
    var names: [String] = []
    let key = rest.first ?? ""
    switch node {
    case .mapping(var entries, let start):
      names = entries.map(\.key)
      if let index = names.firstIndex(of: key) {
        if rest.count == 1 {
          entries.remove(at: index)
        } else {
          entries[index].value = remove(entries[index].value, rest.dropFirst(), place, path, &log)
        }
        return .mapping(entries, start)
      }
    case .sequence(var nodes, let start):
      names = nodes.compactMap { identity(of: $0) }
      if let index = nodes.firstIndex(where: { identity(of: $0) == key }) {
        if rest.count == 1 {
          nodes.remove(at: index)
        } else {
          nodes[index] = remove(nodes[index], rest.dropFirst(), place, path, &log)
        }
        return .sequence(nodes, start)
      }
    case .scalar: break
    }
    log.error(
      at: place,
      field: path.joined(separator: "/"),
      rule: "there is no `\(key)` to remove",
      fix: NearestName.fix(key, among: names)
    )
    return node
  }

  /// The value that a text stands for.
  private static func value(_ text: String, _ place: Place, _ log: inout IssueLog) -> YAMLNode? {
    guard text.hasPrefix("[") || text.hasPrefix("{") else {
      return .scalar(text, isQuoted: false, place)
    }
    return YAMLReader.read(Array(text.utf8), file: place.file, log: &log)
  }

  /// Goes down one key of the path.
  private static func set(
    _ node: YAMLNode,
    _ rest: ArraySlice<String>,
    _ value: YAMLNode,
    _ place: Place,
    _ path: [String],
    _ log: inout IssueLog
  ) -> YAMLNode {
    guard let key = rest.first else { return value }
    let field = path.joined(separator: "/")
    switch node {
    case .mapping(var entries, let start):
      if let index = entries.firstIndex(where: { $0.key == key }) {
        entries[index].value = set(
          entries[index].value,
          rest.dropFirst(),
          value,
          place,
          path,
          &log
        )
        entries[index].place = rest.count == 1 ? place : entries[index].place
      } else {
        let below = set(.mapping([], place), rest.dropFirst(), value, place, path, &log)
        entries.append(YAMLEntry(key: key, place: place, value: below))
      }
      return .mapping(entries, start)
    case .sequence(var nodes, let start):
      guard let index = nodes.firstIndex(where: { identity(of: $0) == key }) else {
        log.error(
          at: place,
          field: field,
          rule: "there is no entry `\(key)` in the list",
          fix: NearestName.fix(key, among: nodes.compactMap { identity(of: $0) })
        )
        return node
      }
      nodes[index] = set(nodes[index], rest.dropFirst(), value, place, path, &log)
      return .sequence(nodes, start)
    case .scalar:
      if node.isEmpty { return set(.mapping([], place), rest, value, place, path, &log) }
      log.error(
        at: place,
        field: field,
        rule: "there is nothing below a single value",
        fix: "Shorten the path: `\(key)` is one step too deep."
      )
      return node
    }
  }
}
