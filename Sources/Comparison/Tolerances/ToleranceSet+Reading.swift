public import Tables

extension ToleranceSet {
  static let judgeKey = "judge"
  static let parts = ["absolute", "relative"]

  /// What `judge` may name beside what is always judged.
  public enum Judged: String, CaseIterable, Sendable {
    /// Plants of a kind one by one, and what else ties leave free.
    case assets
    /// Single hours of the series.
    case hourly
  }

  /// Reads a tolerance file; what it does not name stays as it is in `base`.
  ///
  ///     energy: {absolute: 10, relative: 0.001}
  ///     price:
  ///       relative: 0.01
  ///     judge: [assets]
  ///
  /// - Throws: Every issue found: unknown keys with the nearest name, values out of range.
  public static func read(
    path: String,
    over base: ToleranceSet = .standard
  ) throws(InputError) -> ToleranceSet {
    var log = IssueLog()
    var result = base
    if let node = YAMLReader.read(path: path, log: &log),
      let mapping = YAMLMapping(node, log: &log)
    {
      result.take(mapping, log: &log)
    }
    try log.throwIfErrors()
    return result
  }

  /// Takes what a mapping names.
  mutating func take(_ mapping: YAMLMapping, log: inout IssueLog) {
    let known = ComparedQuantity.allCases.map(\.rawValue) + [Self.judgeKey]
    mapping.refuseUnknown(known: known, log: &log)
    for quantity in ComparedQuantity.allCases {
      guard let part = mapping.mapping(quantity.rawValue, log: &log) else { continue }
      part.refuseUnknown(known: Self.parts, log: &log)
      let limit = 0...Double.greatestFiniteMagnitude
      if let value = part.number("absolute", in: limit, log: &log) {
        self[quantity].absolute = value
      }
      if let value = part.number("relative", in: 0...1, log: &log) {
        self[quantity].relative = value
      }
    }
    takeJudged(mapping, log: &log)
  }

  private mutating func takeJudged(_ mapping: YAMLMapping, log: inout IssueLog) {
    for word in mapping.texts(Self.judgeKey, log: &log) ?? [] {
      switch Judged(rawValue: word) {
      case .assets: judgesAssets = true
      case .hourly: judgesHours = true
      case nil:
        let words = Judged.allCases.map(\.rawValue)
        log.error(
          at: mapping.place(of: Self.judgeKey),
          field: Self.judgeKey,
          value: word,
          rule: "must be one of \(words.joined(separator: ", "))",
          fix: NearestName.fix(word, among: words)
        )
      }
    }
  }
}
