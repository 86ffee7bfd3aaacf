package import Grid
package import GridDispatch

/// Writes a result folder: summary, timing, series, and the model as it was solved.
///
/// It appears whole or not at all; an older result in its place is replaced.
package enum ResultFolder {
  /// Writes everything under a path.
  package static func write(
    _ summary: Summary,
    schedule: Schedule,
    resolved: [ResolvedFile],
    options: [(name: String, value: String)],
    timing: (_ writing: Duration) -> Timing,
    to path: String
  ) throws(OutputError) {
    let start = ContinuousClock.now
    var folder = try AtomicFolder(replacing: path)
    for quantity in schedule.quantities {
      let columns = schedule.series(of: quantity).map { (name: $0.label, values: $0.values) }
      let bytes = HourlyFile.bytes(of: schedule.horizon, columns: columns)
      try folder.write(bytes, to: "series/\(quantity.stem).csv")
    }
    for file in resolved {
      try folder.write(file.text, to: "resolved/\(file.path)")
    }
    let used = JSONValue.object(options.map { ($0.name, .text($0.value)) })
    try folder.write(used.rendered(), to: "resolved/options.json")
    try folder.write(summary.json.rendered(), to: "summary.json")
    try folder.write(timing(ContinuousClock.now - start).json.rendered(), to: "timing.json")
    try folder.commit()
  }
}
