/// Typed access to the keys of a YAML mapping; what is wrong goes to the log.
package struct YAMLMapping: Sendable, Hashable {
  /// Keys and values in the order written.
  package var entries: [YAMLEntry]
  /// Where the mapping starts.
  package var place: Place
  /// The keys that lead to it, such as `reserve`, empty at the top.
  package var path: String

  /// Makes a mapping.
  package init(entries: [YAMLEntry], place: Place, path: String = "") {
    self.entries = entries
    self.place = place
    self.path = path
  }

  /// The mapping in a node; anything else is logged.
  package init?(_ node: YAMLNode, path: String = "", log: inout IssueLog) {
    switch node {
    case .mapping(let entries, let place):
      self.init(entries: entries, place: place, path: path)
    case .scalar, .sequence:
      if !node.isEmpty {
        log.error(
          at: node.place,
          field: path.isEmpty ? nil : path,
          value: node.text,
          rule: "must be a mapping",
          fix: "Write `key: value` lines, indented below the key."
        )
        return nil
      }
      self.init(entries: [], place: node.place, path: path)
    }
  }

  /// The keys in the order written.
  package var keys: [String] { entries.map(\.key) }

  /// The value of a key, nil if the key is absent or empty.
  package subscript(key: String) -> YAMLNode? {
    guard let entry = entry(key), !entry.value.isEmpty else { return nil }
    return entry.value
  }

  /// The entry of a key.
  package func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }

  /// Where a key's value stands, or the mapping if the key is absent.
  package func place(of key: String) -> Place { entry(key)?.value.place ?? place }

  /// A key with the path that leads to it.
  package func field(_ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }

  /// Logs each key that is not among the known ones, nor words for the reader.
  package func refuseUnknown(known: [String], log: inout IssueLog) {
    for entry in entries where !known.contains(entry.key) && !RemarkName.contains(entry.key) {
      log.error(
        at: entry.place,
        field: field(entry.key),
        rule: "is not a known key",
        fix: NearestName.fix(entry.key, among: known)
      )
    }
  }

  /// Reads the declared keys into a copy of the prototype; unknown keys are logged.
  ///
  /// The keys in `others` are read elsewhere.
  package func read<Root: Sendable>(
    fields: [Field<Root>],
    prototype: Root,
    besides others: [String] = [],
    log: inout IssueLog
  ) -> Root {
    refuseUnknown(known: fields.map(\.name) + others, log: &log)
    var result = prototype
    for field in fields {
      guard let node = self[field.name] else {
        if field.isRequired { requirement(field.name, &log) }
        continue
      }
      guard let text = scalar(node, field.name, &log) else { continue }
      if let fault = field.assign(text, to: &result) {
        log.error(
          at: node.place,
          field: self.field(field.name),
          value: text,
          rule: fault.rule,
          fix: fault.fix
        )
      }
    }
    return result
  }

  /// Logs that a key is missing.
  func requirement(_ key: String, _ log: inout IssueLog) {
    log.error(
      at: entry(key)?.place ?? place,
      field: field(key),
      rule: "must be given",
      fix: "Add `\(key): …`."
    )
  }

  /// The text of a scalar; a list or mapping is logged.
  func scalar(_ node: YAMLNode, _ key: String, _ log: inout IssueLog) -> String? {
    if let text = node.text { return text }
    log.error(
      at: node.place,
      field: field(key),
      rule: "must be a single value",
      fix: "Write `\(key): value` on one line."
    )
    return nil
  }
}
