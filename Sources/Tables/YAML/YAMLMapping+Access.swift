extension YAMLMapping {
  /// The text of a key, nil if absent.
  package func text(_ key: String, required: Bool = false, log: inout IssueLog) -> String? {
    guard let node = node(key, required, &log) else { return nil }
    return scalar(node, key, &log)
  }

  /// The number of a key, nil if absent or wrong.
  package func number(
    _ key: String,
    in range: ClosedRange<Double>? = nil,
    required: Bool = false,
    log: inout IssueLog
  ) -> Double? {
    guard let text = text(key, required: required, log: &log) else { return nil }
    let limit = Double.greatestFiniteMagnitude
    let unit = UnitSuffix.unit(of: key)?.symbol ?? ""
    switch NumberRule(in: range ?? -limit...limit, unit: unit).read(text) {
    case .success(let number): return number
    case .failure(let fault):
      report(key, fault, &log)
      return nil
    }
  }

  /// The whole number of a key, nil if absent or wrong.
  package func integer(
    _ key: String,
    in range: ClosedRange<Int> = 0...1_000_000_000,
    required: Bool = false,
    log: inout IssueLog
  ) -> Int? {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    guard let number = number(key, in: bounds, required: required, log: &log) else { return nil }
    guard let whole = WholeNumber.exactly(number, in: range) else {
      report(
        key,
        FieldFault(
          rule: "must be a whole number",
          fix: "Did you mean \(NumberText.shortest(number.rounded()))?"
        ),
        &log
      )
      return nil
    }
    return whole
  }

  /// The yes or no of a key, nil if absent or wrong.
  package func flag(_ key: String, required: Bool = false, log: inout IssueLog) -> Bool? {
    guard let text = text(key, required: required, log: &log) else { return nil }
    if let value = YesNo.parse(text) { return value }
    report(key, YesNo.fault, &log)
    return nil
  }

  /// One of a few words, nil if absent or wrong.
  package func choice<Value>(
    _ key: String,
    as type: Value.Type = Value.self,
    required: Bool = false,
    log: inout IssueLog
  ) -> Value? where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    guard let text = text(key, required: required, log: &log) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let words = Value.allCases.map(\.rawValue)
    report(
      key,
      FieldFault(
        rule: "must be one of \(words.joined(separator: ", "))",
        fix: NearestName.fix(text, among: words)
      ),
      &log
    )
    return nil
  }

  /// The list of a key, nil if absent; a single value counts as a list of one.
  package func list(_ key: String, required: Bool = false, log: inout IssueLog) -> [YAMLNode]? {
    guard let node = node(key, required, &log) else { return nil }
    if case .sequence(let nodes, _) = node { return nodes }
    return [node]
  }

  /// The texts of a list, nil if absent.
  package func texts(_ key: String, required: Bool = false, log: inout IssueLog) -> [String]? {
    guard let nodes = list(key, required: required, log: &log) else { return nil }
    var result: [String] = []
    for node in nodes {
      if let text = scalar(node, key, &log) { result.append(text) }
    }
    return result
  }

  /// The mapping below a key, nil if absent.
  package func mapping(
    _ key: String,
    required: Bool = false,
    log: inout IssueLog
  ) -> YAMLMapping? {
    guard let node = node(key, required, &log) else { return nil }
    return YAMLMapping(node, path: field(key), log: &log)
  }

  /// The mappings of a list, empty if absent; the path of each ends in its `name` or `id`, as in
  /// `--set`, or in its number where it has none.
  package func mappings(
    _ key: String,
    required: Bool = false,
    log: inout IssueLog
  ) -> [YAMLMapping] {
    var result: [YAMLMapping] = []
    for (index, node) in (list(key, required: required, log: &log) ?? []).enumerated() {
      let name = YAMLMerge.identity(of: node).flatMap { $0.isEmpty ? nil : $0 }
      let path = "\(field(key))/\(name ?? String(index + 1))"
      if let mapping = YAMLMapping(node, path: path, log: &log) {
        result.append(mapping)
      }
    }
    return result
  }

  /// The node of a key; an absent required one is logged.
  private func node(_ key: String, _ required: Bool, _ log: inout IssueLog) -> YAMLNode? {
    if let node = self[key] { return node }
    if required { requirement(key, &log) }
    return nil
  }

  /// Logs what is wrong with the value of a key.
  package func report(_ key: String, _ fault: FieldFault, _ log: inout IssueLog) {
    log.error(
      at: place(of: key),
      field: field(key),
      value: self[key]?.text,
      rule: fault.rule,
      fix: fault.fix
    )
  }
}
