public import GridDispatch
public import GridFormulation
public import Tables

/// Writes a result folder: summary, timing, series, and the model as it was solved.
///
/// It appears whole or not at all; an older result in its place is replaced.
public enum ResultFolder {
  /// Writes everything under a path; `timing` is asked last, with the time that writing took.
  public static func write(
    _ summary: Summary,
    plan: PlanReport? = nil,
    schedule: Schedule,
    resolved: [ResolvedFile],
    options: JSONValue,
    forms: SeriesForms = SeriesForms(),
    timing: (_ writing: Duration) -> Timing,
    to path: String
  ) throws(OutputError) {
    let start = ContinuousClock.now
    var folder = try AtomicFolder(replacing: path)
    for quantity in schedule.quantities {
      let columns = schedule.series(of: quantity).map { (name: $0.label, values: $0.values) }
      let bytes = HourlyFile.bytes(of: schedule.horizon, columns: columns)
      try folder.write(bytes, to: "series/\(quantity.stem).csv")
      guard let language = forms.excel else { continue }
      try folder.write(
        ExcelFile.bytes(
          of: quantity,
          schedule.horizon,
          columns: columns,
          language,
          currency: summary.currency
        ),
        to: "excel/" + ExcelFile.name(of: quantity, language, currency: summary.currency)
      )
    }
    if forms.hasNetCDF { try SeriesNetCDF.write(schedule, of: summary, in: folder) }
    for file in resolved {
      try folder.write(file.text, to: "resolved/\(file.path)")
    }
    try folder.write(options.rendered(), to: "resolved/" + UsedOptions.file)
    for file in plan?.files(excel: forms.excel) ?? [] { try folder.write(file.text, to: file.path) }
    try folder.write(summary.json(plan: plan?.json).rendered(), to: "summary.json")
    try folder.write(timing(ContinuousClock.now - start).json.rendered(), to: "timing.json")
    try folder.commit()
  }
}
