import Reporting
public import Tables

/// A small JSON file of what is to stay the same of a result; the same result gives the same bytes.
public enum BaselineFile {
  private static let mark = "gridflexBaseline"
  private static let fix = "Store it anew with `gridflex baseline RESULT FILE`."

  /// Stores a result as a baseline; only an earlier baseline is replaced.
  public static func write(
    _ result: ComparedResult,
    tolerances: ToleranceSet,
    to path: String
  ) throws(OutputError) {
    if FileSource.isFile(path), !isBaseline(path) {
      throw .foreignFile(path: path)
    }
    var file = try TextFile(path)
    file.write(json(of: result, tolerances).rendered())
    _ = try file.finish()
  }

  /// Whether a file is a baseline, by the key it begins with.
  static func isBaseline(_ path: String) -> Bool {
    var log = IssueLog()
    guard FileSource.isFile(path), let bytes = FileSource.bytes(of: path, log: &log) else {
      return false
    }
    return String(decoding: bytes.prefix(64), as: UTF8.self).contains("\"\(mark)\"")
  }

  /// Reads a baseline.
  static func read(_ path: String) throws(InputError) -> ComparedResult {
    guard isBaseline(path) else {
      let rule = "is neither a result folder nor a baseline of gridflex"
      throw .invalid([Issue(file: path, rule: rule, fix: fix)])
    }
    var log = IssueLog()
    guard let stored = StoredDocument(path: path, fix: fix, log: &log) else {
      try log.throwIfErrors()
      throw .invalid([Issue(file: path, rule: "cannot be read", fix: fix)])
    }
    let record = record(stored, &log)
    var tolerances = ToleranceSet.standard
    if let part = stored.document("tolerances", &log) { tolerances.take(part.mapping, log: &log) }
    let inputs = stored.documents("inputs", &log).map {
      (file: $0.text("file", &log) ?? "", digest: $0.text("digest", &log) ?? "")
    }
    try log.throwIfErrors()
    return ComparedResult(
      path: path,
      record: record,
      tolerances: tolerances,
      inputs: inputs,
      seconds: nil
    )
  }

  private static func json(of result: ComparedResult, _ tolerances: ToleranceSet) -> JSONValue {
    let record = result.record
    return .object([
      (mark, .object([("version", .text(record.version))])),
      (
        "model",
        .object([
          ("name", .text(record.model)), ("start", .text(record.start)),
          ("hours", .integer(record.hours)), ("zones", .array(record.zones.map { .text($0) })),
          ("currency", .text(record.currency)),
        ])
      ),
      ("status", .text(record.status)),
      ("objective", json(of: record.objective, record.gap)),
      (
        "plan",
        record.plan.map { json(of: $0.interval, $0.gap, [("aim", .text($0.aim))]) } ?? .null
      ),
      ("goals", .array(record.goals.map(json))), ("figures", .array(record.figures.map(json))),
      (
        "inputs",
        .array(
          result.inputs.map { .object([("file", .text($0.file)), ("digest", .text($0.digest))]) }
        )
      ),
      ("tolerances", tolerances.json),
    ])
  }

  private static func json(
    of interval: CertifiedInterval,
    _ gap: Double?,
    _ first: [(key: String, value: JSONValue)] = []
  ) -> JSONValue {
    .object(
      first + [
        ("cost", .number(interval.cost)), ("lowerBound", .number(interval.lowerBound)),
        ("gap", .number(gap)),
      ]
    )
  }

  private static func json(of goal: RecordedGoal) -> JSONValue {
    .object([
      ("id", .text(goal.id)), ("verdict", .text(goal.verdict)), ("value", .number(goal.value)),
      ("unit", .text(goal.unit)), ("comparison", .text(goal.comparison)),
      ("threshold", .number(goal.threshold)), ("withinGap", .bool(goal.isWithinGap)),
    ])
  }

  private static func json(of figure: RecordedFigure) -> JSONValue {
    .object([
      ("section", .text(figure.section.rawValue)), ("name", .text(figure.name)),
      ("value", .number(figure.value)), ("unit", .text(figure.unit)),
      ("quantity", .text(figure.quantity.rawValue)), ("judged", .bool(!figure.isFree)),
    ])
  }

  private static func record(_ stored: StoredDocument, _ log: inout IssueLog) -> ResultRecord {
    let model = stored.document("model", &log)
    let (interval, gap) = RecordReading.certified(stored.document("objective", &log), &log)
    return ResultRecord(
      version: stored.document(mark, &log)?.text("version", &log) ?? "",
      model: model?.text("name", &log) ?? "",
      start: model?.text("start", &log) ?? "",
      hours: model?.integer("hours", &log) ?? 0,
      zones: model?.texts("zones", &log) ?? [],
      currency: model?.text("currency", &log) ?? "",
      status: stored.text("status", &log) ?? "",
      objective: interval,
      gap: gap,
      plan: RecordReading.plan(stored.document("plan", &log), &log),
      goals: RecordReading.goals(stored, &log),
      figures: stored.documents("figures", &log).compactMap { figure($0, &log) }
    )
  }

  private static func figure(_ entry: StoredDocument, _ log: inout IssueLog) -> RecordedFigure? {
    guard
      let section: RecordedFigure.Section = entry.mapping.choice(
        "section",
        required: true,
        log: &log
      ),
      let quantity: ComparedQuantity = entry.mapping.choice("quantity", required: true, log: &log)
    else { return nil }
    return RecordedFigure(
      section,
      entry.text("name", &log) ?? "",
      entry.required("value", &log),
      entry.text("unit", &log) ?? "",
      quantity,
      isFree: !entry.flag("judged", &log)
    )
  }
}
