package import Tables

/// A JSON document that gridflex wrote, read back with the place of each value.
///
/// Every key is always there, `null` where it does not apply: one that is missing belongs to another version.
package struct StoredDocument {
  package let mapping: YAMLMapping
  /// What to do about a document that cannot be read.
  let fix: String

  init(_ mapping: YAMLMapping, fix: String) {
    (self.mapping, self.fix) = (mapping, fix)
  }

  /// The document in a file; what is wrong with it is logged.
  ///
  /// JSON is YAML in its flow form.
  package init?(path: String, fix: String, log: inout IssueLog) {
    var reading = IssueLog()
    let node = FileSource.bytes(of: path, log: &reading)
      .flatMap { YAMLReader.read($0, file: path, log: &reading) }
    guard let node, case .mapping(let entries, let place) = node else {
      if reading.hasErrors {
        log.merge(reading)
      } else {
        log.error(at: Place(file: path), rule: "must be a JSON object", fix: fix)
      }
      return nil
    }
    self.init(YAMLMapping(entries: entries, place: place), fix: fix)
  }

  /// The value of a key, nil for `null`; a missing key is logged.
  private func node(_ key: String, _ log: inout IssueLog) -> YAMLNode? {
    if mapping.entry(key) == nil {
      log.error(at: mapping.place, field: mapping.field(key), rule: "must be given", fix: fix)
    }
    return mapping[key]
  }

  /// A number, nil for `null`.
  package func number(_ key: String, _ log: inout IssueLog) -> Double? {
    guard let node = node(key, &log) else { return nil }
    if let number = node.text.flatMap(NumberText.parse) { return number }
    refuse(key, node, "must be a number", &log)
    return nil
  }

  /// A number that must be there.
  package func required(_ key: String, _ log: inout IssueLog) -> Double {
    if let number = number(key, &log) { return number }
    if let entry = mapping.entry(key), entry.value.isEmpty {
      refuse(key, entry.value, "must be a number", &log)
    }
    return 0
  }

  /// A whole number that must be there.
  package func integer(_ key: String, _ log: inout IssueLog) -> Int {
    let number = required(key, &log)
    if let whole = WholeNumber.exactly(number, in: 0...1_000_000_000) { return whole }
    if let node = mapping[key] { refuse(key, node, "must be a whole number", &log) }
    return 0
  }

  /// A text, nil for `null`.
  package func text(_ key: String, _ log: inout IssueLog) -> String? {
    guard let node = node(key, &log) else { return nil }
    if let text = node.text { return text }
    refuse(key, node, "must be a text", &log)
    return nil
  }

  /// True or false; what is neither counts as false and is logged.
  package func flag(_ key: String, _ log: inout IssueLog) -> Bool {
    guard let node = node(key, &log) else { return false }
    if let value = ["true": true, "false": false][node.text ?? ""] { return value }
    refuse(key, node, "must be true or false", &log)
    return false
  }

  /// The document below a key, nil for `null`.
  package func document(_ key: String, _ log: inout IssueLog) -> StoredDocument? {
    guard let node = node(key, &log) else { return nil }
    guard case .mapping(let entries, let place) = node else {
      refuse(key, node, "must be an object", &log)
      return nil
    }
    let path = mapping.field(key)
    return StoredDocument(YAMLMapping(entries: entries, place: place, path: path), fix: fix)
  }

  /// The documents of a list.
  package func documents(_ key: String, _ log: inout IssueLog) -> [StoredDocument] {
    nodes(key, &log).enumerated().compactMap { index, node in
      guard case .mapping(let entries, let place) = node else {
        refuse(key, node, "must hold objects", &log)
        return nil
      }
      let path = "\(mapping.field(key))/\(index + 1)"
      return StoredDocument(YAMLMapping(entries: entries, place: place, path: path), fix: fix)
    }
  }

  /// The texts of a list.
  package func texts(_ key: String, _ log: inout IssueLog) -> [String] {
    nodes(key, &log).compactMap(\.text)
  }

  private func nodes(_ key: String, _ log: inout IssueLog) -> [YAMLNode] {
    guard let node = node(key, &log) else { return [] }
    if case .sequence(let nodes, _) = node { return nodes }
    refuse(key, node, "must be a list", &log)
    return []
  }

  private func refuse(_ key: String, _ node: YAMLNode, _ rule: String, _ log: inout IssueLog) {
    log.error(at: node.place, field: mapping.field(key), value: node.text, rule: rule, fix: fix)
  }
}
