import Reporting
public import Tables

/// One side of a comparison: a result folder, or a stored baseline.
public struct ComparedResult: Sendable {
  /// The path as it was given.
  public let path: String
  /// What is compared of it.
  public let record: ResultRecord
  /// The tolerances that a baseline was stored with; nil for a result.
  public let tolerances: ToleranceSet?
  /// The files of the model as it was solved, by path, with a digest of each.
  let inputs: [(file: String, digest: String)]
  /// Seconds that the run took; nil where they are not told.
  let seconds: Double?

  /// Whether only a record was stored, without series and model.
  public var isBaseline: Bool { tolerances != nil }

  /// Whether it keeps hourly series.
  var hasSeries: Bool { !FileSource.names(in: path + "/series", suffix: ".csv").isEmpty }

  /// A note on what wrote it, where that is another version than this one.
  public var versionNote: String? {
    guard record.version != Version.text else { return nil }
    return "\(path) is of gridflex \(record.version), this is \(Version.text)"
  }

  /// Reads the result folder or the baseline at a path.
  ///
  /// - Throws: `InputError`: missing where there is none, invalid where it cannot be read.
  public static func read(_ path: String) throws(InputError) -> ComparedResult {
    if !FileSource.isFile(path) { AtomicFolder.recover(path) }
    let read = FileSource.whole(path) { () -> Result<ComparedResult, InputError> in
      do throws(InputError) {
        let isFile = FileSource.isFile(path)
        return .success(isFile ? try BaselineFile.read(path) : try result(in: path))
      } catch {
        return .failure(error)
      }
    }
    guard let read else {
      let rule = "is replaced again and again"
      throw .invalid([Issue(file: path, rule: rule, fix: "Wait for the runs that do.")])
    }
    return try read.get()
  }

  private static func result(in folder: String) throws(InputError) -> ComparedResult {
    let path = folder + "/summary.json"
    guard FileSource.isFile(path) else { throw .missing([noResult(folder)]) }
    var log = IssueLog()
    guard
      let summary = StoredDocument(
        path: path,
        fix: "Dispatch its model anew, with gridflex \(Version.text).",
        log: &log
      )
    else {
      try log.throwIfErrors()
      throw .invalid([noResult(folder)])
    }
    let version = summary.mapping["gridflex"].flatMap { node -> String? in
      guard case .mapping(let entries, _) = node else { return nil }
      return entries.first { $0.key == "version" }?.value.text
    }
    guard let version else { throw .invalid([noResult(folder)]) }
    var reading = SummaryReading(summary)
    let record = reading.record(&log)
    if log.hasErrors, version != Version.text { throw .invalid([foreign(path, version)]) }
    try log.throwIfErrors()
    return ComparedResult(
      path: folder,
      record: record,
      tolerances: nil,
      inputs: InputDigest.files(in: folder + "/resolved"),
      seconds: seconds(in: folder + "/timing.json")
    )
  }

  /// That a folder is no result, and how to make one.
  private static func noResult(_ folder: String) -> Issue {
    let isThere = FileSource.isFolder(folder)
    let count = ResultPairs.count(in: folder)
    if count > 0 {
      return Issue(
        file: folder,
        rule: "is no result but a folder that holds \(count)",
        fix: "Name one of them, or a folder of results on both sides."
      )
    }
    return Issue(
      file: folder,
      rule: isThere
        ? "is no result folder: there is no summary.json of gridflex in it"
        : "there is no such folder or file",
      fix: "Make a result with `gridflex dispatch MODEL --output \(folder)`."
    )
  }

  /// That a result lacks what this version writes.
  private static func foreign(_ path: String, _ version: String) -> Issue {
    Issue(
      file: path,
      rule: "is of gridflex \(version), which wrote other keys than \(Version.text)",
      fix: "Dispatch its model anew, or compare with gridflex \(version)."
    )
  }

  /// What all stages of the run took together.
  private static func seconds(in path: String) -> Double? {
    var log = IssueLog()
    guard FileSource.isFile(path), let timing = StoredDocument(path: path, fix: "", log: &log),
      let seconds = timing.document("seconds", &log)
    else { return nil }
    let parts = seconds.mapping.keys.compactMap { seconds.number($0, &log) }
    return log.hasErrors ? nil : parts.reduce(0, +)
  }
}
