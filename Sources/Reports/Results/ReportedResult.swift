import Comparison
package import GridDispatch
package import GridFormulation
import Reporting
package import Tables

/// A result folder as a report takes it: the model that was solved, its schedule, and the head of its summary.
package struct ReportedResult: Sendable {
  /// The path of the folder.
  package let path: String
  /// What tells it from the other results of the report.
  package let label: String
  /// The model as it was solved.
  package let model: GridModel
  /// What the series tell.
  package let schedule: Schedule
  /// What `summary.json` tells beside them.
  package let head: ResultHead
  /// A note on what wrote it, where that is another version than this one.
  package let versionNote: String?

  /// Reads a result folder.
  ///
  /// - Throws: `InputError`: missing where there is none, invalid where it cannot be read.
  package static func read(_ path: String, label: String) throws(InputError) -> ReportedResult {
    let known = try ComparedResult.read(path)
    guard !known.isBaseline else {
      throw .invalid([
        Issue(
          file: path,
          rule: "is a baseline, which keeps no series",
          fix: "Name the result folder that it was stored from."
        )
      ])
    }
    let model: GridModel
    do {
      model = try EarlierResult(folder: path).model
    } catch let error as InputError {
      throw error
    } catch {
      throw .invalid([
        Issue(file: path + "/resolved", rule: "cannot be read: \(error)", fix: "Dispatch it anew.")
      ])
    }
    var log = IssueLog()
    let fix = "Dispatch its model anew, with gridflex \(Version.text)."
    let document = StoredDocument(path: path + "/summary.json", fix: fix, log: &log)
    guard let document else {
      try log.throwIfErrors()
      throw .invalid([Issue(file: path, rule: "cannot be read", fix: fix)])
    }
    let head = ResultHeadReading.head(document, &log)
    let schedule = ScheduleFile(folder: path, of: model).read(log: &log)
    if log.hasErrors, known.record.version != Version.text {
      let rule =
        "is of gridflex \(known.record.version), which wrote other keys than \(Version.text)"
      throw .invalid([Issue(file: path, rule: rule, fix: fix)])
    }
    try log.throwIfErrors()
    return ReportedResult(
      path: path,
      label: label,
      model: model,
      schedule: schedule,
      head: head,
      versionNote: known.versionNote
    )
  }

  /// Labels for folders: their last names, with those above where these are alike.
  package static func labels(of paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: "/").map(String.init) }
    var depth = 1
    func labels() -> [String] { parts.map { $0.suffix(depth).joined(separator: "/") } }
    while Set(labels()).count < paths.count, depth < 8 { depth += 1 }
    guard Set(labels()).count == paths.count else {
      return paths.enumerated().map { "\($0.offset + 1): \($0.element)" }
    }
    return labels()
  }
}
